import Testing
import TextAlgorithms

@testable import TextMill

@Suite struct ChatRowTests {
  static func rules(_ row: String) -> Set<String> {
    Set(
      Array(row.utf8).withUnsafeBufferPointer {
        TargetRules(target: .openaiChat).violations(of: $0)
      }.map(\.rule))
  }

  @Test func `Every example makes a row that keeps the rules`() {
    var random = SeededGenerator(seed: 61)
    for _ in 0..<500 {
      let messages = ExampleMakerTests.messages(&random)
      guard
        case .success(let example) = ExampleMakerTests.make(
          messages, title: "\u{1}\"title\\", system: "Sei\nfreundlich.", learn: .lastAgent)
      else { continue }
      var row: [UInt8] = []
      ChatRow.append(example, flag: .weight, to: &row)
      #expect(row.last == 0x0A && row.count { $0 == 0x0A } == 1)
      let text = String(decoding: row.dropLast(), as: UTF8.self)
      #expect(Self.rules(text).isEmpty)
      let value = try? JSONValue(parsing: Array(row.dropLast()))
      let contents = value?["messages"]?.array?.map { $0["content"]?.string }
      #expect(contents == example.turns.map { String(decoding: $0.text, as: UTF8.self) })
      let weights = value?["messages"]?.array?.map { $0["weight"]?.int }
      #expect(weights == example.turns.map { $0.role == .assistant ? ($0.isLearnt ? 1 : 0) : nil })
    }
  }

  @Test(arguments: [
    ("[]", "data_type"), ("{}", "missing_messages_list"),
    (#"{"messages":[]}"#, "missing_messages_list"),
    (#"{"messages":[{"role":"assistant","content":"a"}],"id":1}"#, "example_unrecognized_key"),
    (#"{"messages":[{"role":"user","content":"a"}]}"#, "example_missing_assistant_message"),
    (#"{"messages":[{"role":"assistant","content":""}]}"#, "missing_content"),
    (#"{"messages":[{"role":"assistant"}]}"#, "message_missing_key"),
    (#"{"messages":[{"role":"agent","content":"a"}]}"#, "unrecognized_role"),
    (#"{"messages":[{"role":"assistant","content":"a","x":1}]}"#, "message_unrecognized_key"),
    (#"{"messages":[{"role":"assistant","content":"a","weight":2}]}"#, "invalid_weight"),
  ])
  func `A broken rule is named`(row: String, rule: String) {
    #expect(Self.rules(row).contains(rule))
  }
}
