internal import TextAlgorithms

/// Gorgias: tickets with their messages, inside or in pages of their own, by the API's schema.
struct GorgiasFormat: HelpdeskFormat {
  let sections: Set<String> = ["data", "tickets", "messages", "customers"]

  func pieces(
    of record: JSONValue, section: String?
  ) throws(HelpdeskDefect) -> [HelpdeskPiece] {
    if let ticket = record.id("ticket_id"),
      section == "messages" || record.has("body_text", "body_html", "stripped_text")
    {
      return [.part(of: ticket, record)]
    }
    if section == "messages" { throw .missing("ticket_id") }
    guard let id = record.id("id") else { throw .missing("id") }
    if section == "customers" || record.has("firstname", "lastname") && !record.has("messages") {
      return [.person(id, ZendeskUser(record))]
    }
    return [.conversation(id, record, updatedAt: record.time("updated_datetime"))]
  }

  func draft(
    _ record: JSONValue?, parts: [JSONValue], people: ZendeskUserTable?, notes: inout ReadNotes
  ) throws(HelpdeskDefect) -> HelpdeskDraft {
    guard let ticket = record else { throw .noConversation }
    var draft = HelpdeskDraft()
    draft.title = ticket.text("subject")
    draft.language = ticket.text("language")
    draft.createdAt = ticket.time("created_datetime")
    draft.updatedAt = ticket.time("updated_datetime")
    draft.status = ticket.text("status") ?? (ticket.hasContent("closed_datetime") ? "closed" : nil)
    if ticket.hasContent("trashed_datetime") || ticket.hasContent("deleted_datetime") {
      draft.refusal = HelpdeskDraft.tombstone
    } else if ticket.isTrue("spam") {
      draft.refusal = HelpdeskDraft.spam
    }
    keepMetadata(of: ticket, &draft)
    draft.know(person: ticket["customer"], isAgent: false)
    draft.know(person: ticket["requester"], isAgent: false)
    draft.know(person: ticket["assignee_user"], isAgent: true)
    let fields = ticket["custom_fields"]
    draft.know(fields: fields)
    if let id = ticket["customer"]?.id("id"), let person = people?.user(id) {
      draft.know(person.identities, isAgent: false)
    }
    let messages = HelpdeskParts.merge(
      ticket.items("messages"), parts, updated: "updated_datetime", notes: &notes)
    if let count = ticket["messages_count"]?.int, count > messages.count { notes.add("truncated") }
    for message in messages { say(message, &draft, &notes) }
    return draft
  }

  private func say(_ message: JSONValue, _ draft: inout HelpdeskDraft, _ notes: inout ReadNotes) {
    if message.hasContent("deleted_datetime") { return notes.add("message_deleted") }
    // It never reached anybody.
    if message.hasContent("failed_datetime"), !message.hasContent("sent_datetime") {
      return notes.add("message_failed")
    }
    notes.add("attachment", message.items("attachments").count)
    let isAgent = message.isTrue("from_agent")
    let sender = message["sender"]
    draft.know(person: sender, isAgent: isAgent)
    draft.know(person: message["receiver"], isAgent: !isAgent)
    for part in message["source"]?["from"].map({ [$0] }) ?? [] {
      draft.know([part.text("name"), part.text("address")], isAgent: isAgent)
    }
    let kind = message["source"]?.text("type")
    // The API has taken quotes and signature off already.
    let stripped = message.text("stripped_text")
    let html = stripped == nil ? message.text("stripped_html") : nil
    let text = stripped ?? (html == nil ? message.text("body_text") : nil)
    let body = html ?? (text == nil ? message.text("body_html") : nil)
    draft.say(
      isAgent ? .agent : .customer, html: body, text: text,
      author: sender?.text("name", "email"),
      sentAt: message.time("sent_datetime", "created_datetime"),
      isInternal: message.isFalse("public") || kind == "internal-note"
        || message.text("channel") == "internal-note",
      isAutomatic: message.hasContent("rule_id") || message.hasContent("macros"),
      id: message.id("id"))
  }

  private func keepMetadata(of ticket: JSONValue, _ draft: inout HelpdeskDraft) {
    let tags = ticket.items("tags").compactMap { $0.string ?? $0.text("name") }
    draft.keep("tags", .array(tags.map { .string($0) }))
    draft.keep("status", draft.status)
    draft.keep("priority", ticket["priority"])
    draft.keep("channel", ticket["channel"])
    let survey = ticket["satisfaction_survey"]
    draft.keep("satisfaction", survey?["score"])
  }
}
