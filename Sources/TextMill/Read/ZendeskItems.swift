internal import TextAlgorithms

/// Finds tickets, users and ticket events in the shapes that exports have: pages of named arrays, an
/// array, or objects one after the other.
struct ZendeskItems {
  enum Kind: Sendable { case ticket, user, event }

  /// What the first value of a file is.
  enum Shape: Equatable { case pages, ticketLines, other }

  let context: ReaderContext
  let path: String
  private let stream: JSONStream
  private var record = 0

  init(_ window: ByteWindow, path: String, context: ReaderContext) {
    self.context = context
    self.path = path
    stream = JSONStream(window: window, limit: context.options.recordLimit)
  }

  /// Hands over each item's bytes and place; defects are rejections, and reading goes on with the next line.
  mutating func forEach(
    _ body: (ReadResult) throws -> Void,
    item: (Kind, UnsafeBufferPointer<UInt8>, SourceLocation) throws -> Void
  ) throws {
    try stream.window.skipByteOrderMark()
    while true {
      do {
        guard let first = try stream.peek() else { return }
        if first == 0x5B {
          try array(nil, body, item)
        } else if first == 0x7B, try isPage() {
          try page(body, item)
        } else {
          try single(nil, body, item)
        }
        _ = try stream.take(0x2C)
      } catch let defect as JSONStream.Defect {
        let bytes = UnsafeBufferPointer(rebasing: stream.window.bytes.prefix(Rejection.rawLimit))
        try body(
          context.rejection(
            defect.reason, at: location, evidence: defect.evidence, raw: bytes))
        try LineSplitter.skipLine(in: stream.window)
      }
    }
  }

  /// What stands at the front of the file; nothing is consumed but space.
  func shape() throws -> Shape {
    try stream.window.skipByteOrderMark()
    guard let first = try? stream.peek() else { return .other }
    guard first == 0x7B else { return first == 0x5B ? .pages : .other }
    if try isPage() { return .pages }
    guard let length = try? stream.valueLength() else { return .other }
    let bytes = UnsafeBufferPointer(rebasing: stream.window.bytes[..<length])
    return !bytes.contains(0x0A) && ZendeskItems.kind(of: bytes) == .ticket ? .ticketLines : .other
  }

  private var location: SourceLocation {
    context.location(path: path, record: record + 1, offset: stream.window.offset)
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

  /// Whether the object at the front is a page: its first telling key names a list, not a ticket's field.
  private func isPage() throws -> Bool {
    let window = stream.window
    while true {
      if let answer = ZendeskItems.pageAnswer(window.bytes) { return answer }
      if window.count > context.options.recordLimit { return true }
      if try !window.fill() { return false }
    }
  }

  /// nil when the bytes end before the answer.
  private static func pageAnswer(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool? {
    var i = 1
    func skipSpace() { while i < bytes.count, bytes[i] <= 0x20 || bytes[i] == 0x2C { i += 1 } }
    while true {
      skipSpace()
      guard i < bytes.count else { return nil }
      guard bytes[i] == 0x22 else { return false }
      var extent = JSONExtent()
      guard let end = extent.end(in: bytes, from: i) else { return nil }
      let key = String(decoding: bytes[(i + 1)..<(end - 1)], as: UTF8.self)
      i = end
      skipSpace()
      guard i < bytes.count else { return nil }
      guard bytes[i] == 0x3A else { return false }
      i += 1
      skipSpace()
      guard i < bytes.count else { return nil }
      if kind(ofSection: key) != nil { return bytes[i] == 0x5B }
      if ["id", "ticket_id", "subject", "comments", "child_events"].contains(key) { return false }
      var value = JSONExtent()
      guard let valueEnd = value.end(in: bytes, from: i) else { return nil }
      i = valueEnd
    }
  }

  private mutating func page(
    _ body: (ReadResult) throws -> Void,
    _ item: (Kind, UnsafeBufferPointer<UInt8>, SourceLocation) throws -> Void
  ) throws {
    try stream.expect(0x7B)
    while try !stream.take(0x7D) {
      let key = try stream.key()
      if let kind = ZendeskItems.kind(ofSection: key), try stream.peek() == 0x5B {
        try array(kind, body, item)
      } else {
        _ = try stream.peek()
        try stream.skipValue()
      }
      if try stream.take(0x2C) { continue }
      guard try stream.peek() == 0x7D else { return try stream.expect(0x7D) }
    }
  }

  private mutating func array(
    _ kind: Kind?, _ body: (ReadResult) throws -> Void,
    _ item: (Kind, UnsafeBufferPointer<UInt8>, SourceLocation) throws -> Void
  ) throws {
    try stream.expect(0x5B)
    while try !stream.take(0x5D) {
      try single(kind, body, item)
      if try stream.take(0x2C) { continue }
      guard try stream.peek() == 0x5D else { return try stream.expect(0x5D) }
    }
  }

  private mutating func single(
    _ kind: Kind?, _ body: (ReadResult) throws -> Void,
    _ item: (Kind, UnsafeBufferPointer<UInt8>, SourceLocation) throws -> Void
  ) throws {
    guard try stream.peek() != nil else {
      throw JSONStream.Defect(reason: "truncated_json", evidence: "byte \(stream.window.offset)")
    }
    guard let length = try stream.valueLength() else {
      let bytes = UnsafeBufferPointer(rebasing: stream.window.bytes.prefix(Rejection.rawLimit))
      try body(
        context.rejection(
          "record_too_large", at: location, evidence: "over \(context.options.recordLimit) bytes",
          raw: bytes))
      record += 1
      return try stream.skipValue()
    }
    let bytes = UnsafeBufferPointer(rebasing: stream.window.bytes[..<max(1, length)])
    let found = kind ?? ZendeskItems.kind(of: bytes)
    try item(found, bytes, location)
    if found == .ticket { record += 1 }
    stream.window.advance(max(1, length))
  }
}
