internal import TextAlgorithms

/// Makes a conversation of one ticket and its comments.
struct ZendeskTicket {
  let context: ReaderContext
  let users: ZendeskUserTable?
  var notes = ReadNotes()

  init(_ context: ReaderContext, users: ZendeskUserTable?) {
    self.context = context
    self.users = users
  }

  /// The document, or why there is none. `comments` are those that don't stand in the ticket itself.
  mutating func build(
    _ ticket: JSONValue, comments other: [JSONValue], at location: SourceLocation,
    raw: UnsafeBufferPointer<UInt8>
  ) -> ReadResult {
    guard let own = ticket["id"]?.scalarText, !own.isEmpty else {
      return context.rejection("missing_field", at: location, evidence: "id", raw: raw)
    }
    let id = context.documentID(own)
    let status = ticket["status"]?.string
    if status == "deleted" || isScrubbed(ticket) {
      return context.rejection("deleted", at: location, id: id, evidence: "tombstone")
    }
    if let excluded = context.excluded(status: status, at: location, id: id) { return excluded }
    let messages = messages(of: ticket, other)
    if messages.isEmpty {
      return context.rejection(
        "no_message", at: location, id: id, evidence: "nothing public is said")
    }
    var document = Document(
      id: id, kind: .conversation, source: location,
      title: ticket["subject"]?.string ?? ticket["raw_subject"]?.string,
      url: ticket["url"]?.string,
      createdAt: ticket["created_at"]?.scalarText.flatMap(Timestamps.normalized),
      updatedAt: ticket["updated_at"]?.scalarText.flatMap(Timestamps.normalized),
      body: .conversation(messages))
    document.metadata = metadata(of: ticket)
    document.identities = identities(of: ticket, other)
    return .document(document)
  }

  /// Zendesk overwrites the texts of deleted tickets.
  private func isScrubbed(_ ticket: JSONValue) -> Bool {
    ticket["subject"]?.string == "SCRUBBED" || ticket["description"]?.string == "SCRUBBED"
  }

  private func comments(of ticket: JSONValue, _ other: [JSONValue]) -> [JSONValue] {
    let inside = ticket["comments"]?.array ?? ticket["comments"]?["comments"]?.array ?? []
    // Overlapping pages repeat comments.
    var seen: Set<String> = []
    return (inside + other).filter { comment in
      guard let id = comment["id"]?.scalarText else { return true }
      return seen.insert(id).inserted
    }
  }

  private mutating func messages(of ticket: JSONValue, _ other: [JSONValue]) -> [Message] {
    let requester = ticket["requester_id"]?.scalarText
    let comments = comments(of: ticket, other)
    if comments.isEmpty {
      // The description is the first comment, the only one that a ticket holds itself.
      let text = ticket["description"]?.string ?? ""
      if text.allSatisfy(\.isWhitespace) { return [] }
      let author = ticket["submitter_id"]?.scalarText ?? requester
      var message = Message(role: role(author, requester), text: Array(text.utf8))
      message.author = author.flatMap { users?.user($0)?.name }
      message.sentAt = ticket["created_at"]?.scalarText.flatMap(Timestamps.normalized)
      message.visibility = ticket["is_public"]?.bool == false ? .internal : .public
      return keeps(message) ? [message] : []
    }
    let messages = comments.compactMap { message($0, requester) }.filter(keeps)
    guard messages.allSatisfy({ $0.sentAt != nil }) else { return messages }
    return messages.enumerated().sorted { a, b in
      a.element.sentAt! != b.element.sentAt!
        ? a.element.sentAt! < b.element.sentAt! : a.offset < b.offset
    }.map(\.element)
  }

  private func keeps(_ message: Message) -> Bool {
    message.visibility == .public || context.options.internalNotes == .keep
  }

  private mutating func message(_ comment: JSONValue, _ requester: String?) -> Message? {
    func text(_ key: String) -> String? {
      comment[key]?.string.flatMap { $0.allSatisfy(\.isWhitespace) ? nil : $0 }
    }
    let html = text("html_body")
    guard let body = html ?? text("plain_body") ?? text("body") else { return nil }
    let author = comment["author_id"]?.scalarText
    var message = Message(
      role: role(author, requester), author: author.flatMap { users?.user($0)?.name },
      sentAt: comment["created_at"]?.scalarText.flatMap(Timestamps.normalized),
      text: Array(body.utf8), isHTML: html != nil)
    message.visibility = comment["public"]?.bool == false ? .internal : .public
    // Flag 4: generated automatically; channel "rule": a trigger or automation.
    let flags = comment["metadata"]?["flags"]?.array ?? []
    message.isAutomatic =
      flags.contains { $0.int == 4 } || comment["via"]?["channel"]?.string == "rule"
      || message.role == .system
    return message
  }

  /// By the author's own role; without it the requester is the customer and everybody else an agent.
  private mutating func role(_ author: String?, _ requester: String?) -> Message.Role {
    guard let author else {
      notes.add("role_inferred")
      return .customer
    }
    if author == "-1" { return .system }
    switch users?.user(author)?.role {
    case "end-user": return .customer
    case "agent", "admin": return .agent
    default:
      notes.add("role_inferred")
      return author == requester ? .customer : .agent
    }
  }

  private func metadata(of ticket: JSONValue) -> [JSONValue.Member] {
    var metadata: [JSONValue.Member] = []
    for key in ["tags", "status", "priority", "type"] {
      if let value = ticket[key], !value.isNull { metadata.append(.init(key: key, value: value)) }
    }
    if let channel = ticket["via"]?["channel"], !channel.isNull {
      metadata.append(.init(key: "channel", value: channel))
    }
    let rating = ticket["satisfaction_rating"]
    if let score = rating?["score"] ?? rating, score.string != nil {
      metadata.append(.init(key: "satisfaction", value: score))
    }
    for name in context.options.fields.metadata where !metadata.contains(where: { $0.key == name })
    {
      let steps = name.split(separator: ".").map(String.init)
      if let value = ticket[name] ?? ticket.descend(steps[...]) {
        metadata.append(.init(key: name, value: value))
      }
    }
    return metadata
  }

  private func identities(of ticket: JSONValue, _ other: [JSONValue]) -> Identities {
    var ids = ["requester_id", "submitter_id", "assignee_id"].compactMap { ticket[$0]?.scalarText }
    for key in ["collaborator_ids", "email_cc_ids", "follower_ids"] {
      ids += (ticket[key]?.array ?? []).compactMap(\.scalarText)
    }
    ids += comments(of: ticket, other).compactMap { $0["author_id"]?.scalarText }
    var seen: Set<String> = []
    var found = Identities()
    for id in ids where seen.insert(id).inserted {
      guard let user = users?.user(id) else { continue }
      if user.role == "agent" || user.role == "admin" {
        found.agent += user.identities
      } else {
        found.customer += user.identities
      }
    }
    let from = ticket["via"]?["source"]?["from"]
    for key in ["name", "address", "phone", "formatted_phone"] {
      if let value = from?[key]?.string, !value.isEmpty, !found.customer.contains(value),
        !found.agent.contains(value)
      {
        found.customer.append(value)
      }
    }
    return found
  }
}
