internal import TextAlgorithms

/// A message of a HubSpot thread.
struct HubSpotMessage {
  private let message: JSONValue

  init(_ message: JSONValue) { self.message = message }

  func say(
    _ people: ZendeskUserTable?, _ draft: inout HelpdeskDraft, _ notes: inout ReadNotes
  ) {
    let type = message.text("type") ?? "MESSAGE"
    guard ["MESSAGE", "COMMENT", "WELCOME_MESSAGE"].contains(type) else {
      let known = ["ASSIGNMENT", "THREAD_STATUS_CHANGE", "THREAD_INBOX_CHANGE"].contains(type)
      return notes.add(known ? "event_unread" : "message_type_unknown")
    }
    if message.isTrue("archived") { return notes.add("message_deleted") }
    if message["status"]?.text("statusType") == "FAILED" { return notes.add("message_failed") }
    if let status = message.text("truncationStatus"), status != "NOT_TRUNCATED" {
      notes.add("truncated")
    }
    notes.add("attachment", message.items("attachments").count)
    let sender = message.items("senders").first
    let actor = sender?.text("actorId") ?? message.text("createdBy") ?? ""
    let role = type == "WELCOME_MESSAGE" ? .bot : role(of: actor, isComment: type == "COMMENT")
    let person = people?.user(actor)
    for who in message.items("senders") { know(who, isAgent: role != .customer, &draft) }
    for who in message.items("recipients") {
      let other = who.text("actorId") ?? ""
      know(who, isAgent: other.isEmpty ? role == .customer : other.hasPrefix("A-"), &draft)
    }
    draft.know(person?.identities ?? [], isAgent: role != .customer)
    draft.say(
      role, html: message.text("richText"), text: message.text("text"),
      author: sender?.text("name") ?? person?.name, sentAt: message.time("createdAt"),
      isInternal: type == "COMMENT",
      isAutomatic: role == .bot
        || role == .agent && message["client"]?.text("clientType") == "SYSTEM")
  }

  /// By the actor's prefix, else by the direction.
  private func role(of actor: String, isComment: Bool) -> Message.Role {
    switch actor.utf8.first {
    case UInt8(ascii: "V"): return .customer
    case UInt8(ascii: "A"): return .agent
    case UInt8(ascii: "B"), UInt8(ascii: "S"): return .bot
    default:
      if isComment { return .agent }
      return message.text("direction") == "OUTGOING" ? .agent : .customer
    }
  }

  private func know(_ who: JSONValue, isAgent: Bool, _ draft: inout HelpdeskDraft) {
    draft.know(
      [who.text("name"), who["deliveryIdentifier"]?.text("value")], isAgent: isAgent)
    for identifier in who.items("deliveryIdentifiers") {
      draft.know([identifier.text("value")], isAgent: isAgent)
    }
  }
}
