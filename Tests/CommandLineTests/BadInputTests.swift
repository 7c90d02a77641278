import Foundation
import Testing

@testable import TextMill

/// Inputs that are broken, missing or hostile end in rejects or clear errors, never in a crash or silence.
@Suite(.serialized) struct BadInputTests {
  static func config(_ folder: TemporaryFolder, _ source: String, more: String = "") throws
    -> String
  {
    try folder.write(
      "config.yaml",
      """
      version: 1
      name: bad
      output: run
      sources: [ \(source) ]
      normalize: [nfc]
      \(more)
      write: { documents: { compression: none } }
      """)
  }

  static func rejects(_ folder: TemporaryFolder) throws -> [[String: Any]] {
    try RunFolder.lines(folder.file("run/rejects/rejects.jsonl"))
  }

  static let mapping = "fields: { id: id, text: text }"

  @Test(arguments: [
    ("{\"id\": 1, \"text\": \"sound\"}\n{\"id\": 2, \"text\": \"cut", "invalid_json", 1),
    ("{\"id\": 1, \"text\": \"sound\"}\n[1, 2]\n", "not_an_object", 1),
    ("{\"id\": 1, \"text\": \"sound\"}\n{\"id\": 2}\n", "missing_field", 1),
    (
      "{\"id\": 1, \"text\": \"sound\"}\n" + String(repeating: "[", count: 100_000), "invalid_json",
      1
    ),
  ])
  func `a bad line is a reject with its place and bytes`(
    text: String, reason: String, count: Int
  ) throws {
    let folder = try TemporaryFolder()
    try folder.write("in.jsonl", text)
    let config = try Self.config(
      folder, "{ name: t, reader: jsonl, paths: [in.jsonl], \(Self.mapping) }")
    let result = try Binary.run(["run", config])
    #expect(result.status == 0, "\(result.error)")
    let rejects = try Self.rejects(folder)
    #expect(rejects.count == count)
    #expect(rejects.first?["reason"] as? String == reason)
    #expect((rejects.first?["raw"] as? String)?.isEmpty == false)
    #expect((rejects.first?["raw"] as? String ?? "").utf8.count <= Rejection.rawLimit)
  }

  @Test func `invalid UTF-8 is a reject`() throws {
    let folder = try TemporaryFolder()
    var bytes = Data("{\"id\": 1, \"text\": \"caf".utf8)
    bytes.append(0xE9)
    bytes.append(Data("\"}\n{\"id\": 2, \"text\": \"sound\"}\n".utf8))
    try bytes.write(to: URL(filePath: folder.file("in.jsonl")))
    let config = try Self.config(
      folder, "{ name: t, reader: jsonl, paths: [in.jsonl], \(Self.mapping) }")
    #expect(try Binary.run(["run", config]).status == 0)
    let rejects = try Self.rejects(folder)
    #expect(rejects.map { $0["reason"] as? String } == ["invalid_utf8"])
  }

  @Test func `an empty file gives an empty dataset`() throws {
    let folder = try TemporaryFolder()
    try folder.write("in.jsonl", "")
    let config = try Self.config(
      folder, "{ name: t, reader: jsonl, paths: [in.jsonl], \(Self.mapping) }")
    let result = try Binary.run(["run", config])
    #expect(result.status == 0, "\(result.error)")
    #expect(try Binary.run(["verify", folder.file("run")]).status == 0)
  }

  @Test func `a missing input stops with status 66`() throws {
    let folder = try TemporaryFolder()
    let config = try Self.config(
      folder, "{ name: t, reader: jsonl, paths: [none/*.jsonl], \(Self.mapping) }")
    for command in ["run", "check"] {
      let result = try Binary.run([command, config])
      #expect(result.status == 66, "\(command): \(result.error)")
      #expect(result.error.contains("none/"))
    }
  }

  @Test func `an output that can't be made stops with status 73`() throws {
    let folder = try TemporaryFolder()
    try folder.write("in.jsonl", "{\"id\": 1, \"text\": \"a\"}\n")
    try folder.write("file", "not a folder")
    let config = try Self.config(
      folder, "{ name: t, reader: jsonl, paths: [in.jsonl], \(Self.mapping) }")
    let result = try Binary.run(["run", config, "--output", folder.file("file/run")])
    #expect(result.status == 73, "\(result.error)")
    try FileManager.default.createDirectory(
      atPath: folder.file("full"), withIntermediateDirectories: true)
    try folder.write("full/letter.txt", "mine")
    let occupied = try Binary.run(["run", config, "--output", folder.file("full"), "--fresh"])
    #expect(occupied.status == 73)
    #expect(FileManager.default.fileExists(atPath: folder.file("full/letter.txt")))
  }

  @Test func `a wrong configuration is told whole, with lines`() throws {
    let folder = try TemporaryFolder()
    let config = try folder.write(
      "config.yaml",
      """
      version: 2
      name: bad
      output: run
      sources: [ { name: t, reader: jsonn, paths: [in.jsonl] } ]
      dedupliacte: { exact: true }
      chunk: { max_tokens: many }
      write: { training: { target: openai-chat } }
      """)
    let result = try Binary.run(["check", config])
    #expect(result.status == 64)
    for expected in [
      "config.yaml:1:", "config.yaml:4:", "config.yaml:5:", "Did you mean \"deduplicate\"",
      "config.yaml:6:", "needs converse",
    ] {
      #expect(result.error.contains(expected), "\(expected) in \(result.error)")
    }
  }

  @Test func `hostile pages become text or rejects`() throws {
    let folder = try TemporaryFolder()
    try FileManager.default.createDirectory(
      atPath: folder.file("pages"), withIntermediateDirectories: true)
    try folder.write(
      "pages/deep.html", String(repeating: "<div>", count: 100_000) + "deep text inside of it all")
    try folder.write("pages/empty.html", "")
    try folder.write(
      "pages/large.html",
      "<html><body><p>" + String(repeating: "Many words on a long page. ", count: 200_000))
    let config = try Self.config(folder, "{ name: p, reader: pages, paths: [pages/*.html] }")
    let result = try Binary.run(["run", config])
    #expect(result.status == 0, "\(result.error)")
    let report = try RunFolder.json(folder.file("run/report.json"))
    #expect(report["documents_read"] as? Int == 3)
  }

  @Test func `every broken file of the sample ends in rejects or text`() throws {
    let broken = RunLawTests.corpora + "/broken"
    let names = try FileManager.default.contentsOfDirectory(atPath: broken).sorted()
    #expect(names.count > 5)
    for name in names {
      let folder = try TemporaryFolder()
      let reader: String
      switch name {
      case _ where name.contains(".csv"): reader = "csv"
      case _ where name.contains(".html"): reader = "pages"
      case _ where name.contains(".mbox"): reader = "mbox"
      case _ where name.contains(".eml"): reader = "eml"
      case _ where name.hasSuffix(".json"): reader = "zendesk"
      default: reader = "jsonl"
      }
      let fields =
        switch reader {
        case "jsonl": ", fields: { id: id, text: text }"
        case "csv": ", fields: { id: ticket_no, text: question }"
        default: ""
        }
      let config = try Self.config(
        folder, "{ name: b, reader: \(reader), paths: [\"\(broken)/\(name)\"]\(fields) }")
      let result = try Binary.run(["run", config])
      #expect(result.status == 0, "\(name): \(result.error)")
      #expect(try Binary.run(["verify", folder.file("run")]).status == 0, "\(name)")
    }
  }
}
