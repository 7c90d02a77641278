import Testing

@testable import TextAlgorithms

/// The lines that wide registers read are those that are read byte by byte.
@Suite struct ReplyLinesTests {
  /// A line and its facts, found the plain way.
  struct Plain {
    var range = 0..<0
    var trimmed = 0..<0
    var tables: UInt8 = 0
    var cues = 0
    var gaps = 0
    var numbers = 0
    var bytes: [UInt8] = []
  }

  static func invisible(_ text: [UInt8], _ i: Int, _ end: Int) -> Int {
    for sign in ["\u{20}", "\t", "\r", "\u{A0}", "\u{200B}", "\u{FEFF}"] {
      let bytes = Array(sign.utf8)
      if i + bytes.count <= end, Array(text[i..<(i + bytes.count)]) == bytes { return bytes.count }
    }
    return 0
  }

  static func trim(_ text: [UInt8], _ line: Range<Int>) -> Range<Int> {
    var (from, to) = (line.lowerBound, line.upperBound)
    while from < to {
      let n = invisible(text, from, to)
      if n == 0 { break }
      from += n
    }
    while to > from {
      let start = (from..<to).last { text[$0] & 0xC0 != 0x80 }!
      if invisible(text, start, to) != to - start { break }
      to = start
    }
    return from..<to
  }

  static func isWord(_ scalar: ArraySlice<UInt8>) -> Bool {
    let lead = scalar.first!
    if lead < 0x80 { return (0x30...0x39).contains(lead) || (0x61...0x7A).contains(lead | 0x20) }
    return (0xC4...0xE1).contains(lead) || (0xE4...0xEE).contains(lead)
  }

  static func head(_ bytes: ArraySlice<UInt8>) -> UInt64 {
    bytes.prefix(8).reversed().reduce(0) { $0 << 8 | UInt64($1) }
  }

  static func read(_ text: [UInt8], _ filter: ReplyWordFilter) -> [Plain] {
    var lines: [Plain] = []
    var start = 0
    for end in text.indices.filter({ text[$0] == 0x0A }) + [text.count] {
      lines.append(Plain(range: start..<end, trimmed: trim(text, start..<end)))
      start = end + 1
    }
    for n in lines.indices {
      var line = lines[n]
      line.bytes = Array(text[line.range])
      var below: [UInt8] = []
      if n + 1 < lines.count, !lines[n + 1].trimmed.isEmpty {
        below = [0x20] + text[lines[n + 1].trimmed.lowerBound..<lines[n + 1].range.upperBound]
      }
      var behind: ArraySlice<UInt8> = []
      for i in line.range where text[i] & 0xC0 != 0x80 {
        let next = (i + 1..<line.range.upperBound).first { text[$0] & 0xC0 != 0x80 }
        defer { behind = text[i..<(next ?? line.range.upperBound)] }
        guard text[i] > 0x20 else { continue }
        if line.trimmed.contains(i), i > line.trimmed.lowerBound, behind.first! <= 0x20 {
          line.gaps += 1
          if Array("0123456789()+./-".utf8).contains(text[i]) { line.numbers += 1 }
        }
        guard behind.isEmpty || !isWord(behind) || text[i] >= 0xE3 else { continue }
        var tables: UInt8 = i + 8 <= text.count ? filter.tables(at: head(text[i...])) : 0
        if line.trimmed.contains(i), i + 7 >= line.trimmed.upperBound {
          tables |= filter.tables(at: head(text[i..<line.trimmed.upperBound] + below))
        }
        line.tables |= tables
        if tables & ReplyWordFilter.Table.cue != 0 { line.cues += 1 }
      }
      lines[n] = line
    }
    return lines
  }

  static let pieces: [String] =
    ReplyLineFactsTests.pieces + ReplyGateTests.tails + [
      "\n", "\n", "\n\n", "\r\n", "\u{A0}", "\u{200B}", "\u{FEFF}", "\u{0B}", "\u{0C}", "\u{1}",
      "\u{0}",
      "Привет мир", "Ελλάδα", "한국어 감사합니다", "よろしくお願いします", "𝒜👍🏽", "ﬁ：", "żółć", "sole", "use of",
      "intended", "only", "please delete", "best regards", "a", "x", "0", "+", "(", "zz.",
    ]

  @Test(arguments: [41, 42, 43] as [UInt64])
  func `wide registers tell of each line what one byte after the other tells`(seed: UInt64) {
    var generator = SeededGenerator(seed: seed)
    let filter = ReplyTables.shared.filter
    let buffer = ReplyLineBuffer()
    for _ in 0..<300 {
      let text = CaseFold.fold(
        Array(
          (0..<Int.random(in: 0...40, using: &generator)).map { _ in
            Self.pieces.randomElement(using: &generator)!
              + (Int.random(in: 0...2, using: &generator) > 0 ? " " : "")
          }.joined().utf8))
      text.withUnsafeBufferPointer { bytes in
        guard bytes.count > 0 else { return }
        let lines = buffer.read(bytes, filter)
        let plain = Self.read(text, filter)
        let note: Comment = "\(String(decoding: text, as: UTF8.self))"
        #expect(lines.count == plain.count, note)
        for (i, expected) in plain.enumerated() where i < lines.count {
          let (line, facts) = (lines[i], lines.facts(i))
          #expect(line.start..<line.end == expected.range, note)
          let first = line.start + (line.trimmed.low - line.all.low)
          #expect(first..<(first + line.trimmed.count) == expected.trimmed, note)
          #expect(facts.tables == expected.tables, note)
          #expect(facts.cues == min(255, expected.cues), note)
          #expect(facts.gaps == min(255, expected.gaps), note)
          #expect(facts.numbers == min(255, expected.numbers), note)
          let has = { (signs: String) in expected.bytes.contains { Array(signs.utf8).contains($0) }
          }
          let dots = zip(expected.bytes, expected.bytes.dropFirst()).contains {
            $0 == 0x2E && $1 > 0x20
          }
          #expect(facts.isASCII == expected.bytes.allSatisfy { $0 < 0x80 }, note)
          #expect(facts.mayHaveDigit == has("0123456789"), note)
          #expect(facts.mayHaveCode == has("{}<>=;("), note)
          #expect(facts.mayHaveColon == (has(":") || expected.bytes.contains(0xEF)), note)
          #expect(facts.mayHaveAddress == (has("@[") || dots), note)
          #expect(facts.mayHaveLink == (facts.mayHaveColon || dots), note)
          #expect(
            facts.mayHaveControl
              == expected.bytes.contains { $0 < 0x20 && !(9...13).contains($0) }, note)
        }
      }
    }
  }

  @Test func `capitals are folded in long stretches as one by one`() {
    var generator = SeededGenerator(seed: 44)
    for _ in 0..<500 {
      let text = Array(
        (0..<Int.random(in: 0...8, using: &generator)).map { _ in
          String(repeating: "aZ[@", count: Int.random(in: 0...40, using: &generator))
            + Self.pieces.randomElement(using: &generator)!
        }.joined().utf8)
      // A byte of ASCII folds alone, and what is beyond stays when capitals of ASCII alone are there.
      let folded = CaseFold.fold(text)
      #expect(folded.count == text.count)
      for (byte, low) in zip(text, folded) where byte < 0x80 {
        #expect(low == ((0x41...0x5A).contains(byte) ? byte | 0x20 : byte))
      }
      let parts = text.split(separator: 0x5B, omittingEmptySubsequences: false)
      #expect(folded == Array(parts.map { CaseFold.fold(Array($0)) }.joined(separator: [0x5B])))
    }
  }

  @Test func `a text of line ends alone has room`() {
    let buffer = ReplyLineBuffer()
    for count in [1, 60, 64, 65, 300, 5000] {
      let text = [UInt8](repeating: 0x0A, count: count)
      text.withUnsafeBufferPointer { bytes in
        let lines = buffer.read(bytes, ReplyTables.shared.filter)
        #expect(lines.count == count + 1)
        #expect(lines.allSatisfy { $0.isBlank })
      }
    }
  }

  @Test func `a line of any length keeps its counts`() {
    let filter = ReplyTables.shared.filter
    let buffer = ReplyLineBuffer()
    for count in [1, 63, 64, 65, 127, 128, 129, 1000, 5000] {
      let text = Array(String(repeating: "1 ", count: count).utf8) + [0x0A] + Array("delete".utf8)
      text.withUnsafeBufferPointer { bytes in
        let lines = buffer.read(bytes, filter)
        #expect(lines.count == 2)
        #expect(lines.facts(0).gaps == min(255, count - 1))
        #expect(lines.facts(0).numbers == min(255, count - 1))
        #expect(lines.length(0) == 2 * count - 1)
        #expect(lines.length(1) == 6)
      }
    }
  }
}
