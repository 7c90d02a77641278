import Testing

@testable import TextAlgorithms

@Suite struct JSONRepairTests {
  static func value(_ text: String) throws -> JSONValue {
    try JSONValue(parsing: JSONRepair.repaired(Array(text.utf8)))
  }

  @Test(arguments: [
    #"{"a":"b","c":[1,2]}"#, #"{"a":"b","c":[1,2,],}"#, #"{"a":"b" "c":[1 2]}"#,
    #"{a:'b',c:[1,2]};"#, #"<!-- {"a":"b","c":[1,2]} -->"#, #"{"a":"b","c":[1,2]}}"#,
    #"{"a":"b","c":[1,2]"#, #"/* x */{"a":"b",// y"# + "\n" + #""c":[1,2]}"#,
    #"//<![CDATA["# + "\n" + #"{"a":"b","c":[1,2]}"# + "\n//]]>", #"{"a":"b",,"c":[1,,2]}"#,
  ])
  func `almost JSON becomes the JSON that was meant`(text: String) throws {
    #expect(try Self.value(text) == JSONValue(parsing: Array(#"{"a":"b","c":[1,2]}"#.utf8)))
  }

  @Test func `quotes inside a string stay in it`() throws {
    #expect(try Self.value(#"{"a":"a 22" screen","b":1}"#)["a"]?.string == "a 22\" screen")
    #expect(
      try Self.value(#"{"a":"sizes 5", 6" and 7"","b":1}"#)["a"]?.string == "sizes 5\", 6\" and 7\""
    )
    #expect(try Self.value(#"{"a":'it',"b":1}"#)["a"]?.string == "it")
  }

  @Test func `bare words and control characters are mended`() throws {
    let value = try Self.value("{\"a\":undefined,\"b\":1.299.00,\"c\":\"x\ny\tz\\q\"}")
    #expect(value["a"]?.isNull == true)
    #expect(value["b"]?.string == "1.299.00")
    #expect(value["c"]?.string == "x\ny zq")
  }

  @Test func `sound JSON keeps its meaning`() throws {
    var generator = SeededGenerator(seed: 5)
    func random(_ depth: Int) -> JSONValue {
      switch Int.random(in: 0..<(depth > 3 ? 4 : 6), using: &generator) {
      case 0: return .null
      case 1: return .bool(Bool.random(using: &generator))
      case 2: return .int(Int.random(in: -99...99, using: &generator))
      case 3:
        let letters = ["a", "ß", "\\", "\"", "{", "]", ",", ":", " ", "\n", "'"]
        return .string((0..<5).map { _ in letters.randomElement(using: &generator)! }.joined())
      case 4: return .array((0..<3).map { _ in random(depth + 1) })
      default: return .object((0..<3).map { .init(key: "k\($0)", value: random(depth + 1)) })
      }
    }
    for _ in 0..<200 {
      let value = JSONValue.array([random(0)])
      // What a strict parser reads is never repaired; here a repair must at least end in JSON.
      #expect(throws: Never.self) {
        _ = try JSONValue(parsing: JSONRepair.repaired(value.bytes))
      }
    }
  }

  @Test(arguments: [
    String(repeating: "{", count: 100_000), String(repeating: "[{", count: 100_000),
    String(repeating: "\"", count: 100_000), String(repeating: "}", count: 100_000),
    String(repeating: "{\"", count: 100_000), String(repeating: "/", count: 100_000),
    String(repeating: ",", count: 100_000), String(repeating: "'\"", count: 100_000),
  ])
  func `hostile text ends`(text: String) {
    #expect(JSONRepair.repaired(Array(text.utf8)).count < 1_000_000)
  }
}
