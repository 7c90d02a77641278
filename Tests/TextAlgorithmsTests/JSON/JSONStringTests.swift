import Testing

@testable import TextAlgorithms

@Suite struct JSONStringTests {
  @Test func `A text comes back from its escapes, wherever they stand`() {
    var random = SeededGenerator(seed: 93)
    let parts = ["\\", "\"", "\n", "\u{1}", "/", "é", "👍", "]", "\u{5B}\u{5D}"]
    for _ in 0..<1_000 {
      var text = ""
      while random.next() % 8 != 0 {
        text += String(repeating: "a", count: Int.random(in: 0...20, using: &random))
        text += parts.randomElement(using: &random)!
      }
      var quoted: [UInt8] = []
      JSONString.append(text, to: &quoted)
      var back: [UInt8] = []
      _ = quoted.withUnsafeBufferPointer {
        JSONString.unescape(UnsafeBufferPointer(rebasing: $0.dropFirst().dropLast()), into: &back)
      }
      #expect(back == Array(text.utf8))
    }
  }

  @Test func `Escapes of any form are read, and told from those that would be written`() throws {
    var random = SeededGenerator(seed: 94)
    let forms: [(escape: String, text: String)] = [
      (#"\n"#, "\n"), (#"\/"#, "/"), (#"\b"#, "\u{8}"), (#"\f"#, "\u{C}"), (#"\r"#, "\r"),
      (#"\t"#, "\t"), (#"\\"#, "\\"), (#"\""#, "\""), (#"\u000a"#, "\n"), (#"\u001f"#, "\u{1F}"),
      (#"\u001F"#, "\u{1F}"), (#"\u0000"#, "\0"), (#"\u0041"#, "A"), (#"\u00e9"#, "é"),
      (#"\u20ac"#, "€"), (#"\uD83D\uDC4D"#, "👍"), (#"\ud83d"#, "\u{FFFD}"),
      (#"\udc4d"#, "\u{FFFD}"), ("日本", "日本"), (#"\ud83dx"#, "\u{FFFD}x"),
    ]
    for _ in 0..<3_000 {
      var raw = ""
      var expected = ""
      let known = Bool.random(using: &random) ? forms.prefix(8) : forms[...]
      while random.next() % 6 != 0 {
        let plain = String(repeating: "a", count: Int.random(in: 0...90, using: &random))
        let form = known.randomElement(using: &random)!
        raw += plain + form.escape
        expected += plain + form.text
        // Half of a pair and another half would be one.
        if form.text.hasPrefix("\u{FFFD}") {
          raw += "."
          expected += "."
        }
      }
      var text: [UInt8] = Array("before".utf8)
      let isPlain = Array(raw.utf8).withUnsafeBufferPointer {
        JSONString.unescape($0, into: &text)
      }
      #expect(text == Array(("before" + expected).utf8), "\(raw)")
      var again: [UInt8] = []
      JSONString.append(expected, to: &again)
      #expect(isPlain == (again == Array("\"\(raw)\"".utf8)), "\(raw)")
      var scanner = JSONObjectScanner()
      let line = Array("{\"text\":\"\(raw)\",\"id\":1}".utf8)
      try line.withUnsafeBufferPointer { try scanner.scan($0) }
      let lengths = scanner.members.map { $0.value.count }
      #expect(lengths == [raw.utf8.count + 2, 1])
    }
  }
}
