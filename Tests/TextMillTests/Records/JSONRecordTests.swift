import Testing
import TextAlgorithms

@testable import TextMill

@Suite struct JSONRecordTests {
  /// Hands over the record of a line.
  static func withRecord(_ line: String, _ body: (JSONRecord) throws -> Void) throws {
    try Array(line.utf8).withUnsafeBufferPointer { bytes in
      var scanner = JSONObjectScanner()
      try scanner.scan(bytes)
      try body(JSONRecord(line: bytes, scanner: scanner))
    }
  }

  @Test(arguments: ["", "plain", "größer", #"a\"b\\c\n"#, #"\u00e9"#, #"\ud83d\ude00x"#, #"\/"#])
  func `A text read into a room is the text, and its value is handed over when plain`(
    raw: String
  ) throws {
    let room = TextRoom()
    try Self.withRecord(#"{"id":1, "text": "\#(raw)"}"#) { record in
      let found = try record.requiredText("text", in: room)
      let text = try #require(record.text("text"))
      #expect(Array(found.text) == text)
      var again: [UInt8] = []
      JSONString.append(text, to: &again)
      #expect((found.value != nil) == (again == Array("\"\(raw)\"".utf8)))
      if let value = found.value { #expect(Array(value) == again) }
    }
  }

  @Test func `A long text after a short one has room`() throws {
    let room = TextRoom()
    for length in [1, 10_000, 3] {
      let text = String(repeating: "\\n", count: length)
      try Self.withRecord(#"{"text":"\#(text)"}"#) { record in
        let text = try record.requiredText("text", in: room).text
        #expect(text.count == length)
      }
    }
  }

  @Test(arguments: [
    (#"{"text":"a"}"#, #"{"text":"a"}"#),
    (#" { "id" : 7 , "text" : "a", "x":[1, 2] }"#, #"{"id":7,"x":[1, 2],"text":"a"}"#),
    (#"{"text":"b","gone":{},"id":null,"text":"a"}"#, #"{"id":null,"text":"a"}"#),
  ])
  func `A line with a member moved to its end keeps the others`(
    line: String, expected: String
  ) throws {
    try Self.withRecord(line) { record in
      var out: [UInt8] = []
      let member = try #require(record.member("text"))
      record.appendLine(
        movingToEnd: "text", value: UnsafeBufferPointer(rebasing: record.line[member.value]),
        without: "gone", end: "}", to: &out)
      #expect(String(decoding: out, as: UTF8.self) == expected)
    }
  }

  @Test func `More members than a scanner has room for at first are found`() throws {
    let line = "{" + (0..<100).map { "\"k\($0)\":\($0)" }.joined(separator: ",") + ",\"k\":1}"
    try Self.withRecord(line) { record in
      var out: [UInt8] = [0x7B]
      record.appendPassing(except: ["k"], to: &out)
      #expect(String(decoding: out, as: UTF8.self) + "," + "\"k\":1}" == line)
    }
  }
}
