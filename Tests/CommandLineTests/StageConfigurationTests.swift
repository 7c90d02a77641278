import Foundation
import Testing

/// Stage commands with the settings of a run configuration, and exports named directly.
@Suite struct StageConfigurationTests {
  static let settings = """
    version: 1
    name: settings
    output: run
    sources: [ { name: desk, reader: jsonl, paths: [none.jsonl], fields: { id: n, text: body } } ]
    redact: { kinds: [email], mode: remove }
    filter: [ { length: { min_words: 3 } } ]
    write: { documents: {} }
    """

  @Test func `settings come from the configuration, and flags go before them`() throws {
    let folder = try TemporaryFolder()
    let config = try folder.write("config.yaml", Self.settings)
    let record = Data(#"{"id": "a", "text": "Two a@example.com"}"#.utf8)
    let removed = try Binary.run(["redact", "--config", config], input: record)
    #expect(try StageCommandTests.objects(removed.output).first?["text"] as? String == "Two ")
    let marked = try Binary.run(
      ["redact", "--config", config, "--mode", "placeholder"], input: record)
    #expect(
      try StageCommandTests.objects(marked.output).first?["text"] as? String == "Two [EMAIL_1]")

    let short = Data(#"{"id": "a", "text": "Two words"}"#.utf8)
    #expect(try Binary.run(["filter", "--config", config], input: short).output.isEmpty)
    let more = ["filter", "--config", config, "--min-words", "2"]
    #expect(try !Binary.run(more, input: short).output.isEmpty)
  }

  @Test(arguments: ["trim-reply", "normalize", "dedup", "chunk", "tokenize"])
  func `a configuration that doesn't name the stage is refused`(_ command: String) throws {
    let folder = try TemporaryFolder()
    let config = try folder.write("config.yaml", Self.settings)
    let result = try Binary.run([command, "--config", config])
    #expect(result.status == 64)
    #expect(result.error.contains("doesn't name"))
  }

  @Test func `a table is read by the mapping of the configuration`() throws {
    let folder = try TemporaryFolder()
    let config = try folder.write("config.yaml", Self.settings)
    let input = try folder.write("in.jsonl", #"{"n": 7, "body": "A text"}"# + "\n")
    let result = try Binary.run(["extract", "--as", "jsonl", "--config", config, input])
    #expect(result.status == 0, "\(result.error)")
    let line = try #require(try StageCommandTests.objects(result.output).first)
    #expect(line["id"] as? String == "desk:7")
    #expect(line["text"] as? String == "A text")
    #expect(try Binary.run(["extract", "--as", "jsonl", input]).status == 64)
  }

  @Test func `exports come out the same by kind, by their content and on any threads`() throws {
    let corpora = RunLawTests.corpora
    let inputs = [
      ("zendesk", "tickets/zendesk/page-001.json"), ("mail", "tickets/inbox.mbox"),
      ("shopify", "feeds/shopify.csv"), ("page", "pages/about.html"),
    ]
    for (kind, path) in inputs {
      let file = "\(corpora)/\(path)"
      let named = try Binary.run(["extract", "--as", kind, "--threads", "1", file])
      let found = try Binary.run(["extract", "--as", "auto", "--threads", "7", file])
      #expect(named.status == 0, "\(named.error)")
      #expect(!named.output.isEmpty)
      #expect(named.output == found.output)
      for line in try StageCommandTests.objects(named.output) {
        #expect(Set(line.keys) == StageCommandTests.documentMembers)
      }
    }
  }
}
