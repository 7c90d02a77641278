internal import TextAlgorithms

/// Finds the records of an export that is JSON: pages of named arrays, an array, or objects one after the
/// other, in memory for one record at a time.
struct HelpdeskItems {
  /// Takes the bytes of a record, the name of its array, and its place; answers whether it counts in the places of
  /// those behind it.
  typealias Item = (UnsafeBufferPointer<UInt8>, String?, SourceLocation) throws -> Bool

  let context: ReaderContext
  let path: String
  /// The arrays that pages keep records in.
  private let sections: Set<String>
  /// The objects that stand around such arrays.
  private let containers: Set<String>
  let stream: JSONStream
  private var record = 0

  /// Keys that only records have: an object that shows one before any section is no page.
  private let ownKeys: Set<String>

  /// Such keys of most helpdesks.
  static let commonKeys: Set<String> = [
    "id", "ticket_id", "key", "number", "subject", "title", "body", "description", "fields",
    "properties", "created_at", "createdAt", "created_datetime", "attachments", "author",
    "assignee", "cc_emails", "company_id", "conversation_parts", "custom_fields", "attributes",
    "archived", "active", "body_html", "body_text", "associated_tickets_count", "Id",
  ]

  init(
    _ window: ByteWindow, path: String, sections: Set<String>,
    ownKeys: Set<String> = HelpdeskItems.commonKeys, context: ReaderContext
  ) {
    self.ownKeys = ownKeys
    self.context = context
    self.path = path
    self.sections = sections
    containers = Set(
      sections.filter { $0.contains(".") }.map { String($0.prefix { $0 != "." }) })
    stream = JSONStream(window: window, limit: context.options.recordLimit)
  }

  /// Hands over each record; defects are rejections, and reading goes on with the next line.
  mutating func forEach(_ body: (ReadResult) throws -> Void, item: Item) throws {
    while true {
      do {
        guard let first = try stream.peek() else { return }
        if first == 0x5B {
          try array(nil, body, item)
        } else if first == 0x7B, try isPage() {
          try page(prefix: "", body, item)
        } else {
          try single(nil, body, item)
        }
        _ = try stream.take(0x2C)
      } catch let defect as JSONStream.Defect {
        let bytes = UnsafeBufferPointer(rebasing: stream.window.bytes.prefix(Rejection.rawLimit))
        try body(
          context.rejection(defect.reason, at: location, evidence: defect.evidence, raw: bytes))
        try LineSplitter.skipLine(in: stream.window)
      }
    }
  }

  private var location: SourceLocation {
    context.location(path: path, record: record + 1, offset: stream.window.offset)
  }

  /// Whether the object at the front is a page: its first telling key names a list, not a record's field.
  func isPage() throws -> Bool {
    let window = stream.window
    while true {
      if let answer = pageAnswer(window.bytes) { return answer }
      if window.count > context.options.recordLimit { return true }
      if try !window.fill() { return false }
    }
  }

  /// nil when the bytes end before the answer.
  private func pageAnswer(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool? {
    var i = 1
    var prefix = ""
    func skipSpace() { while i < bytes.count, bytes[i] <= 0x20 || bytes[i] == 0x2C { i += 1 } }
    while true {
      skipSpace()
      guard i < bytes.count else { return nil }
      guard bytes[i] == 0x22 else { return false }
      var extent = JSONExtent()
      guard let end = extent.end(in: bytes, from: i) else { return nil }
      let key = prefix + String(decoding: bytes[(i + 1)..<(end - 1)], as: UTF8.self)
      i = end
      skipSpace()
      guard i < bytes.count else { return nil }
      guard bytes[i] == 0x3A else { return false }
      i += 1
      skipSpace()
      guard i < bytes.count else { return nil }
      if sections.contains(key), bytes[i] == 0x5B { return true }
      if ownKeys.contains(key) { return false }
      if prefix.isEmpty, containers.contains(key), bytes[i] == 0x7B {
        // The answer stands among the container's own keys.
        prefix = key + "."
        i += 1
        continue
      }
      var value = JSONExtent()
      guard let valueEnd = value.end(in: bytes, from: i) else { return nil }
      i = valueEnd
    }
  }

  private mutating func page(
    prefix: String, _ body: (ReadResult) throws -> Void, _ item: Item
  ) throws {
    try stream.expect(0x7B)
    while try !stream.take(0x7D) {
      let key = prefix + (try stream.key())
      let first = try stream.peek()
      if sections.contains(key), first == 0x5B {
        try array(key, body, item)
      } else if prefix.isEmpty, containers.contains(key), first == 0x7B {
        try page(prefix: key + ".", body, item)
      } else {
        try stream.skipValue()
      }
      if try stream.take(0x2C) { continue }
      guard try stream.peek() == 0x7D else { return try stream.expect(0x7D) }
    }
  }

  private mutating func array(
    _ section: String?, _ body: (ReadResult) throws -> Void, _ item: Item
  ) throws {
    try stream.expect(0x5B)
    while try !stream.take(0x5D) {
      try single(section, body, item)
      if try stream.take(0x2C) { continue }
      guard try stream.peek() == 0x5D else { return try stream.expect(0x5D) }
    }
  }

  private mutating func single(
    _ section: String?, _ body: (ReadResult) throws -> Void, _ item: Item
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
    let count = max(1, length)
    let bytes = UnsafeBufferPointer(rebasing: stream.window.bytes[..<count])
    if try item(bytes, section, location) { record += 1 }
    stream.window.advance(count)
  }
}
