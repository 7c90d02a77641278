internal import TextAlgorithms

/// Streams the rows of one CSV file after its header; used by the readers of tables.
struct CSVRows {
  /// One row: the bytes of the window and the cells in it. Valid inside the call only.
  struct Row {
    let bytes: UnsafeBufferPointer<UInt8>
    let cells: [CSVScanner.Cell]
    let location: SourceLocation
    /// The whole row as it stood.
    let raw: UnsafeBufferPointer<UInt8>
    /// The encoding of the cells.
    let isWindows1252: Bool

    func appendText(_ column: Int, to out: inout [UInt8]) {
      guard isWindows1252 else {
        CSVScanner.appendText(of: cells[column], in: bytes, to: &out)
        return
      }
      var cell: [UInt8] = []
      CSVScanner.appendText(of: cells[column], in: bytes, to: &cell)
      cell.withUnsafeBufferPointer { Windows1252.append($0, to: &out) }
    }

    func text(_ column: Int) -> String {
      var out: [UInt8] = []
      appendText(column, to: &out)
      return String(decoding: out, as: UTF8.self)
    }
  }

  let context: ReaderContext
  let path: String
  private let window: ByteWindow
  private var scanner = CSVScanner(delimiter: 0x2C)
  private var isWindows1252 = false
  private var record = 0
  /// Whether the encoding was neither declared nor UTF-8.
  private(set) var encodingWasDetected = false
  private(set) var header: [String] = []

  /// How much is looked at to tell the encoding.
  static let sampleSize = 1 << 20

  init(_ stream: any ByteStream, path: String, context: ReaderContext) throws {
    self.context = context
    self.path = path
    window = ByteWindow(stream)
  }

  /// Reads the header, then hands over each row with as many cells; others are rejections. Blank lines
  /// are passed over. `start` is called once, with the header's names.
  mutating func forEach(
    _ body: (ReadResult) throws -> Void, start: ([String]) throws -> Void,
    row handle: (Row) throws -> Void
  ) throws {
    var isWhole = false
    while window.count < CSVRows.sampleSize, !isWhole { isWhole = try !window.fill() }
    decideEncoding(isWhole: isWhole)
    try window.skipByteOrderMark()
    scanner = CSVScanner(
      delimiter: context.options.delimiter ?? CSVDelimiter.detect(window.bytes))
    var isFinal = false
    while true {
      if window.count == 0, try !window.fill() { return }
      let outcome = scanner.scanRow(window.bytes, from: 0, isFinal: isFinal)
      let location = context.location(path: path, record: record + 1, offset: window.offset)
      switch outcome {
      case .more where window.count > context.options.recordLimit:
        record += 1
        let raw = UnsafeBufferPointer(rebasing: window.bytes.prefix(Rejection.rawLimit))
        try body(
          context.rejection(
            "record_too_large", at: location, evidence: "over \(context.options.recordLimit) bytes",
            raw: raw))
        try LineSplitter.skipLine(in: window)
      case .more:
        if try !window.fill() { isFinal = true }
      case .defect(let defect, let quote, let next):
        record += 1
        let raw = UnsafeBufferPointer(rebasing: window.bytes[..<next])
        try body(
          context.rejection(
            defect.rawValue, at: location, evidence: "quote at byte \(window.offset + quote)",
            raw: raw))
        let endsLine = window.bytes[next - 1] == 0x0A
        window.advance(next)
        if !endsLine { try LineSplitter.skipLine(in: window) }
      case .row(let next):
        try accept(window.bytes, next, location, body, start, handle)
        window.advance(next)
      }
    }
  }

  private mutating func accept(
    _ bytes: UnsafeBufferPointer<UInt8>, _ next: Int, _ location: SourceLocation,
    _ body: (ReadResult) throws -> Void, _ start: ([String]) throws -> Void,
    _ handle: (Row) throws -> Void
  ) throws {
    let cells = scanner.cells
    if cells.count == 1, cells[0].content.isEmpty, !cells[0].isQuoted { return }
    let raw = UnsafeBufferPointer(rebasing: bytes[..<next])
    let row = Row(
      bytes: bytes, cells: cells, location: location, raw: raw, isWindows1252: isWindows1252)
    if !isWindows1252, let at = UTF8Encoding.firstInvalid(raw) {
      record += 1
      try body(
        context.rejection("invalid_utf8", at: location, evidence: "byte \(at)", raw: raw))
    } else if header.isEmpty {
      header = cells.indices.map { row.text($0).withoutOuterSpace }
      try start(header)
    } else if cells.count != header.count {
      record += 1
      try body(
        context.rejection(
          "wrong_column_count", at: location,
          evidence: "\(cells.count) cells, \(header.count) columns", raw: raw))
    } else {
      record += 1
      try handle(row)
    }
  }

  private mutating func decideEncoding(isWhole: Bool) {
    switch context.options.encoding?.lowercased() {
    case nil: break
    case "utf-8", "utf8": return
    default:
      isWindows1252 = true
      return
    }
    // A sequence that the sample's end cuts is no defect.
    if let at = UTF8Encoding.firstInvalid(window.bytes), isWhole || at + 4 < window.count {
      isWindows1252 = true
      encodingWasDetected = true
    }
  }
}

extension String {
  /// Without spaces and tabs at both ends.
  var withoutOuterSpace: String {
    let isSpace: (UInt8) -> Bool = { $0 == 0x20 || $0 == 0x09 }
    let front = utf8.drop(while: isSpace)
    guard let last = front.lastIndex(where: { !isSpace($0) }) else { return "" }
    return String(front[...last]) ?? self
  }
}
