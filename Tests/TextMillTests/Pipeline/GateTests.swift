import Foundation
import Testing

@testable import TextMill

@Suite struct GateTests {
  /// A run's folder with dataset files of these rows.
  static func folder(
    _ files: [String: [String]]
  ) throws -> (run: RunDirectory, facts: [DatasetFile.Facts]) {
    let path = NSTemporaryDirectory() + "textmill-gates-" + UUID().uuidString
    for name in ["data", "retrieval", ".work"] { try FileSystem.makeFolder("\(path)/\(name)") }
    var facts: [DatasetFile.Facts] = []
    for (name, rows) in files.sorted(by: { $0.key < $1.key }) {
      let file = try DatasetFile(name, in: path, compression: .zstd)
      for row in rows { try file.append(Array((row + "\n").utf8)) }
      facts.append(try file.commit())
    }
    return (RunDirectory(path), facts)
  }

  static func chat(_ user: String, _ answer: String) -> String {
    #"{"messages":[{"role":"user","content":"\#(user)"},"#
      + #"{"role":"assistant","content":"\#(answer)"}]}"#
  }

  @Test func `personal data in a written file is found by its place and never shown`() throws {
    let address = "ann" + "@" + "post.example"
    let (run, facts) = try Self.folder([
      "data/train-00000-of-00001.jsonl.zst": [
        Self.chat("Hello there", "Hello"), Self.chat("Write to \(address)", "I will"),
      ]
    ])
    defer { FileSystem.remove(run.path) }
    let findings = try RescanGate.findings(
      options: RedactOptions(), run: run, files: facts, threads: 2, progress: RunProgress())
    #expect(findings.map(\.row) == [2])
    #expect(findings.first?.what == "email")
    #expect(findings.allSatisfy { !$0.description.contains(address) })
  }

  @Test func `personal data is found inside metadata, whatever its nesting`() throws {
    let address = "ann" + "@" + "post.example"
    func row(_ value: String) -> String {
      #"{"id":"d","text":"Hello","metadata":"{\"a\":[\"fine\",{\"b\":\"\#(value)\"}]}"}"#
    }
    let (run, facts) = try Self.folder([
      "data/documents-00000-of-00001.jsonl.zst": [row("fine"), row(address)]
    ])
    defer { FileSystem.remove(run.path) }
    let findings = try RescanGate.findings(
      options: RedactOptions(), run: run, files: facts, threads: 1, progress: RunProgress())
    #expect(findings.map(\.row) == [2])
  }

  @Test func `what the configuration's system message says is no finding`() throws {
    let address = "ann" + "@" + "post.example"
    func row(_ text: String) -> String { #"{"text":"\#(text)"}"# }
    let (run, facts) = try Self.folder([
      "data/train-00000-of-00001.jsonl.zst": [
        row("Write to \(address).\\n\\nUser: Hello"),
        row("Write to \(address).\\n\\nUser: \(address)"),
      ]
    ])
    defer { FileSystem.remove(run.path) }
    let findings = try RescanGate.findings(
      options: RedactOptions(), run: run, files: facts, threads: 1, progress: RunProgress(),
      prompt: Array("Write to \(address).".utf8))
    #expect(findings.map(\.row) == [2])
  }

  @Test func `a number that is cut from its word is no finding`() throws {
    func chunk(_ text: String, _ sequence: Int) -> String {
      #"{"id":"c\#(sequence)","document_id":"d","text":"\#(text)","title":"Order"}"#
    }
    let rows = [chunk("Your order number is", 0), chunk("20255512345, thank you.", 1)]
    let (run, facts) = try Self.folder(["retrieval/chunks-00000-of-00001.jsonl.zst": rows])
    defer { FileSystem.remove(run.path) }
    let findings = try RescanGate.findings(
      options: RedactOptions(), run: run, files: facts, threads: 1, progress: RunProgress())
    #expect(findings.isEmpty)
  }

  @Test func `near-duplicates across splits are found, those inside one aren't`() throws {
    let words = (1...60).map { "word\($0 * 7919 % 1000)" }
    let text = words.joined(separator: " ")
    let near = (words.dropLast() + ["another"]).joined(separator: " ")
    let other = (1...60).map { "other\($0 * 104_729 % 1000)" }.joined(separator: " ")
    let (run, facts) = try Self.folder([
      "data/train-00000-of-00001.jsonl.zst": [
        Self.chat(text, "Yes"), Self.chat(text, "Yes"), Self.chat(other, "No"),
      ],
      "data/test-00000-of-00001.jsonl.zst": [Self.chat(near, "Yes")],
      "data/validation-00000-of-00001.jsonl.zst": [Self.chat("Something else entirely", "Fine")],
    ])
    defer { FileSystem.remove(run.path) }
    let leak = try LeakGate(
      near: DeduplicateOptions.Near(), run: run, layout: TrainingLayout(targets: [.openaiChat])
    ).measure(facts, threads: 2)
    #expect(leak.findings.map(\.path) == ["data/test-00000-of-00001.jsonl.zst"])
    #expect(leak.findings.first?.row == 1)
    #expect(leak.examples == 2 && leak.share == 0.5)
  }
}
