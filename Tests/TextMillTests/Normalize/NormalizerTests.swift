import Testing

@testable import TextMill

@Suite struct NormalizerTests {
  static let pieces = [
    "a", "e", " ", "\n", "\r", "\u{00A0}", "\u{0301}", "\u{200B}", "\u{200D}", "\u{FE0F}", "👩", "क",
    "Ã", "Â",
    "â", "€", "™", "©", "\u{0083}", "Ð", "¿", "\u{034F}", "\u{0958}", "ƒ",
  ]

  @Test(arguments: [NormalizationStep.defaults, NormalizationStep.allCases, [.invisible, .nfc]])
  func `the whole pipeline finds nothing in its own output`(steps: [NormalizationStep]) {
    var state: UInt64 = 5
    func random(_ limit: Int) -> Int {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return Int(state >> 33) % limit
    }
    var normalizer = Normalizer(steps: steps)
    for _ in 0..<4000 {
      let text = (0..<random(24)).map { _ in Self.pieces[random(Self.pieces.count)] }.joined()
      var once = Array(text.utf8)
      let changed = normalizer.normalize(&once)
      #expect(changed == (once != Array(text.utf8)))
      var twice = once
      let again = normalizer.normalize(&twice)
      #expect(!again, "\(text.debugDescription)")
    }
    #expect(normalizer.counts.texts == 8000)
  }

  @Test func `steps are counted by themselves`() {
    var normalizer = Normalizer(steps: [.encoding, .lineEnds])
    var text = Array("GrÃ¼ÃŸe\r\nan alle\r\n".utf8)
    let changed = normalizer.normalize(&text)
    #expect(changed)
    #expect(String(decoding: text, as: UTF8.self) == "Grüße\nan alle\n")
    #expect(normalizer.counts == .init(texts: 1, changed: 1, changes: [1, 2]))
  }
}
