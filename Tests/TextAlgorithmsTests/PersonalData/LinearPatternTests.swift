import Testing

@testable import TextAlgorithms

@Suite struct LinearPatternTests {
  private func match(_ pattern: String, _ text: String) -> String? {
    guard let pattern = LinearPattern(Array(pattern.utf8)) else { return nil }
    let bytes = Array(text.utf8)
    let end: Int? = bytes.withUnsafeBufferPointer { buffer in
      buffer.baseAddress.flatMap { pattern.end(PersonalText(base: $0, count: buffer.count), at: 0) }
    }
    return end.map { String(decoding: bytes[..<$0], as: UTF8.self) }
  }

  @Test(arguments: [
    ("ST-\\d{6}", "ST-123456!", "ST-123456"), ("\\u\\l+", "Abc9", "Abc"),
    ("[a-f0-9]{2,4}", "09afff", "09af"),
    ("a?b*c", "bbbc", "bbbc"), ("\\.\\[x", ".[x", ".[x"), ("\\w+", "aZ9-", "aZ9"),
    ("ü\\d", "ü7", "ü7"),
    ("[\\d-]+", "12-34x", "12-34"),
  ])
  func `a pattern takes as much as there is`(pattern: String, text: String, expected: String) {
    #expect(match(pattern, text) == expected)
  }

  @Test(arguments: [("\\d{6}", "12345"), ("\\d+5", "1235"), ("ab", "a")])
  func `what is too short or taken already doesn't match`(pattern: String, text: String) {
    #expect(match(pattern, text) == nil)
  }

  @Test(arguments: ["", "[a", "a{2", "*a", "a{3,2}", "a?", "[]", "a{0,99}", "\\", "[z-a]"])
  func `what is no pattern is refused`(pattern: String) {
    #expect(LinearPattern(Array(pattern.utf8)) == nil)
  }
}
