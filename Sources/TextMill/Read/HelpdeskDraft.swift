internal import TextAlgorithms

/// A conversation while a format puts it together.
struct HelpdeskDraft {
  var title: String?
  var url: String?
  var language: String?
  var createdAt: String?
  var updatedAt: String?
  /// What `include.status` looks at.
  var status: String?
  /// Why the record has no text to give, though it can be read.
  var refusal: HelpdeskDefect?
  private(set) var metadata: [JSONValue.Member] = []
  private(set) var people = Identities()
  private var messages: [(message: Message, id: Int?)] = []

  /// The record was deleted, and its texts with it.
  static let tombstone = HelpdeskDefect(reason: "deleted", evidence: "tombstone")
  static let spam = HelpdeskDefect(reason: "spam", evidence: "the helpdesk's own mark")

  /// Adds a message; blank ones are none. `id` orders messages of the same second where all have one.
  mutating func say(_ message: Message, id: String? = nil) {
    guard message.text.contains(where: { $0 > 0x20 }) else { return }
    messages.append((message, id.flatMap { Int($0) }))
  }

  /// Adds what an HTML text says, or the plain one where there is no HTML.
  mutating func say(
    _ role: Message.Role, html: String?, text: String?, author: String?, sentAt: String?,
    isInternal: Bool = false, isAutomatic: Bool = false, id: String? = nil
  ) {
    guard let body = html ?? text else { return }
    say(
      Message(
        role: role, author: author, sentAt: sentAt, text: Array(body.utf8), isHTML: html != nil,
        visibility: isInternal ? .internal : .public, isAutomatic: isAutomatic),
      id: id)
  }

  var messageCount: Int { messages.count }

  /// Keeps a value of the source; nothing when it is empty.
  mutating func keep(_ key: String, _ value: JSONValue?) {
    if let value, value.isContent { metadata.append(.init(key: key, value: value)) }
  }

  mutating func keep(_ key: String, _ text: String?) { keep(key, text.map { .string($0) }) }

  /// Notes what a person is called and reached by.
  mutating func know(_ values: [String?], isAgent: Bool) {
    for case let value? in values {
      let value = value.withoutOuterSpace
      if value.utf8.count < 2 || people.customer.contains(value) || people.agent.contains(value) {
        continue
      }
      if isAgent { people.agent.append(value) } else { people.customer.append(value) }
    }
  }

  /// Notes the person that an object describes, by the names that exports give to its fields.
  mutating func know(person: JSONValue?, isAgent: Bool) {
    guard let person, person.members != nil else { return }
    let first = person.text("first_name", "firstName", "firstname", "first")
    let last = person.text("last_name", "lastName", "lastname", "last")
    know(
      [person.text("name", "full_name", "fullName", "displayName", "display_name")]
        + [first.flatMap { first in last.map { "\(first) \($0)" } } ?? first ?? last]
        + [
          person.text("email", "emailAddress", "email_address", "address"),
          person.id("phone", "phoneNumber", "phone_number"), person.id("mobile"),
        ], isAgent: isAgent)
  }

  /// Notes what fields of the company's own making say of the customer: names, addresses, numbers.
  mutating func know(fields: JSONValue?) {
    for member in fields?.members ?? [] {
      guard let text = member.value.scalarText, HelpdeskField.isPersonal(member.key, text) else {
        continue
      }
      know([text], isAgent: false)
    }
  }

  /// The document, or why there is none; messages oldest first, those without a time behind the one
  /// that they stood behind.
  func result(
    _ id: String, context: ReaderContext, at location: SourceLocation,
    raw: UnsafeBufferPointer<UInt8>?
  ) -> ReadResult {
    let documentID = context.documentID(id)
    if let refusal {
      return context.rejection(
        refusal.reason, at: location, id: documentID, evidence: refusal.evidence)
    }
    if let excluded = context.excluded(status: status, at: location, id: documentID) {
      return excluded
    }
    let isSilent = messages.allSatisfy {
      $0.message.visibility == .internal && context.options.internalNotes == .leaveOut
    }
    if isSilent {
      return context.rejection(
        "no_message", at: location, id: documentID, evidence: "nothing public is said")
    }
    var document = Document(
      id: documentID, kind: .conversation, source: location, title: title, url: url,
      language: language.flatMap(LanguageTag.primary), createdAt: createdAt,
      updatedAt: updatedAt, body: .conversation(ordered))
    document.metadata = metadata
    document.identities = people
    return .document(document)
  }

  private var ordered: [Message] {
    let usesIDs = messages.allSatisfy { $0.id != nil }
    var time = ""
    let keyed = messages.enumerated().map { index, entry in
      time = entry.message.sentAt ?? time
      return (time: time, order: usesIDs ? entry.id! : index, index: index, entry.message)
    }
    return keyed.sorted { ($0.time, $0.order, $0.index) < ($1.time, $1.order, $1.index) }.map(\.3)
  }
}
