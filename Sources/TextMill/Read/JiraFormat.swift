internal import TextAlgorithms

/// Jira and Jira Service Management: issues with their comments, of search pages or alone, with texts as
/// ADF (API v3) or wiki markup (v2). Who reported is the customer.
struct JiraFormat: HelpdeskFormat {
  let sections: Set<String> = ["issues", "comments", "values"]

  func pieces(
    of record: JSONValue, section: String?
  ) throws(HelpdeskDefect) -> [HelpdeskPiece] {
    if record["fields"]?.members != nil {
      guard let key = record.id("key", "id") else { throw .missing("key") }
      let issue = HelpdeskPiece.conversation(
        key, record, updatedAt: record["fields"]?.time("updated"))
      guard let id = record.id("id"), id != key else { return [issue] }
      return [issue, .alias(id, of: key)]
    }
    guard record.has("body", "jsdPublic") else { throw .missing("fields") }
    guard
      let issue = record.id("issueKey", "issueId", "issue_key", "issue_id")
        ?? record.text("self").flatMap(issue)
    else { throw .missing("self") }
    return [.indirect(of: issue, record)]
  }

  /// The id in …/issue/10010/comment/10000.
  private func issue(in url: String) -> String? {
    let steps = url.split(separator: "/")
    guard let at = steps.lastIndex(of: "issue"), at + 1 < steps.count else { return nil }
    return String(steps[at + 1])
  }

  func draft(
    _ record: JSONValue?, parts: [JSONValue], people: ZendeskUserTable?, notes: inout ReadNotes
  ) throws(HelpdeskDefect) -> HelpdeskDraft {
    guard let fields = record?["fields"] else { throw .noConversation }
    var draft = HelpdeskDraft()
    draft.title = fields.text("summary")
    draft.createdAt = fields.time("created")
    draft.updatedAt = fields.time("updated")
    draft.status = fields["status"]?.text("name")
    keepMetadata(of: fields, &draft)
    let reporter = fields["reporter"] ?? fields["creator"]
    draft.know(person: reporter, isAgent: false)
    draft.know(person: fields["assignee"], isAgent: true)
    say(
      .customer, fields["description"], author: reporter, sentAt: draft.createdAt, id: "-1", &draft)
    notes.add("attachment", fields.items("attachment").count)
    let list = fields["comment"]
    let merged = HelpdeskParts.merge(
      list?.array ?? list?.items("comments") ?? [], parts, updated: "updated", notes: &notes)
    if let total = list?["total"]?.int, total > merged.count { notes.add("truncated") }
    for comment in merged { say(comment, reporter, &draft) }
    return draft
  }

  private func say(
    _ comment: JSONValue, _ reporter: JSONValue?, _ draft: inout HelpdeskDraft
  ) {
    let author = comment["author"]
    var role = Message.Role.agent
    if author?.text("accountType") == "app" {
      role = .bot
    } else if author?.text("accountType") == "customer" || isSame(author, reporter) {
      role = .customer
    }
    draft.know(person: author, isAgent: role != .customer)
    say(
      role, comment["body"], author: author, sentAt: comment.time("created"),
      id: comment.id("id"), isInternal: isInternal(comment), &draft)
  }

  private func say(
    _ role: Message.Role, _ body: JSONValue?, author: JSONValue?, sentAt: String?, id: String?,
    isInternal: Bool = false, _ draft: inout HelpdeskDraft
  ) {
    let text: String
    switch body {
    case .string(let markup)?: text = WikiMarkup.markdown(markup)
    case .object?:
      var adf = ADFMarkdown()
      text = adf.markdown(body!)
      draft.know(adf.mentions.map { $0 }, isAgent: true)
    default: return
    }
    draft.say(
      Message(
        role: role, author: author?.text("displayName", "name"), sentAt: sentAt,
        text: Array(text.utf8), visibility: isInternal ? .internal : .public,
        isAutomatic: role == .bot),
      id: id)
  }

  /// Said by the comment itself, by the property that Service Management sets, or by a restriction.
  private func isInternal(_ comment: JSONValue) -> Bool {
    if comment.isFalse("jsdPublic") || comment.isFalse("public") { return true }
    if comment["visibility"]?.text("type", "value") != nil { return true }
    return comment.items("properties").contains { property in
      property.text("key") == "sd.public.comment"
        && property["value"]?.isTrue("internal") == true
    }
  }

  private func isSame(_ a: JSONValue?, _ b: JSONValue?) -> Bool {
    guard let x = a?.id("accountId", "key", "name") else { return false }
    return x == b?.id("accountId", "key", "name")
  }

  private func keepMetadata(of fields: JSONValue, _ draft: inout HelpdeskDraft) {
    draft.keep("tags", fields["labels"])
    draft.keep("status", draft.status)
    draft.keep("priority", fields["priority"]?.text("name"))
    draft.keep("type", fields["issuetype"]?.text("name"))
    draft.keep("resolution", fields["resolution"]?.text("name"))
    for member in fields.members ?? [] where member.key.hasPrefix("customfield_") {
      if let rating = member.value["rating"]?.int { draft.keep("satisfaction", .int(rating)) }
      if let channel = member.value["requestType"]?.text("name") {
        draft.keep("request_type", channel)
      }
    }
  }
}
