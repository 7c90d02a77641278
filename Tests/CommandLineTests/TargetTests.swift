import Foundation
import Testing

@testable import TextMill

/// Training targets on the built binary.
@Suite struct TargetTests {
  static let all = WriteConfiguration.TrainingTarget.allCases.map(\.rawValue)

  /// Chats with a bot's draft and a rating each.
  static func configuration(_ folder: TemporaryFolder, targets: [String]) throws -> String {
    let rows = (0..<24).map { number in
      let question = SplitLawTests.question(number)
      return #"{"id":\#(number),"stars":\#(number % 5 + 1),"turns":["#
        + #"{"who":"customer","said":"\#(question)"},{"who":"bot","said":"draft \#(number)"},"#
        + #"{"who":"agent","said":"answer \#(number)"},{"who":"customer","said":"and \#(number)?"},"#
        + #"{"who":"agent","said":"again \#(number)"}]}"#
    }
    try folder.write("chats.jsonl", rows.joined(separator: "\n") + "\n")
    return try folder.write(
      "targets.yaml",
      """
      version: 1
      name: targets
      output: run
      sources:
        - name: chat
          reader: jsonl
          paths: [chats.jsonl]
          fields: { id: id, metadata: [stars], messages: [ { each: turns, role: who, text: said } ] }
      tokenize: {}
      converse: { system: "You help {{shop}}, {{stars}}.", rating: stars, examples: agent_turn }
      split: { test: 0.2 }
      write: { training: { targets: [\(targets.joined(separator: ", "))], compression: none, shards: 2 } }
      """)
  }

  @Test func `every target is written, verified and the same for any number of threads`() throws {
    let folder = try TemporaryFolder()
    let config = try Self.configuration(folder, targets: Self.all)
    var sums: [[String: String]] = []
    for threads in [1, 2, 7] {
      let output = folder.file("threads-\(threads)")
      let result = try Binary.run([
        "run", config, "--output", output, "--progress", "none", "--threads", "\(threads)",
      ])
      #expect(result.status == 0, "\(result.error)")
      let verified = try Binary.run(["verify", output])
      #expect(verified.status == 0, "\(verified.error)")
      sums.append(try RunFolder.sums(output))
    }
    #expect(sums[0] == sums[1] && sums[0] == sums[2])
    let run = folder.file("threads-1")
    for target in Self.all {
      let names = try FileManager.default.contentsOfDirectory(atPath: "\(run)/data/\(target)")
      let files = names.filter { $0.hasPrefix("t") }
      #expect(!files.isEmpty, "\(target)")
      for name in files {
        let rows = try RunFolder.lines("\(run)/data/\(target)/\(name)")
        let beside = try RunFolder.lines("\(run)/metadata/\(target)/\(name)")
        #expect(rows.count == beside.count && !rows.isEmpty)
        let ids = beside.compactMap { $0["id"] as? String }
        #expect(ids.allSatisfy { $0.hasSuffix("#1") || $0.hasSuffix("#2") })
      }
    }
    let info = try RunFolder.json("\(run)/data/llama-factory/dataset_info.json")
    #expect(info.keys.contains { $0.hasPrefix("targets-train") })
  }

  @Test func `a run with one target keeps its files at the top`() throws {
    let folder = try TemporaryFolder()
    let config = try Self.configuration(folder, targets: ["trl-preference"])
    #expect(try Binary.run(["run", config, "--progress", "none"]).status == 0)
    let names = try FileManager.default.contentsOfDirectory(atPath: folder.file("run/data"))
    #expect(!names.isEmpty && names.allSatisfy { $0.hasSuffix("-of-00002.jsonl") })
    // Only the first answers follow a draft.
    for name in names {
      for row in try RunFolder.lines(folder.file("run/metadata/\(name)")) {
        #expect((row["id"] as? String ?? "").hasSuffix("#1"))
      }
    }
  }

  @Test func `a document that no target takes is a reject`() throws {
    let folder = try TemporaryFolder()
    let config = try Self.configuration(folder, targets: ["trl-preference"])
    let result = try Binary.run([
      "run", config, "--progress", "none", "--set", "converse.bot_drafts=false",
    ])
    #expect(result.status == 0, "\(result.error)")
    let rejects = try RunFolder.lines(folder.file("run/rejects/rejects.jsonl"))
    #expect(rejects.count == 24)
    #expect(rejects.allSatisfy { $0["reason"] as? String == "no_preference" })
  }

  @Test func `check holds files against a target's rules, with line numbers`() throws {
    let folder = try TemporaryFolder()
    let good = #"{"messages":[{"role":"user","content":"a"},{"role":"assistant","content":"b"}]}"#
    let rows = Array(repeating: good, count: 11)
    let sound = try folder.write("sound.jsonl", rows.joined(separator: "\n") + "\n")
    #expect(try Binary.run(["check", "--target", "openai-chat", sound]).status == 0)
    let broken = try folder.write(
      "broken.jsonl",
      (rows + [#"{"messages":[{"role":"user"}]}"#, "[]", "{"]).joined(separator: "\n") + "\n")
    let result = try Binary.run(["check", "--target", "openai-chat", broken])
    #expect(result.status == 65)
    for line in [
      ":12: message_missing_key", ":12: example_missing_assistant_message", ":13: data_type",
      ":14: data_type",
    ] {
      #expect(result.error.contains("broken.jsonl\(line)"), "\(line)")
    }
    let few = try folder.write("few.jsonl", good + "\n")
    let refused = try Binary.run(["check", "--target", "openai-chat", few])
    #expect(refused.status == 65 && refused.error.contains("too_few_examples"))
    let limits = try folder.write("limits.json", #"{"openai-chat":{"min_examples":1}}"#)
    #expect(
      try Binary.run(["check", "--target", "openai-chat", "--limits", limits, few]).status == 0)
    #expect(try Binary.run(["check", "--target", "gpt", few]).status == 64)
    #expect(try Binary.run(["check", "--target", "openai-chat", folder.file("none")]).status == 66)
  }

  @Test func `a document that repeats an evaluation text is left out with evidence`() throws {
    let folder = try TemporaryFolder()
    let config = try Self.configuration(folder, targets: ["openai-chat"])
    try folder.write(
      "evaluation.jsonl",
      "{\"q\":\"\(SplitLawTests.question(90))\"}\n{\"q\":\"\(SplitLawTests.question(7))\"}\n")
    let result = try Binary.run([
      "run", config, "--progress", "none", "--set", "decontaminate={files: [evaluation.jsonl]}",
    ])
    #expect(result.status == 0, "\(result.error)")
    let rejects = try RunFolder.lines(folder.file("run/rejects/rejects.jsonl"))
    #expect(rejects.map { $0["id"] as? String } == ["chat:7"])
    #expect(rejects.first?["reason"] as? String == "contaminated")
    #expect((rejects.first?["evidence"] as? String ?? "").hasPrefix("evaluation.jsonl:2, 13 words"))
    // Other evaluation texts are another run.
    try folder.write("evaluation.jsonl", "{}\n")
    let other = try Binary.run([
      "run", config, "--progress", "none", "--set", "decontaminate={files: [evaluation.jsonl]}",
    ])
    #expect(other.status == 64 && other.error.contains("evaluation_sha256"))
  }
}
