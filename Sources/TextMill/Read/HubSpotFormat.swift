internal import TextAlgorithms

/// HubSpot: messages of conversation threads, threads, tickets of the CRM, and the people in them.
///
/// A ticket that names its thread (`hs_conversations_originating_thread_id`) and the thread's messages
/// are one conversation, `ticket-ID`; a thread without ticket goes by its own id.
struct HubSpotFormat: HelpdeskFormat {
  let sections: Set<String> = ["results", "messages", "threads", "tickets", "actors"]

  func pieces(
    of record: JSONValue, section: String?
  ) throws(HelpdeskDefect) -> [HelpdeskPiece] {
    if let thread = record.id("conversationsThreadId", "threadId") {
      return [.indirect(of: thread, record)]
    }
    guard let id = record.id("id") else { throw .missing("id") }
    if let properties = record["properties"], properties.members != nil {
      if properties.has("email", "firstname", "lastname"), !properties.has("hs_pipeline") {
        return [.person("V-" + id, person(properties, role: "end-user"))]
      }
      let ticket = HelpdeskPiece.conversation(
        "ticket-" + id, record,
        updatedAt: record.time("updatedAt") ?? properties.time("hs_lastmodifieddate"))
      let key = "hs_conversations_originating_thread_id"
      guard let thread = properties.id(key) else { return [ticket] }
      return [ticket, .alias(thread, of: "ticket-" + id)]
    }
    if record.has("text", "richText", "senders") { throw .missing("conversationsThreadId") }
    if ["AGENT", "VISITOR", "BOT"].contains(record.text("type") ?? "") || id.hasPrefix("A-")
      || id.hasPrefix("V-")
    {
      let isAgent = record.text("type") == "AGENT" || id.hasPrefix("A-")
      return [.person(id, person(record, role: isAgent ? "agent" : "end-user"))]
    }
    return [.indirect(of: id, record)]
  }

  private func person(_ value: JSONValue, role: String) -> ZendeskUser {
    let first = value.text("firstname", "firstName")
    let last = value.text("lastname", "lastName")
    let name =
      value.text("name") ?? [first, last].compactMap(\.self).joined(separator: " ")
    let members: [JSONValue.Member] = [
      .init(key: "role", value: .string(role)), .init(key: "name", value: .string(name)),
      .init(key: "email", value: .string(value.text("email") ?? "")),
      .init(key: "phone", value: .string(value.id("phone", "mobilephone") ?? "")),
    ]
    return ZendeskUser(.object(members))
  }

  func draft(
    _ record: JSONValue?, parts: [JSONValue], people: ZendeskUserTable?, notes: inout ReadNotes
  ) throws(HelpdeskDefect) -> HelpdeskDraft {
    var draft = HelpdeskDraft()
    let messages = HelpdeskParts.merge(
      [], parts.filter { $0.has("conversationsThreadId", "threadId") }, updated: "updatedAt",
      notes: &notes)
    let threads = HelpdeskParts.merge(
      [], parts.filter { !$0.has("conversationsThreadId", "threadId") },
      updated: "latestMessageTimestamp", notes: &notes)
    if let properties = record?["properties"] {
      describe(record!, properties, messages, &draft)
    }
    for thread in threads {
      draft.createdAt = draft.createdAt ?? thread.time("createdAt")
      draft.updatedAt = draft.updatedAt ?? thread.time("latestMessageTimestamp")
      draft.status = draft.status ?? thread.text("status")?.lowercased()
      if let contact = thread.id("associatedContactId"), let person = people?.user("V-" + contact) {
        draft.know(person.identities, isAgent: false)
      }
      if thread.isTrue("spam") { draft.refusal = HelpdeskDraft.spam }
      if thread.isTrue("archived") { draft.refusal = HelpdeskDraft.tombstone }
    }
    draft.keep("status", draft.status)
    for message in messages {
      draft.title = draft.title ?? message.text("subject")
      HubSpotMessage(message).say(people, &draft, &notes)
    }
    draft.createdAt = draft.createdAt ?? messages.compactMap { $0.time("createdAt") }.min()
    draft.updatedAt = draft.updatedAt ?? messages.compactMap { $0.time("createdAt") }.max()
    return draft
  }

  /// What the ticket of the CRM says.
  private func describe(
    _ record: JSONValue, _ ticket: JSONValue, _ messages: [JSONValue], _ draft: inout HelpdeskDraft
  ) {
    draft.title = ticket.text("subject")
    draft.createdAt = ticket.time("createdate") ?? record.time("createdAt")
    draft.updatedAt = ticket.time("hs_lastmodifieddate") ?? record.time("updatedAt")
    draft.status = ticket.text("hs_pipeline_stage")
    draft.language = ticket.text("hs_detected_language", "hs_language")
    if record.isTrue("archived") { draft.refusal = HelpdeskDraft.tombstone }
    draft.keep("priority", ticket.text("hs_ticket_priority"))
    draft.keep("channel", ticket.text("source_type", "hs_originating_channel_type"))
    draft.keep("type", ticket.text("hs_ticket_category"))
    draft.keep("pipeline", ticket.text("hs_pipeline"))
    draft.know(fields: ticket)
    let content = ticket.text("content")
    let isRepeated = messages.contains { SameText.holds($0.text("text"), content) }
    if !isRepeated {
      draft.say(.customer, html: nil, text: content, author: nil, sentAt: draft.createdAt)
    }
  }
}
