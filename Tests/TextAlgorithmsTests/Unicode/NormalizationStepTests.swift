@_spi(_Unicode) import Swift
import Testing

@testable import TextAlgorithms

@Suite struct NormalizationStepTests {
  static let steps: [(name: String, apply: @Sendable (inout [UInt8]) -> Int)] = [
    ("encoding", { MojibakeRepair.apply(&$0) }),
    ("entities", { CharacterReferences.apply(&$0) }),
    ("nfc", { CanonicalComposition.apply(&$0) }),
    ("line_ends", { LineEnds.apply(&$0) }),
    ("spaces", { Spaces.apply(&$0) }),
    ("invisible", { InvisibleCharacters.apply(&$0) }),
  ]

  @Test func `each step finds nothing in its own output`() {
    var random = SeededGenerator(seed: 7)
    for _ in 0..<4000 {
      let text = RandomText.make(&random)
      for step in Self.steps {
        var once = Array(text.utf8)
        _ = step.apply(&once)
        #expect(String(validating: once, as: UTF8.self) != nil)
        var twice = once
        let again = step.apply(&twice)
        #expect(again == 0, "\(step.name): \(text.debugDescription)")
        #expect(once == twice, "\(step.name): \(text.debugDescription)")
      }
    }
  }

  @Test func `a count of zero means that nothing changed`() {
    var random = SeededGenerator(seed: 8)
    for _ in 0..<2000 {
      let text = Array(RandomText.make(&random).utf8)
      for step in Self.steps {
        var changed = text
        let count = step.apply(&changed)
        #expect((count == 0) == (changed == text), "\(step.name)")
      }
    }
  }

  @Test func `composition equals the standard library's on random text`() {
    var random = SeededGenerator(seed: 9)
    for _ in 0..<4000 {
      let text = RandomText.make(&random)
      var bytes = Array(text.utf8)
      _ = CanonicalComposition.apply(&bytes)
      #expect(bytes == Self.composed(text))
      #expect(CanonicalComposition.isComposed(bytes))
    }
  }

  @Test func `marks in hostile order are composed as any others`() {
    let text = "a" + String(repeating: "\u{0301}\u{0323}", count: 2000) + "b"
    var bytes = Array(text.utf8)
    _ = CanonicalComposition.apply(&bytes)
    #expect(bytes == Self.composed(text))
  }

  @Test(arguments: [
    ("a\r\nb\rc\u{2028}d\u{0085}e\u{000C}f", "a\nb\nc\nd\ne\nf"), ("plain\n", "plain\n"),
    ("\r\r\n", "\n\n"),
  ])
  func `line ends become line feeds`(text: String, expected: String) {
    #expect(applied(LineEnds.apply, text) == expected)
  }

  @Test(arguments: [
    ("a\u{00A0}b\u{3000}c", "a b c"), ("a  \t\nb ", "a\nb"), ("  indented", "  indented"),
    ("a\n\n\n\nb", "a\n\nb"), ("a\n\n\nb", "a\n\n\nb"), ("a\n \n\t\n \n  b", "a\n\n  b"),
    ("a  b", "a  b"), ("   ", ""),
  ])
  func `spaces are brought in order`(text: String, expected: String) {
    #expect(applied(Spaces.apply, text) == expected)
  }

  @Test(arguments: [
    ("a\u{200B}b\u{00AD}c\u{FEFF}d\u{202E}e\u{0007}f", "abcdef"), ("a\tb\nc", "a\tb\nc"),
    ("文\u{FE00}\u{E0100} é\u{200D}👩", "文 é👩"),
    ("👨\u{200D}👩\u{200D}👧", "👨\u{200D}👩\u{200D}👧"), ("a\u{200D}b\u{FE0F}", "ab"),
    ("می\u{200C}خواهم", "می\u{200C}خواهم"), ("❤\u{FE0F}", "❤\u{FE0F}"),
    ("1\u{FE0F}\u{20E3} 1\u{FE0F}", "1\u{FE0F}\u{20E3} 1"),
    (
      "🏴\u{E0067}\u{E0062}\u{E007F} \u{E0067}", "🏴\u{E0067}\u{E0062}\u{E007F} "
    ),
  ])
  func `invisible characters go where they mean nothing`(text: String, expected: String) {
    #expect(applied(InvisibleCharacters.apply, text) == expected)
  }

  @Test(arguments: [
    ("a&nbsp;b &amp; c", "a\u{00A0}b & c"), ("&amp;amp;lt;", "<"), ("&#8217;&#x2019;", "’’"),
    ("&#65;&unknown;&", "&#65;&unknown;&"), ("AT&T; R&D", "AT&T; R&D"), ("&&#35;38;", "&&#35;38;"),
  ])
  func `references become their characters`(text: String, expected: String) {
    #expect(applied(CharacterReferences.apply, text) == expected)
  }

  /// The standard library's own NFC.
  private static func composed(_ text: String) -> [UInt8] {
    var scalars = String.UnicodeScalarView()
    scalars.append(contentsOf: text._nfc)
    return Array(String(scalars).utf8)
  }

  private func applied(_ step: (inout [UInt8]) -> Int, _ text: String) -> String {
    var bytes = Array(text.utf8)
    _ = step(&bytes)
    return String(decoding: bytes, as: UTF8.self)
  }
}
