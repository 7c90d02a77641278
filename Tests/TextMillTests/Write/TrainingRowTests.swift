import Testing
import TextAlgorithms

@testable import TextMill

@Suite struct TrainingRowTests {
  typealias Target = WriteConfiguration.TrainingTarget

  static func rules(_ target: Target, _ row: String) -> Set<String> {
    Set(
      Array(row.utf8).withUnsafeBufferPointer { TargetRules(target: target).violations(of: $0) }
        .map(\.rule))
  }

  /// Examples as conversations make them, with rejected answers and ratings.
  static func examples(_ seed: UInt64) -> [TrainingExample] {
    var random = SeededGenerator(seed: seed)
    return (0..<300).compactMap { _ in
      let messages = ExampleMakerTests.messages(&random)
      guard
        case .success(var example) = ExampleMakerTests.make(
          messages, title: "\u{1}\"title\\", system: "Sei\nfreundlich.", learn: .last)
      else { return nil }
      if random.next() % 2 == 0 { example.rejected = Array("no".utf8) }
      if random.next() % 2 == 0 { example.rating = Double(random.next() % 5 + 1) }
      return example
    }
  }

  @Test(arguments: Target.allCases)
  func `Every example makes a row that keeps the target's rules`(target: Target) {
    var made = 0
    for hasUnlearntTurns in [false, true] {
      let writer = TrainingRow(target: target, hasUnlearntTurns: hasUnlearntTurns)
      var keys: [String]?
      for example in Self.examples(17)
      where TrainingRow.refusal(of: example, for: target) == nil {
        var row: [UInt8] = []
        writer.append(example, to: &row)
        #expect(row.last == 0x0A && row.count { $0 == 0x0A } == 1)
        let text = String(decoding: row.dropLast(), as: UTF8.self)
        #expect(Self.rules(target, text).isEmpty, "\(text)")
        // Loaders infer one schema: the same keys in every row.
        let members = try? JSONValue(parsing: Array(row.dropLast())).members?.map(\.key)
        if keys == nil { keys = members }
        #expect(members == keys)
        made += 1
      }
    }
    #expect(made > 50)
  }

  @Test(arguments: Target.allCases)
  func `A row's texts are found, and those of the system message known`(target: Target) throws {
    for example in Self.examples(23).prefix(40)
    where TrainingRow.refusal(of: example, for: target) == nil {
      var row: [UInt8] = []
      TrainingRow(target: target, hasUnlearntTurns: true).append(example, to: &row)
      var found = ""
      try row.dropLast().withUnsafeBufferPointer { row in
        try DatasetTexts.forEach(row) { found += String(decoding: $0, as: UTF8.self) + "\n" }
      }
      for turn in example.dialogue {
        #expect(found.contains(String(decoding: turn.text, as: UTF8.self)))
      }
      let isOneText = target == .text || target == .bedrockText
      #expect(found.contains("freundlich") == isOneText)
    }
  }

  @Test func `Preferences and labels need what the data may not say`() {
    let turns = [Turn(role: .user, text: [0x61]), Turn(role: .assistant, text: [0x62])]
    var example = TrainingExample(turns: turns, tokens: 1, droppedTurns: 0)
    func refusals() -> [String?] {
      [Target.openaiPreference, .trlPreference, .trlUnpaired, .text].map {
        TrainingRow.refusal(of: example, for: $0)
      }
    }
    #expect(refusals() == ["no_preference", "no_preference", "no_rating", nil])
    example.rejected = [0x63]
    example.rating = 3
    #expect(refusals() == [nil, nil, "no_rating", nil])
    example.rating = 2
    #expect(refusals() == [nil, nil, nil, nil])
  }

  @Test(arguments: [
    (
      Target.claudeBedrock, #"{"messages":[{"role":"assistant","content":"a"}]}"#,
      "first_message_not_user"
    ),
    (
      .claudeBedrock, #"{"messages":[{"role":"user","content":"a"}]}"#, "last_message_not_assistant"
    ),
    (.claudeBedrock, #"{"id":1,"messages":[]}"#, "example_unrecognized_key"),
    (
      .together, #"{"messages":[{"role":"user","content":"a"},{"role":"user","content":"b"}]}"#,
      "roles_not_alternating"
    ),
    (
      .bedrockConversation, #"{"schemaVersion":"bedrock-conversion-2024","messages":[]}"#,
      "invalid_schema_version"
    ),
    (.bedrockConversation, #"{"messages":[{"role":"user","content":"a"}]}"#, "missing_content"),
    (.bedrockText, #"{"prompt":"a"}"#, "example_missing_key"),
    (.bedrockText, #"{"prompt":"a","completion":" "}"#, "missing_content"),
    (.llamaFactory, #"{"conversations":[{"from":"gpt","value":"a"}]}"#, "first_message_not_user"),
    (.llamaFactory, #"{"conversations":[{"from":"bot","value":"a"}]}"#, "unrecognized_role"),
    (.axolotl, #"{"messages":[{"role":"assistant","content":"a","train":1}]}"#, "invalid_train"),
    (.trlUnpaired, #"{"prompt":[],"completion":[],"label":1}"#, "invalid_label"),
    (
      .trlPreference,
      #"{"prompt":[{"role":"user","content":"a"}],"chosen":[{"role":"user","content":"b"}]}"#,
      "unrecognized_role"
    ),
    (.openaiPreference, #"{"input":{"messages":[]}}"#, "missing_messages_list"),
    (.text, #"{"text":7}"#, "missing_content"), (.text, "[]", "data_type"),
  ])
  func `A broken rule of a target is named`(target: Target, row: String, rule: String) {
    #expect(Self.rules(target, row).contains(rule))
  }
}
