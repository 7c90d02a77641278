import Foundation
import Testing

@testable import TextMill

@Suite struct DedupJobTests {
  static func run(_ input: String, threads: Int = 1) throws -> (
    lines: [String], counts: RecordPump.Counts, rejects: String
  ) {
    let folder = try WorkFolder()
    defer { folder.remove() }
    try Data(input.utf8).write(to: URL(filePath: "\(folder.path)/in.jsonl"))
    let job = DedupJob(
      options: DeduplicateOptions(), inputs: ["\(folder.path)/in.jsonl"], threads: threads,
      rejects: "\(folder.path)/rejects.jsonl")
    var output: [UInt8] = []
    let counts = try job.run { output += $0 }
    return (
      String(decoding: output, as: UTF8.self).split(separator: "\n").map(String.init), counts,
      try String(contentsOfFile: "\(folder.path)/rejects.jsonl", encoding: .utf8)
    )
  }

  @Test func `each record has a line in input order, and a bad one goes to the rejects`() throws {
    let words = (0..<60).map { "w\($0)" }.joined(separator: " ")
    let result = try Self.run(
      """
      {"id":"a","text":"\(words)"}
      {"id":7,"text":"\(words) more"}
      {"id":"c"}
      {"id":"d","text":"other"}
      nonsense
      """)
    #expect(
      result.lines == [
        #"{"id":"a","cluster":"a","keep":true,"duplicate_of":null,"similarity":null}"#,
        #"{"id":7,"cluster":"a","keep":false,"duplicate_of":"a","similarity":0.9824561403508771}"#,
        #"{"id":"d","cluster":"d","keep":true,"duplicate_of":null,"similarity":null}"#,
      ])
    #expect(result.counts.read == 5 && result.counts.written == 3 && result.counts.rejected == 2)
    #expect(result.rejects.contains("missing_field"))
    #expect(result.rejects.contains("invalid_json"))
  }

  @Test func `nothing in, nothing out`() throws {
    let result = try Self.run("")
    #expect(result.lines.isEmpty && result.counts == RecordPump.Counts())
  }

  @Test func `threads make no difference over many parts`() throws {
    let filler = String(repeating: "the same words again and again ", count: 20)
    let input = (0..<12_000).map { i in
      "{\"id\":\(i),\"text\":\"\(filler) a\(i % 5000) b\(i % 3000) c\(i % 17)\"}\n"
    }.joined()
    let one = try Self.run(input, threads: 1)
    let three = try Self.run(input, threads: 3)
    #expect(one.lines == three.lines)
    #expect(one.lines.count == 12_000)
  }
}
