import Testing
import TextAlgorithms

@testable import TextMill

@Suite struct TokenizeStageTests {
  static let tokenizer = try! Tokenizer(vocabulary: .embedded)

  static func process(_ line: [UInt8], _ output: TokenizeOptions.Output) throws -> [UInt8] {
    var stage = TokenizeStage(tokenizer, options: TokenizeOptions(output: output))
    var out: [UInt8] = []
    try line.withUnsafeBufferPointer { bytes in
      var scanner = JSONObjectScanner()
      try scanner.scan(bytes)
      try stage.process(JSONRecord(line: bytes, scanner: scanner), into: &out)
    }
    #expect(out.last == 0x0A)
    return Array(out.dropLast())
  }

  @Test func `Ids give the text back, and their number is the count`() throws {
    var random = SeededGenerator(seed: 81)
    let parts = ["Größe", " order", "\n", "\"", "\\", "👍🏽", "\u{0}", "注文", "  ", "1234", "e\u{301}"]
    for _ in 0..<200 {
      let size = Int.random(in: 0...30, using: &random)
      let text = (0..<size).map { _ in parts.randomElement(using: &random)! }.joined()
      let line = JSONValue.object([
        .init(key: "id", value: .int(7)), .init(key: "text", value: .string(text)),
      ]).bytes
      let encoded = try Self.process(line, .ids)
      let tokens = try #require(try JSONValue(parsing: encoded)["tokens"]?.array)
      let counted = try JSONValue(parsing: Self.process(line, .count))
      #expect(counted["token_count"]?.int == tokens.count)
      #expect(try Self.process(encoded, .text) == line)
    }
  }

  @Test(arguments: [
    (#"{"id":1}"#, "missing_field"), (#"{"tokens":"a"}"#, "missing_field"),
    (#"{"tokens":[-1]}"#, "invalid_token"), (#"{"tokens":[4294967295]}"#, "invalid_token"),
    (#"{"tokens":[1.5]}"#, "invalid_token"), (#"{"tokens":[null]}"#, "invalid_token"),
  ])
  func `What are no ids is refused`(line: String, reason: String) {
    let error = #expect(throws: RecordError.self) {
      try Self.process(Array(line.utf8), .text)
    }
    #expect(error?.reason == reason)
  }
}
