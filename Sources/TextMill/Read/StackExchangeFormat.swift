internal import TextAlgorithms

/// A Stack Exchange dump: Posts.xml, with Comments.xml and Users.xml where they are there. A question
/// with its answers and all comments is a conversation; who asked is the customer.
struct StackExchangeFormat: HelpdeskFormat {
  let sections: Set<String> = ["items"]

  func pieces(
    of record: JSONValue, section: String?
  ) throws(HelpdeskDefect) -> [HelpdeskPiece] {
    guard let id = record.id("Id") else { throw .missing("Id") }
    if let type = record.id("PostTypeId") {
      switch type {
      case "1": return [.conversation(id, record, updatedAt: record.time("LastActivityDate"))]
      case "2":
        guard let question = record.id("ParentId") else { throw .missing("ParentId") }
        return [.part(of: question, record), .alias(id, of: question)]
      // Wikis of tags, nominations, …
      default: return [.unread("post_unread")]
      }
    }
    if let post = record.id("PostId"), record.has("Text"), !record.has("PostHistoryTypeId") {
      return [.indirect(of: post, record)]
    }
    if let name = record.text("DisplayName") {
      let members: [JSONValue.Member] = [.init(key: "name", value: .string(name))]
      return [.person(id, ZendeskUser(.object(members)))]
    }
    return [.unread("row_unread")]
  }

  func draft(
    _ record: JSONValue?, parts: [JSONValue], people: ZendeskUserTable?, notes: inout ReadNotes
  ) throws(HelpdeskDefect) -> HelpdeskDraft {
    guard let question = record else { throw .noConversation }
    let answers = HelpdeskParts.merge(
      [], parts.filter { $0.has("PostTypeId") }, id: "Id", updated: "LastActivityDate",
      notes: &notes)
    let comments = HelpdeskParts.merge(
      [], parts.filter { !$0.has("PostTypeId") }, id: "Id", updated: "CreationDate", notes: &notes)
    let accepted = question.id("AcceptedAnswerId")
    var draft = HelpdeskDraft()
    draft.title = question.text("Title")
    draft.createdAt = question.time("CreationDate")
    draft.updatedAt = question.time("LastActivityDate", "LastEditDate")
    draft.status =
      question.hasContent("ClosedDate") ? "closed" : accepted == nil ? "open" : "answered"
    let owner = question.id("OwnerUserId") ?? question.text("OwnerDisplayName")
    for post in [question] + answers {
      say(
        post, owner, (post.id("OwnerUserId"), post.text("OwnerDisplayName")),
        html: post.text("Body"),
        people, &draft)
    }
    for comment in comments {
      say(
        comment, owner, (comment.id("UserId"), comment.text("UserDisplayName")), html: nil, people,
        &draft)
    }
    draft.keep("tags", .array(StackExchangeFormat.tags(question.text("Tags") ?? "")))
    draft.keep("status", draft.status)
    draft.keep("score", StackExchangeFormat.number(question["Score"]))
    draft.keep("views", StackExchangeFormat.number(question["ViewCount"]))
    draft.keep("license", question.text("ContentLicense"))
    if let count = question.id("AnswerCount").flatMap({ Int($0) }), count > answers.count {
      notes.add("truncated")
    }
    let rated = answers.sorted {
      ($0.time("CreationDate") ?? "") < ($1.time("CreationDate") ?? "")
    }.map { answer in
      JSONValue.object([
        .init(key: "id", value: .string(answer.id("Id") ?? "")),
        .init(key: "sent_at", value: answer.time("CreationDate").map { .string($0) } ?? .null),
        .init(key: "score", value: StackExchangeFormat.number(answer["Score"]) ?? .null),
        .init(key: "accepted", value: .bool(accepted != nil && answer.id("Id") == accepted)),
      ])
    }
    draft.keep("answers", .array(rated))
    return draft
  }

  private func say(
    _ record: JSONValue, _ owner: String?, _ author: (id: String?, name: String?), html: String?,
    _ people: ZendeskUserTable?, _ draft: inout HelpdeskDraft
  ) {
    let isOwner = owner != nil && (author.id ?? author.name) == owner
    let isQuestion = record.id("PostTypeId") == "1"
    let role: Message.Role = isOwner || isQuestion ? .customer : .agent
    let name = author.id.flatMap { people?.user($0)?.name } ?? author.name
    draft.know([name], isAgent: role == .agent)
    // The user −1 stands for the site itself.
    draft.say(
      author.id == "-1" ? .system : role, html: html, text: record.text("Text"), author: name,
      sentAt: record.time("CreationDate"), isAutomatic: author.id == "-1")
  }

  /// `<a><b>` or `|a|b|`.
  static func tags(_ text: String) -> [JSONValue] {
    text.utf8.split { $0 == 0x3C || $0 == 0x3E || $0 == 0x7C }
      .map { .string(String(decoding: $0, as: UTF8.self)) }
  }

  private static func number(_ value: JSONValue?) -> JSONValue? {
    value?.scalarText.flatMap { Int($0) }.map { .int($0) }
  }
}
