import Foundation
import Testing

/// The stage commands as filters, on the built binary.
@Suite struct StageCommandTests {
  /// A command with a record that it takes and the members that its lines must have.
  struct Filter: Sendable, CustomTestStringConvertible {
    var command: String
    var arguments: [String] = []
    var record: String
    var members: Set<String>
    /// Whether members that it doesn't know go through.
    var passesUnknown = true

    var testDescription: String { ([command] + arguments).joined(separator: " ") }
  }

  static let documentMembers: Set<String> = [
    "id", "kind", "title", "url", "language", "created_at", "updated_at", "text", "messages",
    "product", "metadata", "source",
  ]

  static let filters: [Filter] = [
    Filter(
      command: "extract", arguments: ["--as", "page"],
      record:
        #"{"id": "a", "html": "<p>The lamp gives a warm light and needs one bulb.</p>", "x": [1, null]}"#,
      members: documentMembers),
    Filter(
      command: "extract", arguments: ["--as", "mail"],
      record:
        #"{"id": "a", "raw": "From: Ann <ann@example.com>\nSubject: Lamp\nDate: Thu, 2 Jan 2025 10:00:00 +0100\n\nIt is dark.\n", "x": [1, null]}"#,
      members: documentMembers),
    Filter(
      command: "trim-reply", record: #"{"id": "a", "text": "Yes.\n\n> Is it?\n", "x": [1, null]}"#,
      members: ["id", "text", "removed"]),
    Filter(
      command: "normalize", record: #"{"id": "a", "text": "two  spaces\r\n", "x": [1, null]}"#,
      members: ["id", "text"]),
    Filter(
      command: "redact",
      record: #"{"id": "a", "text": "Write to ann@example.com.", "x": [1, null]}"#,
      members: ["id", "text", "redactions"]),
    Filter(
      command: "filter", arguments: ["--min-words", "2"],
      record: #"{"id": "a", "text": "Three words here", "x": [1, null]}"#,
      members: ["id", "text"]),
    Filter(
      command: "dedup", record: #"{"id": "a", "text": "Three words here", "x": [1, null]}"#,
      members: ["id", "cluster", "keep", "duplicate_of", "similarity"], passesUnknown: false),
    Filter(
      command: "chunk", record: #"{"id": "a", "text": "Three words here", "x": [1, null]}"#,
      members: ["id", "document_id", "text", "start", "end", "tokens", "headings"]),
    Filter(
      command: "tokenize", record: #"{"id": "a", "text": "Three words here", "x": [1, null]}"#,
      members: ["id", "tokens"]),
    Filter(
      command: "tokenize", arguments: ["--count"],
      record: #"{"id": "a", "text": "Three words here", "x": [1, null]}"#,
      members: ["id", "token_count"]),
  ]

  static func objects(_ data: Data) throws -> [[String: Any]] {
    try data.split(separator: 0x0A).map {
      try #require(try JSONSerialization.jsonObject(with: $0) as? [String: Any])
    }
  }

  static func lastLine(_ text: String) -> String {
    text.split(separator: "\n").last.map(String.init) ?? ""
  }

  @Test(arguments: filters)
  func `a record comes out with the members that the contract names`(_ filter: Filter) throws {
    let result = try Binary.run(
      [filter.command] + filter.arguments, input: Data((filter.record + "\n").utf8))
    #expect(result.status == 0, "\(result.error)")
    #expect(Self.lastLine(result.error) == "read 1, written 1, rejected 0")
    let lines = try Self.objects(result.output)
    #expect(lines.count == 1)
    let line = try #require(lines.first)
    #expect(filter.members.isSubset(of: line.keys), "\(line.keys.sorted())")
    if filter.passesUnknown {
      let passed = try #require(line["x"] as? [Any])
      #expect(passed.count == 2)
      #expect(passed.first as? Int == 1)
    }
  }

  @Test(arguments: filters)
  func `what can't be processed goes to the rejects with its stage and reason`(
    _ filter: Filter
  ) throws {
    let folder = try TemporaryFolder()
    let rejects = folder.file("rejects.jsonl")
    let input = #"{"id": "no body"}"# + "\n" + filter.record + "\n" + #"{"id": "cut"# + "\n"
    let arguments = [filter.command] + filter.arguments
    let result = try Binary.run(arguments + ["--rejects", rejects], input: Data(input.utf8))
    #expect(result.status == 0, "\(result.error)")
    #expect(Self.lastLine(result.error) == "read 3, written 1, rejected 2")
    #expect(try Self.objects(result.output).count == 1)
    let rejected = try RunFolder.lines(rejects)
    #expect(rejected.map { $0["line"] as? Int } == [1, 3])
    #expect(rejected[0]["reason"] as? String == "missing_field")
    #expect(rejected[0]["stage"] as? String != "read")
    #expect(rejected[1]["stage"] as? String == "read")
    #expect(rejected[1]["reason"] as? String == "invalid_json")
    #expect(rejected[1]["raw"] as? String == #"{"id": "cut"#)

    let told = try Binary.run(arguments, input: Data(input.utf8))
    #expect(told.output == result.output)
    #expect(told.error.contains("-:3: error: invalid JSON"))
  }

  @Test(arguments: filters)
  func `the output is the same for 1 and 7 threads`(_ filter: Filter) throws {
    var input = ""
    for number in 1...6_000 {
      input += filter.record.replacing(#""id": "a""#, with: #""id": "n\#(number)""#) + "\n"
    }
    let arguments = [filter.command] + filter.arguments
    let one = try Binary.run(arguments + ["--threads", "1"], input: Data(input.utf8))
    let seven = try Binary.run(arguments + ["--threads", "7"], input: Data(input.utf8))
    #expect(one.status == 0, "\(one.error)")
    #expect(one.output.count { $0 == 0x0A } == 6_000)
    #expect(one.output == seven.output)
    #expect(one.error == seven.error)
  }

  @Test(arguments: filters)
  func `bad flags, missing files and closed pipes have their exit codes`(_ filter: Filter) throws {
    let arguments = [filter.command] + filter.arguments
    #expect(try Binary.run(arguments + ["--no-such-flag"]).status == 64)
    #expect(try Binary.run(arguments + ["--threads", "0"]).status == 64)
    let missing = try Binary.run(arguments + ["/nowhere/records.jsonl"])
    #expect(missing.status == 66)
    #expect(missing.error.contains("/nowhere/records.jsonl"))

    let folder = try TemporaryFolder()
    let lines = String(repeating: filter.record + "\n", count: 6_000)
    let input = try folder.write("many.jsonl", lines)
    let piped = try Binary.run(
      arguments + [input], through: #"set -o pipefail; "$@" | head -1; exit $?;"#)
    #expect(piped.status == 74, "\(piped.error)")
    #expect(piped.output.count { $0 == 0x0A } == 1)
  }

  @Test func `a run stopped by SIGINT says so, and run again gives the same bytes`() throws {
    let folder = try TemporaryFolder()
    var lines = ""
    for number in 1...200_000 {
      lines +=
        #"{"id": \#(number), "text": "Ticket \#(number) speaks of lamp \#(number * 7)."}"# + "\n"
    }
    try folder.write("tickets.jsonl", lines)
    let config = try folder.write(
      "config.yaml",
      """
      version: 1
      name: many
      output: run
      sources: [ { name: t, reader: jsonl, paths: [tickets.jsonl], fields: { id: id, text: text } } ]
      normalize: [nfc, spaces]
      redact: {}
      deduplicate: {}
      run: { part_mib: 1 }
      write: { documents: { shards: 4 } }
      """)
    let whole = folder.file("whole")
    #expect(try Binary.run(["run", config, "--output", whole, "--progress", "none"]).status == 0)
    let stopped = folder.file("stopped")
    let arguments = ["run", config, "--output", stopped, "--progress", "none"]
    let status = try Binary.runAndInterrupt(arguments) {
      // The first finished part shows that the run is on its way.
      let files = (try? FileManager.default.subpathsOfDirectory(atPath: stopped)) ?? []
      return files.count { $0.contains("part") } >= 2
    }
    #expect(status == 75)
    #expect(!FileManager.default.fileExists(atPath: "\(stopped)/manifest.json"))
    #expect(try Binary.run(arguments).status == 0)
    #expect(try RunFolder.sums(stopped) == RunFolder.sums(whole))
  }

  @Test func `dedup stopped by SIGINT leaves no temporary files`() throws {
    let folder = try TemporaryFolder()
    let temporary = folder.file("tmp")
    try FileManager.default.createDirectory(atPath: temporary, withIntermediateDirectories: true)
    let status = try Binary.runAndInterrupt(
      ["dedup"], environment: ["TMPDIR": temporary], holdsInputOpen: true
    ) {
      ((try? FileManager.default.contentsOfDirectory(atPath: temporary)) ?? []).count == 1
    }
    #expect(status == 75)
    #expect(try FileManager.default.contentsOfDirectory(atPath: temporary).isEmpty)
  }
}
