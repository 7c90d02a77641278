import Testing

@testable import TextAlgorithms

@Suite struct TextBreaksTests {
  typealias Cut = @Sendable (UnsafeBufferPointer<UInt8>, Range<Int>) -> [Range<Int>]

  static let cuts: [(name: String, cut: Cut)] = [
    ("lines", { TextBreaks.lines($0, $1) }), ("sentences", { TextBreaks.sentences($0, $1) }),
    ("words", { TextBreaks.words($0, $1) }), ("clusters", { TextBreaks.clusters($0, $1) }),
  ]

  static func parts(_ text: String, _ cut: Cut) -> [String] {
    Array(text.utf8).withUnsafeBufferPointer { bytes in
      cut(bytes, bytes.indices).map { String(decoding: bytes[$0], as: UTF8.self) }
    }
  }

  @Test func `Cuts cover the text and stand between grapheme clusters`() {
    var random = SeededGenerator(seed: 22)
    for _ in 0..<200 {
      let text = RandomMarkdown.make(&random)
      for (name, cut) in Self.cuts {
        let parts = Self.parts(text, cut)
        #expect(parts.joined().utf8.elementsEqual(text.utf8), "\(name)")
        #expect(parts.flatMap { Array($0) } == Array(text), "\(name) of \(text.debugDescription)")
      }
    }
  }

  @Test func `Sentences end where a reader ends them`() {
    let text = "It’s here. “Is it?” Yes! J. Doe paid 12.50 today… Good。とても。\n\nEnd"
    #expect(
      Self.parts(text, TextBreaks.sentences) == [
        "It’s here. ", "“Is it?” ", "Yes! ", "J. Doe paid 12.50 today… ", "Good。", "とても。", "\n\n",
        "End",
      ])
  }

  @Test func `Scalars are the finest cut`() {
    #expect(Self.parts("ae\u{301}👍", TextBreaks.scalars).map { $0.utf8.count } == [1, 1, 2, 4])
  }
}
