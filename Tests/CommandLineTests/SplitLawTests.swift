import Foundation
import Testing

@testable import TextMill

/// What never straddles splits, on the built binary.
@Suite struct SplitLawTests {
  struct Ticket {
    var id: String
    var customer: String
    var question: String
    var day = "2025-01-01"
  }

  /// Words that no other ticket has.
  static func question(_ seed: Int) -> String {
    (0..<120).map { "q\(seed * 1009 + $0 * 7919)" }.joined(separator: " ")
  }

  static func configuration(
    _ folder: TemporaryFolder, _ name: String, _ tickets: [Ticket], near: Bool = true,
    split: String
  ) throws -> String {
    let rows = tickets.map { ticket in
      #"{"id":"\#(ticket.id)","mail":"\#(ticket.customer)","q":"\#(ticket.question)","#
        + #""a":"An answer to \#(ticket.id)","day":"\#(ticket.day)"}"#
    }
    try folder.write("\(name).jsonl", rows.joined(separator: "\n") + "\n")
    return try folder.write(
      "\(name).yaml",
      """
      version: 1
      name: \(name)
      output: \(name)
      sources:
        - name: t
          reader: jsonl
          paths: [\(name).jsonl]
          fields: { id: id, customer: [mail], created_at: day,
                    messages: [ { role: customer, text: q }, { role: agent, text: a } ] }
      \(near ? "deduplicate: { near: {} }" : "")
      tokenize: {}
      converse: { system: "You help." }
      split: \(split)
      write: { training: { compression: none, shards: 4 } }
      """)
  }

  /// The split of each document of a run.
  static func splits(_ run: String) throws -> [String: String] {
    var splits: [String: String] = [:]
    for name in try FileManager.default.contentsOfDirectory(atPath: "\(run)/metadata") {
      for row in try RunFolder.lines("\(run)/metadata/\(name)") {
        splits[row["document_id"] as? String ?? ""] = row["split"] as? String
      }
    }
    return splits
  }

  static func run(_ config: String) throws {
    let result = try Binary.run(["run", config, "--progress", "none"])
    #expect(result.status == 0, "\(result.error)")
  }

  static let byAll = "{ validation: 0.25, test: 0.25, by: [conversation, customer, cluster] }"

  @Test func `a customer in two clusters joins them, and chains of customers stay together`() throws
  {
    let folder = try TemporaryFolder()
    var tickets: [Ticket] = []
    // In each group of three, the second customer's first ticket repeats the first's, and their second
    // ticket is repeated by the third's.
    for group in 0..<60 {
      let one = Self.question(group * 3)
      let two = Self.question(group * 3 + 1)
      tickets += [
        Ticket(id: "\(group)-a", customer: "a\(group)@x.example", question: one),
        Ticket(id: "\(group)-b1", customer: "b\(group)@x.example", question: one + " more"),
        Ticket(id: "\(group)-b2", customer: "B\(group)@x.example", question: two),
        Ticket(id: "\(group)-c1", customer: "c\(group)@x.example", question: two + " more"),
        Ticket(
          id: "\(group)-c2", customer: "c\(group)@x.example", question: Self.question(group * 3 + 2)
        ),
      ]
    }
    try Self.run(Self.configuration(folder, "chains", tickets, split: Self.byAll))
    let splits = try Self.splits(folder.file("chains"))
    #expect(Set(splits.values) == ["train", "validation", "test"])
    for group in 0..<60 {
      let members = splits.filter { $0.key.hasPrefix("t:\(group)-") }
      #expect(members.count == 3)
      #expect(Set(members.values).count == 1, "group \(group)")
    }
  }

  @Test func `what is there stays in its split when documents are added`() throws {
    let folder = try TemporaryFolder()
    func tickets(_ range: Range<Int>) -> [Ticket] {
      range.map {
        Ticket(id: "\($0)", customer: "c\($0 / 2)@x.example", question: Self.question($0))
      }
    }
    try Self.run(Self.configuration(folder, "few", tickets(0..<100), split: Self.byAll))
    try Self.run(Self.configuration(folder, "many", tickets(0..<300), split: Self.byAll))
    let few = try Self.splits(folder.file("few"))
    let many = try Self.splits(folder.file("many"))
    #expect(few.count == 100 && many.count == 300)
    for (id, split) in few { #expect(many[id] == split) }
  }

  @Test func `frozen test documents stay in test, with all that is joined to them`() throws {
    let folder = try TemporaryFolder()
    let tickets = (0..<80).map {
      Ticket(id: "\($0)", customer: "c\($0 / 2)@x.example", question: Self.question($0))
    }
    let first = try Self.configuration(
      folder, "first", tickets, split: "{ test: 0.3, by: [conversation] }")
    try Self.run(first)
    let test = Set(try Self.splits(folder.file("first")).filter { $0.value == "test" }.keys)
    #expect(test.count > 5)
    try Self.run(
      Self.configuration(
        folder, "second", tickets, split: "{ test: 0.05, frozen: first, by: [customer] }"))
    let second = try Self.splits(folder.file("second"))
    for id in test {
      #expect(second[id] == "test")
      let number = try #require(Int(id.dropFirst(2)))
      #expect(second["t:\(number ^ 1)"] == "test")
    }
    try folder.write("ids.txt", "t:3\nt:40\n")
    try Self.run(
      Self.configuration(folder, "third", tickets, split: "{ frozen: ids.txt }"))
    let third = try Self.splits(folder.file("third")).filter { $0.value == "test" }
    #expect(Set(third.keys) == ["t:2", "t:3", "t:40", "t:41"])
  }

  @Test func `by time the newest are test`() throws {
    let folder = try TemporaryFolder()
    let tickets = (0..<100).map { number in
      Ticket(
        id: "\(number)", customer: "c\(number)@x.example", question: Self.question(number),
        day: "2025-\(number < 50 ? "01" : "02")-\(10 + number % 18)")
    }
    try Self.run(
      Self.configuration(
        folder, "newest", tickets, split: "{ time: newest, test: 0.1, validation: 0.2 }"))
    let newest = try Self.splits(folder.file("newest"))
    func days(_ split: String) -> [String] {
      newest.filter { $0.value == split }.keys.map { id in
        tickets.first { "t:\($0.id)" == id }?.day ?? ""
      }
    }
    #expect(days("test").count == 10 && days("validation").count == 20)
    #expect(days("test").min()! >= days("validation").max()!)
    #expect(days("validation").min()! >= days("train").max()!)
    try Self.run(Self.configuration(folder, "day", tickets, split: "{ time: 2025-02-15 }"))
    for (id, split) in try Self.splits(folder.file("day")) {
      let day = try #require(tickets.first { "t:\($0.id)" == id }?.day)
      #expect((split == "test") == (day >= "2025-02-15"))
    }
  }

  @Test func `a near-duplicate across the split fails the run, unless so much may leak`() throws {
    let folder = try TemporaryFolder()
    // Nothing looks for duplicates, and every text comes from four customers: some pair is parted.
    let tickets = (0..<40).map {
      Ticket(
        id: "\($0)", customer: "c\($0)@x.example",
        question: Self.question($0 / 4) + " number \($0)")
    }
    let config = try Self.configuration(
      folder, "leak", tickets, near: false, split: "{ test: 0.3 }")
    let failed = try Binary.run(["run", config, "--progress", "none"])
    #expect(failed.status == 2, "\(failed.error)")
    #expect(failed.error.contains("split_leak"))
    #expect(!FileManager.default.fileExists(atPath: folder.file("leak/manifest.json")))
    let allowed = try Binary.run([
      "run", config, "--progress", "none", "--fresh", "--set", "split.max_leak=1",
    ])
    #expect(allowed.status == 0, "\(allowed.error)")
    let report = try RunFolder.json(folder.file("leak/report.json"))
    let gate = try #require((report["gates"] as? [[String: Any]])?.first)
    #expect(gate["limit"] as? Double == 1 && gate["share"] as? Double ?? 0 > 0)
    let splits = try #require(report["splits"] as? [String: [String: Any]])
    #expect(splits.values.reduce(0) { $0 + ($1["examples"] as? Int ?? 0) } == 40)
  }
}
