import Testing
import TextAlgorithms

@testable import TextMill

@Suite struct FingerprintTests {
  static func fingerprint() throws -> Fingerprint {
    let text = #"{"filter":{"min":3,"languages":["de","en"]},"output":null}"#
    return Fingerprint(
      version: "1.0", configuration: try JSONValue(parsing: Array(text.utf8)),
      inputs: [
        .init(source: "shop", path: "a.jsonl", bytes: 10, hash: "00"),
        .init(source: "shop", path: "b.jsonl", bytes: 20, hash: "11"),
      ])
  }

  @Test func `Equal ones differ in nothing and survive JSON`() throws {
    let one = try Self.fingerprint()
    #expect(one.differences(from: one).isEmpty)
    let read = Fingerprint(json: try JSONValue(parsing: one.json.bytes))
    #expect(read == one)
    #expect(Fingerprint(json: .object([])) == nil)
  }

  typealias Change = @Sendable (inout Fingerprint) -> Void

  static let changes: [(change: Change, clause: String)] = [
    ({ $0.version = "2.0" }, "textmill 2.0, before 1.0"),
    ({ $0.inputs[0].bytes = 11 }, "shop:a.jsonl has 11 bytes, before 10"),
    ({ $0.inputs[1].hash = "22" }, "shop:b.jsonl has other content"),
    ({ $0.inputs.removeFirst() }, "input shop:a.jsonl is gone"),
    ({ $0.inputs[1].path = "c.jsonl" }, "new input shop:c.jsonl"),
    ({ $0.inputs.swapAt(0, 1) }, "the inputs come in another order"),
    (
      { $0.configuration = .object([]) },
      #"filter is null, before {"min":3,"languages":["de","en"]}"#
    ),
  ]

  @Test(arguments: changes.indices)
  func `What differs is said`(index: Int) throws {
    let before = try Self.fingerprint()
    var after = before
    Self.changes[index].change(&after)
    #expect(after.differences(from: before).contains(Self.changes[index].clause))
  }

  @Test func `A changed value is named by its path`() throws {
    let before = try Self.fingerprint()
    var after = before
    let text = #"{"filter":{"min":4,"languages":["de","fr"]},"output":null,"new":true}"#
    after.configuration = try JSONValue(parsing: Array(text.utf8))
    #expect(
      after.differences(from: before) == [
        "filter.min is 4, before 3", #"filter.languages[1] is "fr", before "en""#,
        "new is true, before null",
      ])
  }
}
