internal import TextAlgorithms

/// Walks over the records of one uncompressed web archive, WARC or ARC, from front to back.
///
/// What isn't a record is a flaw, and the walk goes on with the next line that begins one. Holds no more
/// than the block of a record, and that only where it is asked for.
final class WARCRecords {
  /// The block of the record at hand; valid inside the call only.
  struct Block {
    fileprivate let window: ByteWindow
    let length: Int

    /// The first bytes of the block, at least `count` of them where it has as many.
    func head(_ count: Int) throws -> UnsafeBufferPointer<UInt8> {
      while window.count < min(count, length), try window.fill() {}
      return UnsafeBufferPointer(rebasing: window.bytes.prefix(length))
    }

    /// The whole block; nil when the file ends inside it.
    func whole() throws -> UnsafeBufferPointer<UInt8>? {
      let bytes = try head(length)
      return bytes.count + WARCRecords.slack >= length ? bytes : nil
    }
  }

  /// Something that isn't a record, or not a whole one.
  struct Defect {
    var reason: String
    var evidence: String
    var offset: Int
    var raw: UnsafeBufferPointer<UInt8>?
  }

  /// What may be missing at the end of a file: some writers count the line end behind a block to it.
  static let slack = 2

  /// The most bytes of a head.
  static let headLimit = 1 << 20

  private let window: ByteWindow
  private var isARC = false
  private var isFirst = true
  /// Bytes in which the end of a head was looked for in vain: they aren't looked at again.
  private var searched = 0

  init(_ window: ByteWindow) { self.window = window }

  /// Hands over each record with its offset and block, and each defect, until `isEnd` says of the offset
  /// of a record that it belongs to the next part. `note` is told by name what is odd about a record.
  func forEach(
    until isEnd: (Int) -> Bool = { _ in false }, note: (String, Int) -> Void,
    defect: (Defect) throws -> Void,
    record: (WARCHead, Int, Block) throws -> Void
  ) throws {
    while try skipBlankLines() {
      let offset = window.offset
      if isEnd(offset) { return }
      switch try head() {
      case .success(let (head, count)):
        window.advance(count)
        try record(head, offset, Block(window: window, length: head.length))
        if try !skip(head.length) {
          try defect(
            Defect(
              reason: "truncated_record", evidence: "the file ends inside a \(head.type) record",
              offset: offset))
        } else if try !isARC && !endsInBlankLine() {
          note("record_length_off", 1)
        }
      case .failure(let flaw):
        let raw = UnsafeBufferPointer(rebasing: window.bytes.prefix(Rejection.rawLimit))
        try defect(
          Defect(reason: flaw.reason, evidence: flaw.evidence, offset: offset, raw: raw))
        window.advance(searched)
        searched = 0
        try findRecord()
      }
    }
  }

  /// Passes over what parts records, and some writers pad them with; false at the end.
  private func skipBlankLines() throws -> Bool {
    while true {
      let blank = window.bytes.prefix { $0 == 0x0D || $0 == 0x0A || $0 == 0x20 || $0 == 0x09 }
      window.advance(blank.count)
      if window.count > 0 { return true }
      if try !window.fill() { return false }
    }
  }

  private static let mark = Array("WARC/".utf8)

  private func head() throws -> Result<(WARCHead, Int), WARCHead.Flaw> {
    while window.count < 16, try window.fill() {}
    if window.bytes.starts(with: WARCRecords.mark) {
      guard let end = try blankLine() else {
        return .failure(.init(reason: "invalid_record", evidence: "a head without an end"))
      }
      let bytes = UnsafeBufferPointer(rebasing: window.bytes[..<end])
      return WARCHead.parse(bytes).map { ($0, end) }
    }
    defer { isFirst = false }
    if isARC || isFirst, let end = try lineEnd() {
      var line = window.bytes[..<end]
      if line.last == 0x0D { line = line.dropLast() }
      if let found = WARCHead.parseARC(UnsafeBufferPointer(rebasing: line)) {
        isARC = true
        return found.map { ($0, end + 1) }
      }
    }
    let line = window.bytes.prefix(60).prefix { $0 != 0x0A && $0 != 0x0D }
    return .failure(
      .init(
        reason: "invalid_record",
        evidence: "begins with \"\(String(decoding: line, as: UTF8.self))\""))
  }

  private func lineEnd() throws -> Int? {
    var searched = 0
    while true {
      if let end = window.bytes[searched...].firstIndex(of: 0x0A) { return end }
      searched = window.count
      if searched > WARCRecords.headLimit { return nil }
      if try !window.fill() { return nil }
    }
  }

  /// The length of the head with its blank line; nil when there is no end to it.
  private func blankLine() throws -> Int? {
    var at = 0
    while true {
      let bytes = window.bytes
      while at < bytes.count {
        guard bytes[at] == 0x0A else {
          at += 1
          continue
        }
        let next = at + 1 < bytes.count && bytes[at + 1] == 0x0D ? at + 2 : at + 1
        guard next < bytes.count else { break }
        if bytes[next] == 0x0A { return next + 1 }
        at += 1
      }
      if try at > WARCRecords.headLimit || !window.fill() {
        searched = min(at, window.count)
        return nil
      }
    }
  }

  /// Moves over the rest of a block; false when the file ends inside it.
  private func skip(_ length: Int) throws -> Bool {
    var left = length
    while true {
      let step = min(left, window.count)
      window.advance(step)
      left -= step
      if left == 0 { return true }
      if try !window.fill() { return left <= WARCRecords.slack }
    }
  }

  /// Whether two line ends, or the file's end, follow a block; else its length is likely wrong.
  private func endsInBlankLine() throws -> Bool {
    while window.count < 4, try window.fill() {}
    return window.count < 4 || window.bytes.starts(with: [0x0D, 0x0A, 0x0D, 0x0A])
      || window.bytes.starts(with: [0x0A, 0x0A])
  }

  /// Moves to the next line that may begin a record; what it passes belongs to the defect.
  private func findRecord() throws {
    while true {
      try LineSplitter.skipLine(in: window)
      while window.count < 16, try window.fill() {}
      if window.count == 0 || window.bytes.starts(with: WARCRecords.mark) { return }
      if isARC, let end = try lineEnd(),
        WARCHead.parseARC(UnsafeBufferPointer(rebasing: window.bytes[..<end])) != nil
      {
        return
      }
    }
  }
}
