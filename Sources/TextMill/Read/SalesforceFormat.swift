internal import TextAlgorithms

/// Salesforce: Case, EmailMessage and CaseComment, with Contact and User where they are there, as tables
/// (weekly export, Data Loader) or as JSON of the API. A table is told by its columns.
struct SalesforceFormat: HelpdeskFormat {
  let sections: Set<String> = ["records"]

  func pieces(
    of record: JSONValue, section: String?
  ) throws(HelpdeskDefect) -> [HelpdeskPiece] {
    let type = record["attributes"]?.text("type")?.lowercased()
    let record = record.withLowercaseKeys
    if type == "emailmessage" || type == "casecomment"
      || record.has("commentbody", "textbody", "htmlbody")
    {
      guard let parent = record.id("parentid") else { throw .missing("ParentId") }
      return [.part(of: SalesforceFormat.key(parent), record)]
    }
    guard let id = record.id("id").map(SalesforceFormat.key) else { throw .missing("Id") }
    if type == "case" || record.has("casenumber", "subject", "isclosed") {
      return [
        .conversation(
          id, record, updatedAt: record.time("lastmodifieddate", "systemmodstamp", "closeddate"))
      ]
    }
    if record.has("email", "firstname", "lastname", "username") {
      return [.person(id, person(record))]
    }
    return [.unread("row_unread")]
  }

  /// The 15 letters that tell records apart; the three behind them only check these.
  static func key(_ id: String) -> String { id.utf8.count == 18 ? String(id.prefix(15)) : id }

  private func person(_ record: JSONValue) -> ZendeskUser {
    let name =
      record.text("name")
      ?? [record.text("firstname"), record.text("lastname")].compactMap(\.self)
      .joined(separator: " ")
    // A user of the portal is a contact; every other user works here.
    let isAgent = record.has("username", "profileid") && !record.hasContent("contactid")
    let members: [JSONValue.Member] = [
      .init(key: "role", value: .string(isAgent ? "agent" : "end-user")),
      .init(key: "name", value: .string(name)),
      .init(key: "email", value: .string(record.text("email") ?? "")),
      .init(key: "phone", value: .string(record.text("phone", "mobilephone") ?? "")),
    ]
    return ZendeskUser(.object(members))
  }

  func draft(
    _ record: JSONValue?, parts: [JSONValue], people: ZendeskUserTable?, notes: inout ReadNotes
  ) throws(HelpdeskDefect) -> HelpdeskDraft {
    guard let own = record else { throw .noConversation }
    var draft = HelpdeskDraft()
    draft.title = own.text("subject").map(SalesforceReference.without)
    draft.createdAt = own.time("createddate")
    draft.updatedAt = own.time("lastmodifieddate", "closeddate", "systemmodstamp")
    draft.status = own.text("status")
    draft.language = own.text("language")
    if own.isTrue("isdeleted") { draft.refusal = HelpdeskDraft.tombstone }
    for (key, name) in [
      ("status", "status"), ("priority", "priority"), ("origin", "channel"), ("type", "type"),
      ("reason", "reason"),
    ] {
      draft.keep(name, own.text(key))
    }
    draft.know(
      [
        own.text("suppliedname"), own.text("suppliedemail", "contactemail"),
        own.text("suppliedphone", "contactphone"), own.text("contactmobile"),
      ], isAgent: false)
    draft.know(fields: own)
    let contact = user(own.id("contactid"), people)
    draft.know(contact?.identities ?? [], isAgent: false)
    draft.know(user(own.id("ownerid"), people)?.identities ?? [], isAgent: true)

    let merged = HelpdeskParts.merge([], parts, updated: "lastmodifieddate", notes: &notes)
    let first = merged.filter { $0.isTrue("incoming") }.min {
      ($0.time("messagedate", "createddate") ?? "") < ($1.time("messagedate", "createddate") ?? "")
    }
    // Email-to-Case makes the first mail the description.
    let description = own.text("description")
    if !SameText.holds(first?.text("textbody"), description) {
      draft.say(
        .customer, html: nil, text: description.map(SalesforceReference.without),
        author: contact?.name ?? own.text("suppliedname"), sentAt: draft.createdAt)
    }
    for part in merged {
      if part.has("commentbody") {
        comment(part, people, &draft, &notes)
      } else {
        mail(part, &draft, &notes)
      }
    }
    return draft
  }

  private func user(_ id: String?, _ people: ZendeskUserTable?) -> ZendeskUser? {
    id.flatMap { people?.user(SalesforceFormat.key($0)) }
  }

  private func mail(_ mail: JSONValue, _ draft: inout HelpdeskDraft, _ notes: inout ReadNotes) {
    if mail.isTrue("isdeleted") { return notes.add("message_deleted") }
    // Status 5: a draft.
    if mail.text("status") == "5" || mail.text("status") == "Draft" {
      return notes.add("draft_unread")
    }
    let isIncoming = mail.isTrue("incoming")
    let from = MailAddress(mail.text("fromaddress"))
    let name = mail.text("fromname") ?? from?.name
    draft.know([name, from?.address], isAgent: !isIncoming)
    for address in (mail.text("toaddress") ?? "").split(separator: ";") {
      draft.know([MailAddress(String(address))?.address], isAgent: isIncoming)
    }
    if mail.isTrue("hasattachment") { notes.add("attachment") }
    draft.say(
      isIncoming ? .customer : .agent,
      html: mail.text("htmlbody").map(SalesforceReference.without),
      text: mail.text("textbody").map(SalesforceReference.without), author: name ?? from?.address,
      sentAt: mail.time("messagedate", "createddate"),
      isAutomatic: SalesforceReference.isAutomatic(mail.text("headers")))
  }

  private func comment(
    _ comment: JSONValue, _ people: ZendeskUserTable?, _ draft: inout HelpdeskDraft,
    _ notes: inout ReadNotes
  ) {
    if comment.isTrue("isdeleted") { return notes.add("message_deleted") }
    let author = user(comment.id("createdbyid", "creatorid"), people)
    if author == nil { notes.add("role_inferred") }
    let isCustomer = author?.role == "end-user"
    draft.know(author?.identities ?? [], isAgent: !isCustomer)
    draft.say(
      isCustomer ? .customer : .agent, html: nil,
      text: comment.text("commentbody").map(SalesforceReference.without),
      author: author?.name ?? comment.text("creatorname"), sentAt: comment.time("createddate"),
      isInternal: comment.isFalse("ispublished"))
  }
}
