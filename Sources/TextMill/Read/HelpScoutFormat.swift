internal import TextAlgorithms

/// Help Scout: conversations with their threads, embedded or in pages of their own (HAL), by the Mailbox
/// API's schema. Threads come newest first.
struct HelpScoutFormat: HelpdeskFormat {
  let sections: Set<String> = ["_embedded.conversations", "conversations", "items"]

  func pieces(
    of record: JSONValue, section: String?
  ) throws(HelpdeskDefect) -> [HelpdeskPiece] {
    let threads = record["_embedded"]?["threads"]?.array ?? record["threads"]?.array
    if !record.has("subject", "number", "primaryCustomer", "mailboxId", "id"), let threads {
      // A page of threads says whose they are only in its own address.
      guard let id = record.id("conversationId") ?? conversation(of: record) else {
        throw .missing("_links.self.href")
      }
      return threads.map { .part(of: id, $0) }
    }
    if let id = record.id("conversationId", "conversation_id"), record.has("body", "action") {
      return [.part(of: id, record)]
    }
    guard let id = record.id("id") else { throw .missing("id") }
    return [
      .conversation(
        id, record, updatedAt: record.time("userUpdatedAt", "updatedAt", "modifiedAt", "closedAt"))
    ]
  }

  /// The id in …/conversations/123/threads.
  private func conversation(of page: JSONValue) -> String? {
    guard let steps = page["_links"]?["self"]?.text("href")?.split(separator: "/"),
      let at = steps.firstIndex(of: "conversations"), at + 1 < steps.count
    else { return nil }
    let digits = steps[at + 1].prefix { $0.isASCII && $0.isNumber }
    return digits.isEmpty ? nil : String(digits)
  }

  func draft(
    _ record: JSONValue?, parts: [JSONValue], people: ZendeskUserTable?, notes: inout ReadNotes
  ) throws(HelpdeskDefect) -> HelpdeskDraft {
    guard let conversation = record else { throw .noConversation }
    var draft = HelpdeskDraft()
    draft.title = conversation.text("subject")
    draft.createdAt = conversation.time("createdAt")
    draft.updatedAt = conversation.time("userUpdatedAt", "updatedAt", "modifiedAt", "closedAt")
    draft.status = conversation.text("status")
    if conversation.text("state") == "deleted" {
      draft.refusal = HelpdeskDraft.tombstone
    } else if conversation.text("state") == "draft" {
      draft.refusal = HelpdeskDefect(reason: "draft", evidence: "never sent")
    } else if draft.status == "spam" {
      draft.refusal = HelpdeskDraft.spam
    }
    let inside = conversation["_embedded"]?["threads"]?.array ?? conversation.items("threads")
    let threads = HelpdeskParts.merge(inside, parts, updated: "createdAt", notes: &notes)
    if let count = conversation["threads"]?.int ?? conversation["threadCount"]?.int,
      count > threads.count
    {
      notes.add("truncated")
    }
    keepMetadata(of: conversation, threads, &draft)
    know(conversation["primaryCustomer"] ?? conversation["customer"], isAgent: false, &draft)
    know(conversation["assignee"], isAgent: true, &draft)
    for field in conversation.items("customFields") {
      if let name = field.text("name"), let value = field["value"] ?? field["text"] {
        draft.know(fields: .object([.init(key: name, value: value)]))
      }
    }
    for thread in threads { say(thread, &draft, &notes) }
    return draft
  }

  private func say(_ thread: JSONValue, _ draft: inout HelpdeskDraft, _ notes: inout ReadNotes) {
    let type = thread.text("type") ?? ""
    if type == "lineitem" || type == "lineItem" { return notes.add("event_unread") }
    switch thread.text("state") {
    case "draft", "underreview": return notes.add("draft_unread")
    case "hidden": return notes.add("hidden_unread")
    default: break
    }
    notes.add(
      "attachment",
      (thread["_embedded"]?.items("attachments") ?? thread.items("attachments")).count)
    let creator = thread["createdBy"]
    var role = creator?.text("type") == "customer" ? Message.Role.customer : .agent
    switch type {
    case "customer": role = .customer
    case "message", "note", "reply": role = .agent
    case "chat", "beaconchat", "phone", "forwardparent", "forwardchild": break
    default: notes.add("thread_type_unknown")
    }
    let action = thread["action"]?.text("type") ?? thread.text("actionType")
    let isSystem = creator?.text("type") == "system_user"
    if isSystem, role == .agent { role = .system }
    know(creator, isAgent: role != .customer, &draft)
    know(thread["customer"], isAgent: false, &draft)
    know(thread["assignedTo"], isAgent: true, &draft)
    let first = creator?.text("first", "firstName")
    let last = creator?.text("last", "lastName")
    let author = [first, last].compactMap(\.self).joined(separator: " ")
    draft.say(
      role, html: thread.text("body"), text: nil,
      author: author.isEmpty ? creator?.text("email") : author,
      sentAt: thread.time("createdAt"),
      // What was forwarded, and the answer to it, the customer doesn't see.
      isInternal: ["note", "forwardparent", "forwardchild"].contains(type),
      isAutomatic: isSystem || thread.hasContent("savedReplyId") && thread["savedReplyId"]?.int != 0
        || action == "workflow" || action == "manual-workflow",
      id: thread.id("id"))
  }

  private func know(_ person: JSONValue?, isAgent: Bool, _ draft: inout HelpdeskDraft) {
    // The user with the id 0 or 1 stands for nobody.
    guard let person, person.text("email") != "none@nowhere.com" else { return }
    draft.know(person: person, isAgent: isAgent)
  }

  private func keepMetadata(
    of conversation: JSONValue, _ threads: [JSONValue], _ draft: inout HelpdeskDraft
  ) {
    let tags = conversation.items("tags").compactMap { $0.string ?? $0.text("tag", "name") }
    draft.keep("tags", .array(tags.map { .string($0) }))
    draft.keep("status", draft.status)
    draft.keep("type", conversation["type"])
    draft.keep("channel", conversation["source"]?["type"])
    let ratings = threads.compactMap { $0["rating"] }.filter { $0.isContent }
    // Threads come newest first, or oldest first where somebody sorted them; the last rating counts.
    let last = ratings.max { ($0.time("createdAt") ?? "") < ($1.time("createdAt") ?? "") }
    draft.keep(
      "satisfaction", last?["rating"] ?? last.flatMap { $0.scalarText.map { .string($0) } })
  }
}
