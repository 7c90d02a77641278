internal import TextAlgorithms

/// Streams the tickets of a part as conversations.
final class ZendeskPartReader: PartReader {
  private let context: ReaderContext
  private var ticket: ZendeskTicket
  private var scanner = JSONObjectScanner()
  private var usersPath: String?

  init(_ context: ReaderContext) {
    self.context = context
    ticket = ZendeskTicket(context, users: nil)
  }

  func takeNotes() -> [ReadNote] { ticket.notes.take() }

  func read(_ part: InputPart, _ body: (ReadResult) throws -> Void) throws {
    if part.support != usersPath {
      let notes = ticket.notes
      ticket = ZendeskTicket(context, users: try part.support.map { try ZendeskUserTable($0) })
      ticket.notes = notes
      usersPath = part.support
    }
    guard part.range != nil else {
      return try ZendeskPartReader.forEachItem(of: part, context: context, body) {
        kind, bytes, location in
        if kind == .ticket { try body(result(bytes, location)) }
      }
    }
    try LineParts.forEachLine(of: part, context: context, body) { line, location in
      if part.path.isEmpty {
        if let result = joined(line) { try body(result) }
      } else {
        try body(result(line, location))
      }
    }
  }

  /// The items of a whole file and its members.
  static func forEachItem(
    of part: InputPart, context: ReaderContext, _ body: (ReadResult) throws -> Void,
    item: (ZendeskItems.Kind, UnsafeBufferPointer<UInt8>, SourceLocation) throws -> Void
  ) throws {
    try InputOpener.forEachMember(of: part, context: context, body) { path, stream in
      var items = ZendeskItems(ByteWindow(stream), path: path, context: context)
      try items.forEach(body, item: item)
    }
  }

  private func result(_ bytes: UnsafeBufferPointer<UInt8>, _ location: SourceLocation) -> ReadResult
  {
    if let defect = JSONLineCheck.scan(bytes, with: &scanner) {
      return context.rejection(defect.reason, at: location, evidence: defect.evidence, raw: bytes)
    }
    guard let value = try? JSONValue(parsing: bytes) else {
      return context.rejection("invalid_json", at: location, raw: bytes)
    }
    return ticket.build(value, comments: [], at: location, raw: bytes)
  }

  /// A line that the join wrote; nil for a count.
  private func joined(_ line: UnsafeBufferPointer<UInt8>) -> ReadResult? {
    guard let value = try? JSONValue(parsing: line) else {
      return context.rejection(
        "invalid_json", at: context.location(path: "", record: 0, offset: 0), raw: line)
    }
    if let note = value["_note"]?.string {
      ticket.notes.add(note, value["_count"]?.int ?? 0)
      return nil
    }
    let location = context.location(
      path: value["_path"]?.string ?? "", record: value["_record"]?.int ?? 0,
      offset: value["_offset"]?.int ?? 0)
    if let reason = value["_reason"]?.string {
      return context.rejection(reason, at: location, evidence: value["_evidence"]?.string)
    }
    guard let own = value["ticket"] else {
      return context.rejection(
        "ticket_missing", at: location, evidence: "a comment of a ticket that isn't there")
    }
    let comments = (value["_comments"]?.array ?? []).compactMap { $0["_comment"] }
    return ticket.build(own, comments: comments, at: location, raw: line)
  }
}
