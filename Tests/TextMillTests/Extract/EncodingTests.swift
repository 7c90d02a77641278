import Testing

@testable import TextMill

@Suite struct EncodingTests {
  static func decode(_ bytes: [UInt8], _ declared: String? = nil) -> EncodingDetector.Decoded {
    EncodingDetector.decode(RawPage(bytes: bytes, encoding: declared))
  }

  static func text(_ bytes: [UInt8], _ declared: String? = nil) -> String {
    String(decoding: decode(bytes, declared).text, as: UTF8.self)
  }

  @Test func `UTF-8 stays as it is`() {
    #expect(Self.text(Array("Grüße 你好".utf8)) == "Grüße 你好")
  }

  @Test func `a byte order mark wins over a declaration`() {
    let utf16: [UInt8] = [0xFF, 0xFE] + "né".utf16.flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] }
    #expect(Self.text(utf16, "windows-1252") == "né")
    let big: [UInt8] = [0xFE, 0xFF] + "né".utf16.flatMap { [UInt8($0 >> 8), UInt8($0 & 0xFF)] }
    #expect(Self.text(big) == "né")
    #expect(Self.text([0xEF, 0xBB, 0xBF] + Array("né".utf8)) == "né")
  }

  @Test func `windows-1252 is read under its names`() {
    let bytes: [UInt8] = [0x93, 0x63, 0x61, 0x66, 0xE9, 0x94, 0x20, 0x80]
    for name in ["windows-1252", "iso-8859-1", "Latin1", "CP1252"] {
      #expect(Self.text(bytes, name) == "“café” €")
    }
  }

  @Test func `a page's own declaration is read`() {
    let head = Array("<meta http-equiv=x content=\"text/html; charset=Shift_JIS\"><p>".utf8)
    #expect(Self.text(head + [0x93, 0xFA, 0x96, 0x7B]).hasSuffix("日本"))
    let short = Array("<meta charset=windows-1251><p>".utf8)
    #expect(Self.text(short + [0xCF, 0xF0, 0xE8]).hasSuffix("При"))
  }

  @Test func `UTF-8 under a wrong declaration is UTF-8`() {
    let bytes = Array("<meta charset=iso-8859-1><p>Grüße</p>".utf8)
    #expect(Self.decode(bytes).encoding == "UTF-8")
    #expect(Self.text(bytes).contains("Grüße"))
  }

  @Test func `what is said to be UTF-8 and isn't is detected`() {
    let words =
      "Les élèves étaient très fatigués après la fête à côté du café, où l'été était gâché. "
    let latin = String(repeating: words, count: 6).unicodeScalars.map { UInt8($0.value) }
    #expect(Self.text(Array("<meta charset=utf-8>".utf8) + latin).contains("élèves étaient très"))
  }

  @Test func `a few bad bytes in UTF-8 are repaired`() {
    let bytes = Array(String(repeating: "Grüße ", count: 50).utf8) + [0xFF]
    let decoded = Self.decode(bytes, "utf-8")
    #expect(decoded.encoding == "UTF-8")
    #expect(decoded.repairs == 1)
  }

  @Test func `a name nobody knows is no hindrance`() {
    #expect(Self.text([0x63, 0x61, 0x66, 0xE9], "x-nonsense").hasPrefix("caf"))
    #expect(Self.text([], "utf-16").isEmpty)
  }
}
