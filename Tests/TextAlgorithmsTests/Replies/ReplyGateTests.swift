import Testing

@testable import TextAlgorithms

/// What gates of whole lines and messages deny, the closer looks deny too.
@Suite struct ReplyGateTests {
  static let tails = [
    "wrote", "wrote:", "a écrit :", "écrit", "schrieb", "님이 작성", "작성", "написал (а)", "(а)", "님이",
    "x@y.z>",
    ":", "：", "--", "”", "\u{A0}", "said", "2024", "On 1/2/2024", "10:00", "Am 5. Mai 2025", ">",
    "> quoted",
    "ann@post.example", "*", "_", "\"", ",", "a", "hat geschrieben", "\u{200B}", "12.", "(ann)",
  ]

  static func mail(_ generator: inout SeededGenerator) -> String {
    let pieces = tails + ReplyLineFactsTests.pieces
    return (0..<Int.random(in: 1...9, using: &generator)).map { _ in
      (0..<Int.random(in: 0...5, using: &generator)).map { _ in
        pieces.randomElement(using: &generator)!
      }.joined(separator: Bool.random(using: &generator) ? " " : "")
    }.joined(separator: "\n")
  }

  static func with(_ text: String, _ body: (UnsafeBufferPointer<UInt8>) -> Void) {
    Array(text.utf8).withUnsafeBufferPointer { if $0.count > 0 { body($0) } }
  }

  @Test(arguments: [21, 22, 23] as [UInt64])
  func `no attribution is missed for how its lines end`(seed: UInt64) {
    var generator = SeededGenerator(seed: seed)
    var found = 0
    for _ in 0..<3000 {
      let text = Self.mail(&generator)
      Self.with(text) { view in
        let buffers = (ReplyLineBuffer(), ReplyLineBuffer())
        defer { withExtendedLifetime(buffers) {} }
        let message = ReplyMessage(view, ReplyTables.shared, .init(), in: buffers.0)
        let open = ReplyMessage(view, ReplyTables.shared, .init(), in: buffers.1, isGated: false)
        for i in message.lines.indices where message.lines[i].depth == 0 {
          guard let attribution = open.attribution(at: i) else { continue }
          found += 1
          let distance = message.toEnding(i)
          #expect(distance < ReplyMessage.mostJoined, "\(text)")
          let gated = message.attribution(at: i)
          #expect(gated?.lineCount == attribution.lineCount, "\(text)")
        }
      }
    }
    #expect(found > 100)
  }

  @Test(arguments: [24, 25, 26] as [UInt64])
  func `no line is passed for its looks that would be cut`(seed: UInt64) {
    var generator = SeededGenerator(seed: seed)
    let phrases = ["original", "forwarded", "begin-forward", "from", "to", "subject"].flatMap {
      ReplyTableText.embedded.words($0).map { String(decoding: $0, as: UTF8.self) }
    }
    for _ in 0..<3000 {
      let text = (0..<3).map { _ in
        ["", " ", "\u{200B}", "\u{3000}", "*", "--", "> ", "&gt;"].randomElement(using: &generator)!
          + phrases.randomElement(using: &generator)!
          + ["", ":", " : ", "：", " x"].randomElement(using: &generator)!
          + Self.tails.randomElement(using: &generator)!
      }.joined(separator: "\n")
      Self.with(text) { view in
        let buffers = (ReplyLineBuffer(), ReplyLineBuffer())
        defer { withExtendedLifetime(buffers) {} }
        let message = ReplyMessage(view, ReplyTables.shared, .init(), in: buffers.0)
        let open = ReplyMessage(view, ReplyTables.shared, .init(), in: buffers.1, isGated: false)
        let cuts = (message.cuts().map(\.lines), open.cuts().map(\.lines))
        #expect(cuts.0 == cuts.1, "\(text)")
      }
    }
  }

  @Test(arguments: [31, 32] as [UInt64])
  func `no phrase above a line is missed in the whole message`(seed: UInt64) {
    var generator = SeededGenerator(seed: seed)
    let tables = ReplyTables.shared
    let phrases = ReplyTableText.embedded.words("above").map { String(decoding: $0, as: UTF8.self) }
    var found = 0
    for _ in 0..<2000 {
      let text =
        Self.mail(&generator) + ["", " ", "\n", "-", "日"].randomElement(using: &generator)!
        + phrases.randomElement(using: &generator)! + Self.mail(&generator)
      Self.with(text) { view in
        let buffer = ReplyLineBuffer()
        defer { withExtendedLifetime(buffer) {} }
        let message = ReplyMessage(view, tables, .init(), in: buffer)
        for (i, line) in message.lines.enumerated()
        where tables.above.isIn(line.trimmed, wholeWord: false) {
          found += 1
          let isAdmitted = message.mayHaveMarker(i)
          #expect(isAdmitted, "\(text)")
        }
      }
    }
    #expect(found > 1000)
  }

  @Test func `Letters and blanks of eight bytes are told as one by one`() {
    var generator = SeededGenerator(seed: 5)
    let bytes: [UInt8] = [
      0x20, 0x60, 0x61, 0x6D, 0x7A, 0x7B, 0x00, 0x1F, 0x21, 0x80, 0xA0, 0xE1, 0xFF, 0x40,
    ]
    for _ in 0..<5000 {
      let eight = (0..<8).map { _ in bytes.randomElement(using: &generator)! }
      let run = LetterRun(eight.reversed().reduce(0) { $0 << 8 | UInt64($1) })
      for (i, byte) in eight.enumerated() {
        let bit = UInt64(0x80) << UInt64(8 * i)
        #expect((run.letters & bit != 0) == (0x61...0x7A).contains(byte))
        #expect((run.blanks & bit != 0) == (byte == 0x20))
      }
      #expect(run.isPlain == eight.allSatisfy { $0 == 0x20 || (0x61...0x7A).contains($0) })
    }
  }
}
