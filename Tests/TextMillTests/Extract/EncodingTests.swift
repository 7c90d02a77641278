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
    let head = Array(
      "<meta http-equiv=Content-Type content=\"text/html; charset=Shift_JIS\"><p>".utf8)
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

  @Test func `a declaration that can't be right is noticed`() {
    let utf8 = Array("<meta charset=iso-8859-1><p>Grüße</p>".utf8)
    #expect(Self.decode(utf8).isOverruled)
    let japanese = "日本語の文章をここに書いておきます。文字コードの判定には長さが要ります。"
    let euc: [UInt8] = [
      0xC6, 0xFC, 0xCB, 0xDC, 0xB8, 0xEC, 0xA4, 0xCE, 0xCA, 0xB8, 0xBE, 0xCF, 0xA4, 0xF2, 0xA4,
      0xB3,
      0xA4, 0xB3, 0xA4, 0xCB, 0xBD, 0xF1, 0xA4, 0xA4, 0xA4, 0xC6, 0xA4, 0xAA, 0xA4, 0xAD, 0xA4,
      0xDE,
      0xA4, 0xB9, 0xA1, 0xA3,
    ]
    let page = Array("<p>".utf8) + (0..<8).flatMap { _ in euc } + Array("</p>".utf8)
    let decoded = Self.decode(page, "utf-8")
    #expect(String(decoding: decoded.text, as: UTF8.self).contains(japanese.prefix(18)))
    #expect(decoded.isOverruled)
    #expect(!Self.decode(page, "euc-jp").isOverruled)
    #expect(!Self.decode(Array("<meta charset=iso-8859-1><p>plain".utf8)).isOverruled)
  }

  @Test(arguments: [
    ("<!-- <meta charset=utf-8> --><meta charset=koi8-r>", "koi8-r"),
    ("<p title='<meta charset=utf-8>'><meta charset=koi8-r>", "koi8-r"),
    ("<meta content='text/html; charset=koi8-r'>", nil),
    ("<meta http-equiv=content-type content='text/html; charset=koi8-r'>", "koi8-r"),
    ("<meta charset=utf-16>", "utf-8"), ("<meta charset=nonsense>", nil),
    ("<?xml version='1.0' encoding='iso-8859-2'?><html>", "iso-8859-2"),
    ("<metacharset=koi8-r>", nil),
  ])
  func `declarations are read as browsers read them`(text: String, expected: String?) {
    #expect(MetaCharset.find(Array(text.utf8)) == expected)
  }

  @Test func `nonsense in the head never hangs or crashes`() {
    var random = SeededGenerator(seed: 21)
    let pieces = [
      "<meta ", "charset=", "\"", "'", ">", "<!--", "-->", "content=", "=", "/", " ", "x", "<",
      "<p ",
    ]
    for _ in 0..<500 {
      let text = (0..<Int.random(in: 0...40, using: &random))
        .map { _ in pieces.randomElement(using: &random)! }.joined()
      _ = MetaCharset.find(Array(text.utf8))
    }
  }

  @Test(
    .enabled(
      if: SharedData.has("unicode/html5lib-tests/encoding/tests1.dat"),
      "there is no folder shared beside the repository"))
  func `the declarations of html5lib's tests are found`() throws {
    var right = 0
    var all = 0
    var wrong: [String] = []
    for name in ["tests1.dat", "tests2.dat", "test-yahoo-jp.dat"] {
      let bytes = try SharedData.bytes("unicode/html5lib-tests/encoding/\(name)")
      for (data, encoding) in Self.cases(bytes) {
        all += 1
        let found = EncodingDetector.label(RawPage(bytes: data))
        if found == EncodingNames.canonical(encoding) {
          right += 1
        } else {
          wrong.append(
            "\(name): \(encoding), not \(found): \(String(decoding: data.prefix(120), as: UTF8.self))"
          )
        }
      }
    }
    print("html5lib encoding tests: \(right) of \(all)\n\(wrong.joined(separator: "\n"))")
    #expect(all > 70)
    #expect(right * 100 >= all * 95)
  }

  /// The pages and encodings of a file of tests.
  private static func cases(_ bytes: [UInt8]) -> [(data: [UInt8], encoding: String)] {
    var cases: [(data: [UInt8], encoding: String)] = []
    var data: [UInt8] = []
    var section = 0
    for line in bytes.split(separator: 0x0A, omittingEmptySubsequences: false) {
      if line.elementsEqual("#data".utf8) {
        data = []
        section = 1
      } else if line.elementsEqual("#encoding".utf8) {
        section = 2
      } else if section == 1 {
        data += line + [0x0A]
      } else if section == 2, !line.isEmpty {
        cases.append((data, String(decoding: line, as: UTF8.self)))
        section = 0
      }
    }
    return cases
  }
}
