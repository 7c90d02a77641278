internal import TextAlgorithms

/// Cuts a mailbox (mboxo, mboxrd) into messages, in memory for one message at a time.
///
/// A message begins at a line `From …hh:mm…` at the top of the file or behind a blank line. In its text,
/// `>From `, `>>From ` … lose one `>`, as mboxrd says; Content-Length is not believed.
enum Mailbox {
  static func forEachMessage(
    in window: ByteWindow, path: String, context: ReaderContext,
    _ body: (ReadResult) throws -> Void,
    message: (UnsafeBufferPointer<UInt8>, SourceLocation) throws -> Void
  ) throws {
    let limit = context.options.recordLimit
    var content: [UInt8] = []
    var isTooLong = false
    var start: Int?
    var stray: (offset: Int, head: [UInt8])?
    var record = 0
    var wasBlank = true
    func finish() throws {
      if let stray {
        try stray.head.withUnsafeBufferPointer {
          try body(
            context.rejection(
              "no_from_line", at: context.location(path: path, record: 0, offset: stray.offset),
              evidence: "text before the first message", raw: $0))
        }
      }
      stray = nil
      guard let offset = start else { return }
      record += 1
      let location = context.location(path: path, record: record, offset: offset)
      try content.withUnsafeBufferPointer { bytes in
        if isTooLong {
          try body(
            context.rejection(
              "record_too_large", at: location, evidence: "over \(limit) bytes", raw: bytes))
        } else {
          try message(bytes, location)
        }
      }
    }
    try LineSplitter.forEachLine(in: window, limit: limit) { line in
      if wasBlank, isFromLine(line.bytes) {
        try finish()
        start = line.offset
        content.removeAll(keepingCapacity: true)
        isTooLong = false
        wasBlank = false
        return
      }
      wasBlank = line.bytes.isEmpty
      if start == nil {
        if !wasBlank, stray == nil { stray = (line.offset, Array(line.bytes.prefix(4096))) }
        return
      }
      if line.isTooLong || content.count + line.bytes.count >= limit { isTooLong = true }
      if isTooLong { return }
      let quotes = line.bytes.prefix { $0 == 0x3E }.count
      let isEscaped = quotes > 0 && line.bytes.dropFirst(quotes).starts(with: fromMark)
      content.append(contentsOf: line.bytes.dropFirst(isEscaped ? 1 : 0))
      content.append(0x0A)
    }
    try finish()
  }

  private static let fromMark = Array("From ".utf8)

  private static func isFromLine(_ line: UnsafeBufferPointer<UInt8>) -> Bool {
    guard line.starts(with: fromMark), line.count < 1_000 else { return false }
    func isDigit(_ i: Int) -> Bool { line[i] &- 0x30 < 10 }
    var i = fromMark.count + 2
    while i + 2 < line.count {
      if line[i] == 0x3A, isDigit(i - 1), isDigit(i + 1), isDigit(i + 2) { return true }
      i += 1
    }
    return false
  }
}
