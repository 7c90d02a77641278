internal import TextAlgorithms

/// Finds tickets, users and ticket events in the shapes that exports have: pages of named arrays, an
/// array, or objects one after the other.
struct ZendeskItems {
  enum Kind: Sendable { case ticket, user, event }

  /// What the first value of a file is.
  enum Shape: Equatable { case pages, ticketLines, other }

  private var items: HelpdeskItems

  private static let sections: Set<String> = ["tickets", "users", "ticket_events"]
  /// A section's name without a list is a field, too.
  private static let ownKeys = sections.union([
    "id", "ticket_id", "subject", "comments", "child_events",
  ])

  init(_ window: ByteWindow, path: String, context: ReaderContext) {
    items = HelpdeskItems(
      window, path: path, sections: ZendeskItems.sections, ownKeys: ZendeskItems.ownKeys,
      context: context)
  }

  /// Hands over each item's bytes and place; defects are rejections, and reading goes on with the next line.
  /// Places count tickets.
  mutating func forEach(
    _ body: (ReadResult) throws -> Void,
    item: (Kind, UnsafeBufferPointer<UInt8>, SourceLocation) throws -> Void
  ) throws {
    try items.stream.window.skipByteOrderMark()
    try items.forEach(body) { bytes, section, location in
      let kind = section.flatMap(ZendeskItems.kind(ofSection:)) ?? ZendeskItems.kind(of: bytes)
      try item(kind, bytes, location)
      return kind == .ticket
    }
  }

  /// What stands at the front of the file; nothing is consumed but space.
  func shape() throws -> Shape {
    let stream = items.stream
    try stream.window.skipByteOrderMark()
    guard let first = try? stream.peek() else { return .other }
    guard first == 0x7B else { return first == 0x5B ? .pages : .other }
    if try items.isPage() { return .pages }
    guard let length = try? stream.valueLength() else { return .other }
    let bytes = UnsafeBufferPointer(rebasing: stream.window.bytes[..<length])
    return !bytes.contains(0x0A) && ZendeskItems.kind(of: bytes) == .ticket ? .ticketLines : .other
  }

  private static func kind(ofSection key: String) -> Kind? {
    switch key {
    case "tickets": .ticket
    case "users": .user
    case "ticket_events": .event
    default: nil
    }
  }

  /// The kind of an object by its own keys.
  static func kind(of bytes: UnsafeBufferPointer<UInt8>) -> Kind {
    var scanner = JSONObjectScanner()
    guard (try? scanner.scan(bytes)) != nil else { return .ticket }
    func has(_ key: StaticString) -> Bool { scanner.member(key, in: bytes) != nil }
    if has("child_events") { return .event }
    if has("requester_id") || has("subject") || has("comments") || has("description") {
      return .ticket
    }
    return has("role") || has("email") ? .user : .ticket
  }
}
