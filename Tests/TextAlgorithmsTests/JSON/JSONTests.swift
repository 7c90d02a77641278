import Testing

@testable import TextAlgorithms

@Suite struct JSONTests {
  @Test(arguments: [
    #"{"a":1,"b":[true,null,{"c":"d\n\u00e9"}],"e":-1.5e3}"#, "[]", "{}", "\"\"", "0", "[[[]],{}]",
  ])
  func `a value survives parsing and writing`(text: String) throws {
    let value = try JSONValue(parsing: Array(text.utf8))
    #expect(try JSONValue(parsing: value.bytes) == value)
    #expect(try JSONValue(parsing: value.prettyBytes) == value)
  }

  @Test(arguments: [
    "", "{", "[1,]", "{\"a\"}", "{\"a\":}", "\"\\x\"", "\"a", "01", "1.", "nul", "[1]]",
    "\"\u{01}\"",
    "{\"a\":1,}", "[}", "{]", "-", "1e",
  ])
  func `text that is not JSON is refused`(text: String) {
    #expect(throws: JSONError.self) { try JSONValue(parsing: Array(text.utf8)) }
  }

  @Test func `hostile nesting ends in an error`() {
    let text = String(repeating: "[", count: 100_000)
    #expect(throws: JSONError.self) { try JSONValue(parsing: Array(text.utf8)) }
  }

  @Test func `escapes decode and half a surrogate pair becomes U+FFFD`() throws {
    let value = try JSONValue(parsing: Array(#""\ud83d\ude00 \ud800 \/ \t""#.utf8))
    #expect(value == .string("😀 \u{FFFD} / \t"))
  }

  @Test func `the scanner finds members as ranges`() throws {
    let line = Array(#" {"id" : 7, "text":"a\"b", "x":{"y":[1,2]} } "#.utf8)
    try line.withUnsafeBufferPointer { bytes in
      var scanner = JSONObjectScanner()
      try scanner.scan(bytes)
      let count = scanner.members.count
      #expect(count == 3)
      let found = scanner.member("text", in: bytes)
      let text = try #require(found)
      var out: [UInt8] = []
      JSONObjectScanner.appendText(of: text, in: bytes, to: &out)
      #expect(out == Array("a\"b".utf8))
      let inner = scanner.member("y", in: bytes)
      #expect(inner == nil)
    }
  }
}
