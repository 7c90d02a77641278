import Foundation
import Testing

@testable import TextMill

/// The laws of a run, on the project's own sample and on the built binary.
@Suite(.serialized) struct RunLawTests {
  static let corpora = ArchitectureTests.root.appending(path: "corpora").path

  /// Tickets of three formats through every stage of a training set, and small parts and shards, so that
  /// there is something to interleave.
  static func tickets(_ folder: TemporaryFolder, extra: String = "") throws -> String {
    try folder.write(
      "tickets.yaml",
      """
      version: 1
      name: tickets
      output: run
      sources:
        - name: helpdesk
          reader: zendesk
          paths: ["\(corpora)/tickets/zendesk/*.json"]
          include: { status: [solved, closed] }
        - name: legacy
          reader: csv
          paths: ["\(corpora)/tickets/legacy.csv.gz"]
          fields: { id: ticket_no, title: subject, created_at: opened, customer: email,
                    messages: [ { role: customer, text: question }, { role: agent, text: answer } ] }
        - name: mail
          reader: mbox
          paths: ["\(corpora)/tickets/inbox.mbox"]
      trim_reply: {}
      normalize: [encoding, nfc, line_ends, spaces, invisible]
      redact: {}
      filter: [ { length: { min_words: 5 } }, automation ]
      deduplicate: { near: { numbers: mask }, repeated_blocks: { action: cap, cap: 5 } }
      tokenize: {}
      converse: { system: "You help." }
      split: { validation: 0.1, test: 0.1 }
      run: { part_mib: 1 }
      write:
        documents: { shards: 8, compression: none }
        training: { shards: 8 }
      \(extra)
      """)
  }

  static func pages(_ folder: TemporaryFolder) throws -> String {
    try folder.write(
      "pages.yaml",
      """
      version: 1
      name: pages
      output: pages-run
      sources:
        - { name: shop, reader: pages, paths: ["\(corpora)/pages/**/*.html"], base_url: "https://shop.example" }
        - { name: feed, reader: shopify, paths: ["\(corpora)/feeds/shopify.csv"] }
      normalize: [encoding, nfc, spaces, invisible]
      deduplicate: { near: { similarity: 0.9 }, repeated_blocks: { min_documents: 5 } }
      chunk: { max_tokens: 128 }
      tokenize: {}
      run: { part_mib: 1 }
      write: { retrieval: { targets: [jsonl, opensearch], compression: none, shards: 4 } }
      """)
  }

  static func run(_ config: String, _ output: String, _ more: [String] = []) throws -> Binary.Result
  {
    try Binary.run(["run", config, "--output", output, "--progress", "none"] + more)
  }

  @Test func `documents are conserved in every stage of every source`() throws {
    let folder = try TemporaryFolder()
    let output = folder.file("out")
    var everywhere = 0
    for config in [try Self.tickets(folder), try Self.pages(folder)] {
      let result = try Self.run(config, output, ["--fresh"])
      #expect(result.status == 0, "\(result.error)")
      let manifest = try RunFolder.json("\(output)/manifest.json")
      let counts = try #require(manifest["counts"] as? [String: [String: [String: Any]]])
      var rejected = 0
      for (source, stages) in counts {
        for (stage, account) in stages {
          let reasons = account["rejected"] as? [String: Int] ?? [:]
          let left = reasons.values.reduce(0, +)
          rejected += left
          let entered = try #require(account["in"] as? Int)
          let out = try #require(account["out"] as? Int)
          #expect(entered == out + left, "\(source) \(stage)")
        }
      }
      everywhere += rejected
      #expect(try RunFolder.lines("\(output)/rejects/rejects.jsonl").count == rejected)
      #expect(try Binary.run(["verify", output]).status == 0)
    }
    #expect(everywhere > 50)
  }

  @Test func `the bytes are the same for 1, 2 and 7 threads`() throws {
    let folder = try TemporaryFolder()
    for config in [try Self.tickets(folder), try Self.pages(folder)] {
      var sums: [[String: String]] = []
      for threads in [1, 2, 7] {
        let output = folder.file("threads-\(threads)")
        let result = try Self.run(config, output, ["--threads", "\(threads)", "--fresh"])
        #expect(result.status == 0, "\(result.error)")
        sums.append(try RunFolder.sums(output))
      }
      #expect(sums[0].count > 5)
      #expect(sums[0] == sums[1])
      #expect(sums[0] == sums[2])
    }
  }

  @Test func `a run killed at any moment and run again gives the same bytes`() throws {
    let folder = try TemporaryFolder()
    let config = try Self.tickets(folder)
    let whole = folder.file("whole")
    let start = Date()
    #expect(try Self.run(config, whole).status == 0)
    var seconds = Date().timeIntervalSince(start)
    let expected = try RunFolder.sums(whole)
    var killed = 0
    for attempt in 1...100 where killed < 20 {
      let output = folder.file("killed-\(attempt)")
      let arguments = ["run", config, "--output", output, "--progress", "none"]
      let after = seconds * Double(killed + 1) / 21
      if try Binary.runAndKill(arguments, after: after) {
        killed += 1
        // After the manifest only what the run no longer needs is removed.
        if FileManager.default.fileExists(atPath: "\(output)/manifest.json") {
          #expect(try Binary.run(["verify", output]).status == 0)
        }
      } else {
        // It was done before: a shared machine is faster now than when the time was taken.
        seconds *= 0.85
      }
      let again = try Self.run(config, output)
      #expect(again.status == 0, "attempt \(attempt): \(again.error)")
      #expect(try RunFolder.sums(output) == expected, "attempt \(attempt)")
      try FileManager.default.removeItem(atPath: output)
    }
    #expect(killed == 20)
  }

  @Test func `an interrupted run refuses another configuration or input and says what differs`()
    throws
  {
    let folder = try TemporaryFolder()
    let lines = (1...2000).map {
      #"{"id": \#($0), "text": "This is ticket number \#($0) of the day."}"#
    }
    let input = try folder.write("tickets.jsonl", lines.joined(separator: "\n") + "\n")
    let config = try folder.write(
      "config.yaml",
      """
      version: 1
      name: small
      output: run
      sources: [ { name: t, reader: jsonl, paths: [tickets.jsonl], fields: { id: id, text: text } } ]
      normalize: [nfc]
      write: { documents: {} }
      """)
    let output = folder.file("run")
    // A run that can't write its datasets stops resumably.
    let stopped = try Binary.run(
      ["run", config, "--progress", "none"], through: "ulimit -f 8; trap '' XFSZ;")
    #expect(stopped.status == 74, "\(stopped.error)")
    #expect(!FileManager.default.fileExists(atPath: "\(output)/manifest.json"))

    let other = try Binary.run(["run", config, "--set", "normalize=[nfc, spaces]"])
    #expect(other.status == 64)
    #expect(other.error.contains("normalize"))

    try folder.write("tickets.jsonl", lines.dropLast().joined(separator: "\n") + "\n")
    let changed = try Binary.run(["run", config])
    #expect(changed.status == 64)
    #expect(changed.error.contains("tickets.jsonl"))

    try folder.write("tickets.jsonl", lines.joined(separator: "\n") + "\n")
    #expect(try Binary.run(["run", config]).status == 0)
    #expect(try RunFolder.json("\(output)/manifest.json")["format"] as? String == "textmill-run-1")
    let again = try Binary.run(["run", config])
    #expect(again.status == 0)
    #expect(again.error.contains("complete already"))
    _ = input
  }

  @Test func `added documents move no other to another shard`() throws {
    let folder = try TemporaryFolder()
    func shards(_ range: ClosedRange<Int>, _ name: String) throws -> [String: String] {
      let lines = range.map {
        #"{"id": "n\#($0)", "text": "Word\#($0) and word\#($0 * 7) make text \#($0)."}"#
      }
      try folder.write("in.jsonl", lines.joined(separator: "\n"))
      let config = try folder.write(
        "shards.yaml",
        """
        version: 1
        name: shards
        output: \(name)
        sources: [ { name: t, reader: jsonl, paths: [in.jsonl], fields: { id: id, text: text } } ]
        write: { documents: { compression: none, shards: 16 } }
        """)
      let result = try Binary.run(["run", config])
      #expect(result.status == 0, "\(result.error)")
      var places: [String: String] = [:]
      for file in try FileManager.default.contentsOfDirectory(atPath: folder.file("\(name)/data")) {
        for row in try RunFolder.lines(folder.file("\(name)/data/\(file)")) {
          places[row["id"] as? String ?? ""] = file
        }
      }
      return places
    }
    let few = try shards(1...200, "few")
    let many = try shards(1...600, "many")
    #expect(few.count == 200)
    #expect(many.count == 600)
    #expect(Set(few.values).count > 8)
    for (id, file) in few { #expect(many[id] == file) }
  }

  @Test func `the datasets don't depend on how the input is cut into parts`() throws {
    let folder = try TemporaryFolder()
    let rows = (1...60_000).map {
      "n\($0),\"Row \($0) of a table, number \($0 * 31 % 997) of its kind, is here.\""
    }
    try folder.write("table.csv", "id,text\n" + rows.joined(separator: "\n") + "\n")
    let config = try folder.write(
      "parts.yaml",
      """
      version: 1
      name: parts
      output: run
      sources: [ { name: t, reader: csv, paths: [table.csv], fields: { id: id, text: text } } ]
      deduplicate: { near: {} }
      write: { documents: { compression: none, shards: 2 } }
      """)
    var sums: [[String: String]] = []
    for size in [1, 64] {
      let output = folder.file("parts-\(size)")
      let result = try Self.run(config, output, ["--set", "run.part_mib=\(size)"])
      #expect(result.status == 0, "\(result.error)")
      sums.append(try RunFolder.sums("\(output)/data"))
    }
    #expect(sums[0].count == 2)
    #expect(sums[0] == sums[1])
  }
}
