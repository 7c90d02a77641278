internal import TextAlgorithms

/// GitHub issues with their comments, inside or in files of their own, by the REST API's schema or by
/// that of the `gh` command. Pull requests, which the API lists among the issues, are left out.
struct GitHubFormat: HelpdeskFormat {
  let sections: Set<String> = ["items", "issues", "comments", "nodes"]

  func pieces(
    of record: JSONValue, section: String?
  ) throws(HelpdeskDefect) -> [HelpdeskPiece] {
    if record.hasContent("pull_request") || record.has("mergedAt", "headRefName", "merged_at") {
      return [.unread("pull_request_unread")]
    }
    if let number = record.id("number") {
      return [
        .conversation(
          name(of: record, number), record, updatedAt: record.time("updated_at", "updatedAt"))
      ]
    }
    guard record.has("body") else { throw .missing("number") }
    guard let issue = issue(in: record.text("issue_url", "html_url", "url")) else {
      throw .missing("issue_url")
    }
    return [.part(of: issue, record)]
  }

  /// `owner/name#12`, or the number alone where the record doesn't say whose it is.
  private func name(of record: JSONValue, _ number: String) -> String {
    issue(in: record.text("html_url", "url")) ?? number
  }

  /// `owner/name#12` of …/owner/name/issues/12.
  private func issue(in url: String?) -> String? {
    guard let steps = url?.split(separator: "/"),
      let at = steps.lastIndex(where: { $0 == "issues" || $0 == "pull" }), at >= 2,
      at + 1 < steps.count
    else { return nil }
    let number = steps[at + 1].prefix { $0.isASCII && $0.isNumber }
    return number.isEmpty ? nil : "\(steps[at - 2])/\(steps[at - 1])#\(number)"
  }

  func draft(
    _ record: JSONValue?, parts: [JSONValue], people: ZendeskUserTable?, notes: inout ReadNotes
  ) throws(HelpdeskDefect) -> HelpdeskDraft {
    guard let issue = record else { throw .noConversation }
    var draft = HelpdeskDraft()
    draft.title = issue.text("title")
    draft.url = issue.text("html_url") ?? issue.text("url")
    draft.createdAt = issue.time("created_at", "createdAt")
    draft.updatedAt = issue.time("updated_at", "updatedAt")
    draft.status = issue.text("state")?.lowercased()
    let labels = issue["labels"]?.array ?? issue["labels"]?.items("nodes") ?? []
    draft.keep(
      "tags", .array(labels.compactMap { $0.string ?? $0.text("name") }.map { .string($0) }))
    draft.keep("status", draft.status)
    draft.keep("state_reason", issue.text("state_reason", "stateReason")?.lowercased())
    draft.keep("reactions", issue["reactions"]?["total_count"])
    let reporter = (issue["user"] ?? issue["author"])?.text("login")
    say(issue, reporter, isIssue: true, &draft, &notes)
    let comments =
      issue["comments"]?.array ?? issue["comments"]?.items("nodes") ?? issue.items("comments_data")
    let merged = HelpdeskParts.merge(comments, parts, updated: "updated_at", notes: &notes)
    if let count = issue["comments"]?.int, count > merged.count { notes.add("truncated") }
    for comment in merged {
      if comment.isTrue("isMinimized") {
        notes.add("hidden_unread")
      } else {
        say(comment, reporter, isIssue: false, &draft, &notes)
      }
    }
    return draft
  }

  private func say(
    _ record: JSONValue, _ reporter: String?, isIssue: Bool, _ draft: inout HelpdeskDraft,
    _ notes: inout ReadNotes
  ) {
    let user = record["user"] ?? record["author"]
    let login = user?.text("login")
    let isBot =
      user?.text("type") == "Bot" || user?.isTrue("is_bot") == true
      || login?.hasSuffix("[bot]") == true
      || record.hasContent("performed_via_github_app") && user?.text("type") != "User"
    var role = Message.Role.agent
    switch record.text("author_association", "authorAssociation") {
    case _ where isBot: role = .bot
    case _ where isIssue || login != nil && login == reporter: role = .customer
    case "OWNER", "MEMBER", "COLLABORATOR": role = .agent
    case nil: notes.add("role_inferred")
    default: role = .customer
    }
    // Accounts that were deleted go by this name.
    if login != "ghost" {
      draft.know([login, user?.text("name"), user?.text("email")], isAgent: role != .customer)
    }
    guard let body = record.text("body") else { return }
    draft.say(
      Message(
        role: role, author: login, sentAt: record.time("created_at", "createdAt"),
        text: GitHubComments.removed(from: Array(body.utf8)), isAutomatic: isBot),
      id: isIssue ? "-1" : record.id("id"))
  }
}
