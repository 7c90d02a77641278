import Testing
import TextAlgorithms

@testable import TextMill

@Suite struct RedactStageTests {
  static func run(_ line: String) throws -> String {
    var stage = RedactStage(RedactOptions())
    var out: [UInt8] = []
    try Array(line.utf8).withUnsafeBufferPointer { bytes in
      var scanner = JSONObjectScanner()
      try scanner.scan(bytes)
      try stage.process(JSONRecord(line: bytes, scanner: scanner), into: &out)
    }
    return String(decoding: out, as: UTF8.self)
  }

  @Test func `offsets count scalars of the text as it came`() throws {
    let line = #"{"id":7,"text":"😀é mail a@b.example.com 👍 ip 192.0.2.1","x":[1]}"#
    #expect(
      try Self.run(line)
        == #"{"id":7,"x":[1],"text":"😀é mail [EMAIL_1] 👍 ip [IP_1]","redactions":["#
        + #"{"kind":"email","start":8,"end":23,"replacement":"[EMAIL_1]"},"#
        + #"{"kind":"ip","start":29,"end":38,"replacement":"[IP_1]"}]}"# + "\n")
  }

  @Test func `what is known is used and not passed on`() throws {
    let line =
      #"{"id":"a","known":{"customer":["Zoe Quill"],"agent":null},"text":"Zoe \"Q\""}"#
    #expect(
      try Self.run(line)
        == #"{"id":"a","text":"[CUSTOMER_NAME_1] \"Q\"","redactions":["#
        + #"{"kind":"person","start":0,"end":3,"replacement":"[CUSTOMER_NAME_1]"}]}"# + "\n")
  }

  @Test(arguments: [
    #"{"id":1}"#, #"{"id":1,"text":5}"#, #"{"id":1,"text":"a","known":[]}"#,
    #"{"id":1,"text":"a","known":{"customer":"Zoe"}}"#,
    #"{"id":1,"text":"a","known":{"agent":[1]}}"#,
  ])
  func `a record without text or with wrong identities is an error`(line: String) {
    #expect(throws: RecordError.self) { try Self.run(line) }
  }
}
