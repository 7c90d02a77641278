internal import TextAlgorithms

/// Streams the records of an export's files as JSON values, whatever they are written in: JSON, tables
/// of comma-separated values, or rows of XML. The first byte tells which.
enum HelpdeskInput {
  /// A record as value, the name of its array, its place, and its bytes as they stood.
  typealias Record = (JSONValue, String?, SourceLocation, UnsafeBufferPointer<UInt8>) throws -> Void

  static func forEachRecord(
    of part: InputPart, sections: Set<String>, context: ReaderContext,
    _ body: (ReadResult) throws -> Void, record: Record
  ) throws {
    try InputOpener.forEachMember(of: part, context: context, body) { path, stream in
      let window = ByteWindow(stream)
      try window.skipByteOrderMark()
      var first = window.bytes.first { $0 > 0x20 }
      while first == nil, try window.fill() { first = window.bytes.first { $0 > 0x20 } }
      switch first {
      case nil: return
      case 0x7B, 0x5B:
        var items = HelpdeskItems(window, path: path, sections: sections, context: context)
        try forEachObject(&items, context, body, record)
      case 0x3C:
        var rows = XMLRows(window, path: path, context: context)
        try rows.forEach(body, row: record)
      default: try forEachRow(WindowStream(window), path, context, body, record)
      }
    }
  }

  private static func forEachObject(
    _ items: inout HelpdeskItems, _ context: ReaderContext,
    _ body: (ReadResult) throws -> Void, _ record: Record
  ) throws {
    var scanner = JSONObjectScanner()
    try items.forEach(body) { bytes, section, location in
      if let defect = JSONLineCheck.scan(bytes, with: &scanner) {
        try body(
          context.rejection(defect.reason, at: location, evidence: defect.evidence, raw: bytes))
      } else if let value = try? JSONValue(parsing: bytes) {
        try record(value, section, location, bytes)
      } else {
        try body(context.rejection("invalid_json", at: location, raw: bytes))
      }
      return true
    }
  }

  /// A row becomes an object of its columns.
  private static func forEachRow(
    _ stream: WindowStream, _ path: String, _ context: ReaderContext,
    _ body: (ReadResult) throws -> Void, _ record: Record
  ) throws {
    var rows = try CSVRows(stream, path: path, context: context)
    var header: [String] = []
    try rows.forEach(body) {
      header = $0
    } row: { row in
      let members = header.indices.map {
        JSONValue.Member(key: header[$0], value: .string(row.text($0)))
      }
      try record(.object(members), nil, row.location, row.raw)
    }
  }
}

/// A window as the stream it was opened on, for a reader that makes a window of its own.
final class WindowStream: ByteStream {
  private let window: ByteWindow

  init(_ window: ByteWindow) { self.window = window }

  func read(into room: UnsafeMutableRawBufferPointer) throws -> Int {
    if window.count == 0, try !window.fill() { return 0 }
    let count = min(room.count, window.count)
    room.copyMemory(
      from: UnsafeRawBufferPointer(rebasing: UnsafeRawBufferPointer(window.bytes)[..<count]))
    window.advance(count)
    return count
  }
}
