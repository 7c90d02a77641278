import Testing

@testable import TextAlgorithms

@Suite struct SplitPatternTests {
  static func pieces(_ text: String, _ pattern: SplitPattern) -> [String] {
    var pieces: [String] = []
    Array(text.utf8).withUnsafeBufferPointer { buffer in
      pattern.forEachPiece(buffer) { pieces.append(String(decoding: $0, as: UTF8.self)) }
    }
    return pieces
  }

  @Test(arguments: SplitPattern.allCases)
  func `pieces aren't empty and make up the text`(pattern: SplitPattern) {
    var random = SeededGenerator(seed: 11)
    for _ in 0..<2000 {
      let text = random.text(length: 40)
      let pieces = Self.pieces(text, pattern)
      #expect(Array(pieces.joined().utf8) == Array(text.utf8))
      #expect(!pieces.contains(""))
    }
  }

  @Test(arguments: [
    ("it's he'LL x'\u{17F}", ["it", "'s", " he", "'LL", " x", "'\u{17F}"]),
    ("1234567 a", ["123", "456", "7", " a"]),
    ("  \n  b\t\tc  ", ["  \n", " ", " b", "\t", "\tc", "  "]),
    ("!!\r\n\nx a\u{301}b", ["!!\r\n\n", "x", " a", "\u{301}b"]),
    ("$x ?y", ["$x", " ?", "y"]), ("x\n  ", ["x", "\n  "]), ("", []),
  ])
  func `cl100k cuts as its pattern`(text: String, pieces: [String]) {
    #expect(Self.pieces(text, .cl100k) == pieces)
  }

  @Test(arguments: [
    ("it's HTMLParser's", ["it's", " HTMLParser's"]),
    ("ABCdef GHI", ["ABCdef", " GHI"]), ("camelCase", ["camel", "Case"]),
    ("\u{AA}ABC", ["\u{AA}", "ABC"]), ("\u{301}ABC x", ["\u{301}", "ABC", " x"]),
    ("\u{301}Abc", ["\u{301}Abc"]), ("!\u{301}", ["!\u{301}"]),
    ("a //\n/\nb", ["a", " //\n/\n", "b"]), ("x\n  ", ["x", "\n", "  "]),
    ("  \n\n  y", ["  \n\n", " ", " y"]), ("1234", ["123", "4"]),
  ])
  func `o200k cuts as its pattern`(text: String, pieces: [String]) {
    #expect(Self.pieces(text, .o200k) == pieces)
  }

  @Test(arguments: [
    ("it's he'LL", ["it", "'s", " he", "'", "LL"]), ("1234567 89", ["1234567", " 89"]),
    ("a  b\n\nc ", ["a", " ", " b", "\n", "\n", "c", " "]), (" !?x", [" !?", "x"]),
    ("x\n  ", ["x", "\n  "]),
  ])
  func `gpt2 cuts as its pattern`(text: String, pieces: [String]) {
    #expect(Self.pieces(text, .gpt2) == pieces)
  }

  @Test func `published vocabularies are known by name, then by size`() {
    #expect(SplitPattern.known(name: "cl100k_base", tokenCount: 5) == .cl100k)
    #expect(SplitPattern.known(name: "p50k_base", tokenCount: 5) == .gpt2)
    #expect(SplitPattern.known(name: "mine", tokenCount: 199_998) == .o200k)
    #expect(SplitPattern.known(name: "mine", tokenCount: 50_256) == .gpt2)
    #expect(SplitPattern.known(name: "mine", tokenCount: 16_384) == nil)
  }
}
