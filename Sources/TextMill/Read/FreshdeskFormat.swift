internal import TextAlgorithms

/// Freshdesk: tickets, and the conversations that its API gives away from them, by the v2 schema and by
/// the older one that wraps records (`helpdesk_ticket`, `helpdesk_note`).
struct FreshdeskFormat: HelpdeskFormat {
  let sections: Set<String> = [
    "tickets", "conversations", "contacts", "agents", "results", "helpdesk_tickets",
    "helpdesk_notes",
  ]

  func pieces(
    of record: JSONValue, section: String?
  ) throws(HelpdeskDefect) -> [HelpdeskPiece] {
    if let ticket = record["helpdesk_ticket"] ?? record["ticket"], ticket.members != nil {
      return try pieces(of: ticket, section: "tickets")
    }
    if let note = record["helpdesk_note"] ?? record["note"], note.members != nil {
      return try pieces(of: note, section: "helpdesk_notes")
    }
    if !record.has("id"), let person = record["contact"] ?? record["agent"] ?? record["user"],
      person.members != nil
    {
      return try pieces(of: person, section: record["agent"] == nil ? "contacts" : "agents")
    }
    switch section ?? kind(of: record) {
    case "conversations", "helpdesk_notes":
      guard let ticket = record.id("ticket_id", "notable_id") else { throw .missing("ticket_id") }
      return [.part(of: ticket, record)]
    case "agents", "contacts":
      guard let id = record.id("id") else { throw .missing("id") }
      return [.person(id, user(record))]
    default:
      guard let id = record.id("display_id", "id") else { throw .missing("id") }
      return [.conversation(id, record, updatedAt: record.time("updated_at"))]
    }
  }

  /// By the keys that only one kind of record has.
  private func kind(of record: JSONValue) -> String {
    if record.has("ticket_id", "notable_id"), !record.has("requester_id", "display_id") {
      return "conversations"
    }
    if record.has("subject", "requester_id", "description", "description_text") {
      return "tickets"
    }
    if record["contact"]?.members != nil || record.has("ticket_scope", "agent_role_ids") {
      return "agents"
    }
    return record.has("email", "mobile", "phone") ? "contacts" : "tickets"
  }

  private func user(_ record: JSONValue) -> ZendeskUser {
    // An agent's name stands in the contact that is inside.
    let inner = record["contact"] ?? record
    let isAgent = record["contact"] != nil || record.has("ticket_scope", "agent_role_ids")
    var members = inner.members ?? []
    members.append(.init(key: "role", value: .string(isAgent ? "agent" : "end-user")))
    if inner.text("phone") == nil, let mobile = inner["mobile"] {
      members.append(.init(key: "phone", value: mobile))
    }
    return ZendeskUser(.object(members))
  }

  func draft(
    _ record: JSONValue?, parts: [JSONValue], people: ZendeskUserTable?, notes: inout ReadNotes
  ) throws(HelpdeskDefect) -> HelpdeskDraft {
    guard let ticket = record else { throw .noConversation }
    var draft = HelpdeskDraft()
    draft.title = ticket.text("subject")
    draft.createdAt = ticket.time("created_at")
    draft.updatedAt = ticket.time("updated_at")
    draft.status = FreshdeskWords.status(ticket)
    if ticket.isTrue("deleted") {
      draft.refusal = HelpdeskDraft.tombstone
    } else if ticket.isTrue("spam") {
      draft.refusal = HelpdeskDraft.spam
    }
    keepMetadata(of: ticket, &draft)
    knowPeople(of: ticket, people, &draft)

    let isOutbound = ticket["source"]?.int == 10
    draft.say(
      isOutbound ? .agent : .customer, html: ticket.text("description_html", "description"),
      text: ticket.text("description_text"),
      author: name(ticket.id(isOutbound ? "responder_id" : "requester_id"), people)
        ?? ticket["requester"]?.text("name") ?? ticket.text("requester_name"),
      sentAt: draft.createdAt, id: "-1")
    let inside =
      ticket.items("conversations") + ticket.items("helpdesk_notes") + ticket.items("notes")
    let unwrapped = (inside + parts).map { $0["helpdesk_note"] ?? $0["note"] ?? $0 }
    let merged = HelpdeskParts.merge(
      Array(unwrapped.prefix(inside.count)), Array(unwrapped.dropFirst(inside.count)),
      updated: "updated_at", notes: &notes)
    for conversation in merged { say(conversation, ticket, people, &draft, &notes) }
    return draft
  }

  private func say(
    _ conversation: JSONValue, _ ticket: JSONValue, _ people: ZendeskUserTable?,
    _ draft: inout HelpdeskDraft, _ notes: inout ReadNotes
  ) {
    if conversation.isTrue("deleted") { return notes.add("message_deleted") }
    let source = conversation["source"]?.int
    // A survey's answer is a rating, no message.
    if source == 6 { return notes.add("event_unread") }
    notes.add("attachment", conversation.items("attachments").count)
    let user = conversation.id("user_id")
    let isIncoming: Bool
    if conversation.has("incoming") {
      isIncoming = conversation.isTrue("incoming")
    } else {
      notes.add("role_inferred")
      isIncoming = user != nil && user == ticket.id("requester_id")
    }
    // What was forwarded went to somebody else than the customer.
    let isInternal = conversation.isTrue("private") || source == 8 && !isIncoming
    let isAutomatic =
      conversation.isTrue("auto_response") || conversation.hasContent("automation_id")
    let person = user.flatMap { people?.user($0) }
    draft.know(person?.identities ?? [], isAgent: !isIncoming)
    let from = MailAddress(conversation.text("from_email"))
    if isIncoming {
      draft.know([from?.name, from?.address], isAgent: false)
    } else {
      draft.know([from?.name, conversation.text("support_email")], isAgent: true)
    }
    draft.say(
      isIncoming ? .customer : .agent, html: conversation.text("body_html", "body"),
      text: conversation.text("body_text"), author: person?.name ?? from?.name,
      sentAt: conversation.time("created_at"), isInternal: isInternal, isAutomatic: isAutomatic,
      id: conversation.id("id"))
  }

  private func name(_ id: String?, _ people: ZendeskUserTable?) -> String? {
    id.flatMap { people?.user($0)?.name }.flatMap { $0.isEmpty ? nil : $0 }
  }

  private func keepMetadata(of ticket: JSONValue, _ draft: inout HelpdeskDraft) {
    draft.keep("tags", ticket["tags"])
    draft.keep("status", draft.status)
    draft.keep("priority", FreshdeskWords.priority(ticket))
    draft.keep("type", ticket["type"] ?? ticket["ticket_type"])
    draft.keep("channel", FreshdeskWords.channel(ticket))
    draft.keep("satisfaction", ticket["satisfaction_rating"]?["ratings"] ?? ticket["rating"])
  }

  private func knowPeople(
    of ticket: JSONValue, _ people: ZendeskUserTable?, _ draft: inout HelpdeskDraft
  ) {
    draft.know(person: ticket["requester"], isAgent: false)
    draft.know([ticket.text("requester_name"), ticket.text("email")], isAgent: false)
    draft.know(
      [ticket.text("name"), ticket.id("phone")] as [String?], isAgent: false)
    draft.know([ticket.text("responder_name")], isAgent: true)
    draft.know(person: ticket["responder"], isAgent: true)
    for (key, isAgent) in [("requester_id", false), ("responder_id", true)] {
      if let id = ticket.id(key), let user = people?.user(id) {
        draft.know(user.identities, isAgent: isAgent)
      }
    }
    for address in ticket.items("cc_emails").compactMap({ MailAddress($0.string) }) {
      draft.know([address.name, address.address], isAgent: false)
    }
    draft.know(fields: ticket["custom_fields"] ?? ticket["custom_field"])
  }
}
