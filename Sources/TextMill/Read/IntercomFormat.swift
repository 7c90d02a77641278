internal import TextAlgorithms

/// Intercom: conversations whose source is the first message and whose parts are the others, by the
/// API's schema. Times are seconds since 1970.
struct IntercomFormat: HelpdeskFormat {
  let sections: Set<String> = ["conversations", "data", "contacts", "admins"]

  func pieces(
    of record: JSONValue, section: String?
  ) throws(HelpdeskDefect) -> [HelpdeskPiece] {
    let type = record["type"]?.string ?? ""
    if ["contact", "user", "lead", "admin"].contains(type) {
      guard let id = record.id("id") else { throw .missing("id") }
      var members = record.members ?? []
      let role = type == "admin" ? "agent" : "end-user"
      members.append(.init(key: "role", value: .string(role)))
      return [.person(id, ZendeskUser(.object(members)))]
    }
    if type == "conversation_part" || record.has("part_type") {
      guard let id = record.id("conversation_id") else { throw .missing("conversation_id") }
      return [.part(of: id, record)]
    }
    guard let id = record.id("id", "conversation_id") else { throw .missing("id") }
    return [.conversation(id, record, updatedAt: record.time("updated_at"))]
  }

  func draft(
    _ record: JSONValue?, parts: [JSONValue], people: ZendeskUserTable?, notes: inout ReadNotes
  ) throws(HelpdeskDefect) -> HelpdeskDraft {
    guard let conversation = record else { throw .noConversation }
    var draft = HelpdeskDraft()
    let source = conversation["source"] ?? conversation["conversation_message"] ?? .null
    draft.title = conversation.text("title") ?? source.text("subject").map(IntercomFormat.plain)
    draft.createdAt = conversation.time("created_at")
    draft.updatedAt = conversation.time("updated_at")
    draft.status = conversation.text("state")
    keepMetadata(of: conversation, source, &draft)
    for contact in conversation["contacts"]?.items("contacts") ?? [] {
      draft.know(person: contact, isAgent: false)
      if let id = contact.id("id"), let person = people?.user(id) {
        draft.know(person.identities, isAgent: false)
      }
    }
    draft.know(fields: conversation["custom_attributes"])

    var redacted = 0
    say(source, as: .comment, people, &draft, &notes, &redacted, sentAt: draft.createdAt)
    let list = conversation["conversation_parts"]
    let inside = list?.array ?? list?.items("conversation_parts") ?? []
    let merged = HelpdeskParts.merge(inside, parts, updated: "updated_at", notes: &notes)
    if let total = list?["total_count"]?.int
      ?? conversation["statistics"]?["count_conversation_parts"]?.int,
      total > merged.count
    {
      notes.add("truncated")
    }
    for part in merged {
      switch IntercomPart(part) {
      case .dropped: notes.add("event_unread")
      case .unknown(let type): notes.add("part_type_unknown:" + type)
      case let kept: say(part, as: kept, people, &draft, &notes, &redacted, sentAt: nil)
      }
    }
    if draft.messageCount == 0, redacted > 0 { draft.refusal = HelpdeskDraft.tombstone }
    return draft
  }

  private func say(
    _ part: JSONValue, as kind: IntercomPart, _ people: ZendeskUserTable?,
    _ draft: inout HelpdeskDraft, _ notes: inout ReadNotes, _ redacted: inout Int, sentAt: String?
  ) {
    if part.isTrue("redacted") {
      redacted += 1
      return notes.add("message_redacted")
    }
    notes.add("attachment", part.items("attachments").count)
    let author = part["author"]
    let role = role(author, part)
    draft.know(person: author, isAgent: role != .customer)
    if let id = author?.id("id"), let person = people?.user(id) {
      draft.know(person.identities, isAgent: role != .customer)
    }
    guard let body = part.text("body") else { return }
    // Plain where the export was asked for with display_as=plaintext.
    let isHTML = body.utf8.first { $0 > 0x20 } == 0x3C
    let delivery = part.text("delivered_as") ?? ""
    let isAutomatic =
      role == .bot || ["automated", "campaigns_initiated", "operator_initiated"].contains(delivery)
    draft.say(
      role, html: isHTML ? body : nil, text: body, author: author?.text("name", "email"),
      sentAt: part.time("created_at") ?? sentAt, isInternal: kind == .note,
      isAutomatic: isAutomatic)
  }

  private func role(_ author: JSONValue?, _ part: JSONValue) -> Message.Role {
    let marks = ["from_ai_agent", "is_ai_answer"]
    if marks.contains(where: { author?.isTrue($0) == true || part.isTrue($0) }) { return .bot }
    return switch author?["type"]?.string {
    case "bot", "operator": .bot
    case "admin", "team": .agent
    default: .customer
    }
  }

  private func keepMetadata(
    of conversation: JSONValue, _ source: JSONValue, _ draft: inout HelpdeskDraft
  ) {
    let tags = conversation["tags"]?.items("tags") ?? []
    draft.keep("tags", .array(tags.compactMap { $0.text("name").map { .string($0) } }))
    let topics = conversation["topics"]?.items("topics") ?? []
    draft.keep("topics", .array(topics.compactMap { $0.text("name").map { .string($0) } }))
    draft.keep("status", draft.status)
    draft.keep("priority", conversation["priority"])
    draft.keep("channel", source["type"])
    draft.keep("delivered_as", source["delivered_as"])
    draft.keep("satisfaction", conversation["conversation_rating"]?["rating"])
    draft.language =
      conversation.text("language") ?? conversation["custom_attributes"]?.text("Language")
  }

  /// A subject without its tags: it comes as a paragraph of HTML.
  static func plain(_ html: String) -> String {
    var out: [UInt8] = []
    var isTag = false
    for byte in html.utf8 {
      if byte == 0x3C {
        isTag = true
      } else if byte == 0x3E {
        isTag = false
      } else if !isTag {
        out.append(byte)
      }
    }
    return String(decoding: out, as: UTF8.self).withoutOuterSpace
  }
}
