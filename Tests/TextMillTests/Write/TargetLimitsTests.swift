import Testing
import TextAlgorithms

@testable import TextMill

@Suite struct TargetLimitsTests {
  static func violations(_ limits: String, _ row: String) throws -> [RuleViolation] {
    let check = TargetCheck(
      .bedrockText, limits: TargetLimits(json: try JSONValue(parsing: Array(limits.utf8))),
      tokenizer: try Tokenizer(vocabulary: .embedded))
    return Array(row.utf8).withUnsafeBufferPointer { check.violations(of: $0) }
  }

  @Test func `the embedded limits are read for every target`() {
    let limits = TargetLimits()
    #expect(limits.limits(of: .openaiChat).minExamples == 10)
    #expect(limits.limits(of: .bedrockText).maxExampleCharacters == 24_576)
    #expect(limits.limits(of: .text) == TargetLimits.Limits())
    for member in limits.json.members ?? [] {
      #expect(WriteConfiguration.TrainingTarget(rawValue: member.key) != nil)
    }
  }

  @Test func `a file goes over the embedded limits, and a strange one is refused`() throws {
    let folder = try ScratchFolder()
    let path = try folder.write(
      "limits.json", #"{"openai-chat": {"min_examples": 2, "max_file_bytes": null}}"#)
    let limits = try TargetLimits(file: path)
    #expect(limits.limits(of: .openaiChat).minExamples == 2)
    #expect(limits.limits(of: .openaiChat).maxFileBytes == nil)
    #expect(limits.limits(of: .openaiChat).maxExampleTokens == 65_536)
    #expect(limits.limits(of: .claudeBedrock).minExamples == 32)
    for text in [
      "[]", #"{"gpt": {}}"#, #"{"text": {"most": 1}}"#, #"{"text": {"max_examples": -1}}"#,
    ] {
      let strange = try folder.write("strange.json", text)
      #expect(throws: TextMillError.self) { try TargetLimits(file: strange) }
    }
  }

  @Test func `rows over a limit are named with their figures`() throws {
    let row = #"{"prompt":"word word word word","completion":"éééé"}"#
    func rules(_ limits: String) throws -> [String] {
      try Self.violations(limits, row).map(\.rule)
    }
    #expect(try rules(#"{"bedrock-text":{"max_example_characters":23}}"#).isEmpty)
    #expect(
      try rules(#"{"bedrock-text":{"max_example_characters":22}}"#) == ["character_limit"])
    let tokens = try Self.violations(#"{"bedrock-text":{"max_example_tokens":3}}"#, row)
    #expect(tokens.map(\.rule) == ["token_limit"] && tokens[0].isWarning)
  }
}
