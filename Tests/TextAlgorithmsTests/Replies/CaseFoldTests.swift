import Testing

@testable import TextAlgorithms

@Suite struct CaseFoldTests {
  @Test(arguments: [
    ("GRÜSSE Ärger ÉTÉ", "grüsse ärger été"), ("ПРИВЕТ Ёлка", "привет ёлка"),
    ("ŁÓDŹ ŻÓŁĆ ČŘŽ ŞĞ", "łódź żółć čřž şğ"), ("ΑΘΉΝΑ", "αθήνα"), ("ĐÃ VIẾT ƯƠ", "đã viết ươ"),
    ("ＡＢＣ日本語", "ａｂｃ日本語"), ("👍 × ÷", "👍 × ÷"),
  ])
  func `Capitals of mail's languages fold to small letters`(_ text: String, _ folded: String) {
    #expect(String(decoding: CaseFold.fold(Array(text.utf8)), as: UTF8.self) == folded)
  }

  @Test func `Folding keeps every scalar's length and is idempotent`() {
    for value in UInt32(0)...0x1_FFFF {
      guard let scalar = Unicode.Scalar(value) else { continue }
      let bytes = Array(String(Character(scalar)).utf8)
      let once = CaseFold.fold(bytes)
      #expect(once.count == bytes.count)
      #expect(String(validating: once, as: UTF8.self) != nil)
      #expect(CaseFold.fold(once) == once)
    }
  }

  @Test func `Where a scalar changes, it becomes its lower case`() {
    for value in UInt32(0x80)...0xFFFF {
      guard let scalar = Unicode.Scalar(value), CaseFold.lower(value) != value else { continue }
      #expect(
        scalar.properties.lowercaseMapping.unicodeScalars.first?.value == CaseFold.lower(value))
    }
  }
}
