import Testing
import TextAlgorithms

@testable import TextMill

@Suite struct TrimReplyStageTests {
  func process(_ line: String) throws -> String {
    var stage = TrimReplyStage()
    var out: [UInt8] = []
    try Array(line.utf8).withUnsafeBufferPointer { bytes in
      var scanner = JSONObjectScanner()
      try scanner.scan(bytes)
      try stage.process(JSONRecord(line: bytes, scanner: scanner), into: &out)
    }
    return String(decoding: out, as: UTF8.self)
  }

  @Test func `Spans count scalars of the input, and other members pass`() throws {
    let line = #"{"id":7,"text":"Größe 👍\n> é\n","x":[1, 2]}"#
    #expect(
      try process(line)
        == #"{"id":7,"x":[1, 2],"text":"Größe 👍","removed":[{"kind":"quote","start":8,"end":12}]}"#
        + "\n")
  }

  @Test func `A text alone is a record too`() throws {
    #expect(try process(#"{"text":""}"#) == #"{"text":"","removed":[]}"# + "\n")
  }

  @Test func `A record without text is refused`() {
    #expect(throws: RecordError.self) { try process(#"{"id":"a"}"#) }
  }
}
