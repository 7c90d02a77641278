import Foundation
import Testing

@testable import TextMill

/// No output byte of a run holds what the sample's tickets say of their people.
@Suite struct PrivacyTests {
  static let tickets = URL(filePath: RunLawTests.corpora).appending(path: "tickets")

  /// Everything a run wrote, decompressed, by file.
  static func outputs(_ run: String) throws -> [(name: String, text: String)] {
    try FileManager.default.subpathsOfDirectory(atPath: run).sorted().compactMap { name in
      let path = "\(run)/\(name)"
      var isFolder: ObjCBool = false
      FileManager.default.fileExists(atPath: path, isDirectory: &isFolder)
      if isFolder.boolValue { return nil }
      var text = ""
      if !name.hasSuffix(".zst"), !name.hasSuffix(".gz") {
        text = String(decoding: try Data(contentsOf: URL(filePath: path)), as: UTF8.self)
      } else {
        try DatasetReader.forEachLine(path) { text += String(decoding: $0, as: UTF8.self) + "\n" }
      }
      return (name, text.lowercased())
    }
  }

  /// The users of the paged export, and the ids of the tickets that each takes part in.
  static func people() throws -> (users: [[String: Any]], tickets: [String: Set<String>]) {
    var users: [[String: Any]] = []
    var tickets: [String: Set<String>] = [:]
    for number in 1...6 {
      let page = try RunFolder.json(path("zendesk/page-00\(number).json"))
      users += page["users"] as? [[String: Any]] ?? []
      for ticket in page["tickets"] as? [[String: Any]] ?? [] {
        let comments = ticket["comments"] as? [[String: Any]] ?? []
        let ids =
          comments.compactMap { $0["author_id"] as? Int } + [ticket["requester_id"] as? Int ?? 0]
        tickets["helpdesk:\(ticket["id"] as? Int ?? 0)", default: []].formUnion(ids.map { "\($0)" })
      }
    }
    return (users, tickets)
  }

  static func path(_ name: String) -> String { tickets.appending(path: name).path }

  /// Runs of digits, with spaces and dashes between them, that are long enough for a card.
  static func cards(in text: String) -> Set<String> {
    var found: Set<String> = []
    var digits: [UInt8] = []
    func close() {
      if (13...19).contains(digits.count), isCard(digits) {
        found.insert(String(decoding: digits, as: UTF8.self))
      }
      digits = []
    }
    for byte in text.utf8 {
      if byte &- 0x30 < 10 { digits.append(byte) } else if byte != 0x20, byte != 0x2D { close() }
    }
    close()
    return found
  }

  /// Luhn's check, and a first digit of a card scheme.
  static func isCard(_ digits: [UInt8]) -> Bool {
    guard (0x33...0x36).contains(digits[0]) else { return false }
    var sum = 0
    for (i, digit) in digits.reversed().enumerated() {
      let value = Int(digit - 0x30) * (i % 2 == 0 ? 1 : 2)
      sum += value > 9 ? value - 9 : value
    }
    return sum % 10 == 0
  }

  @Test func `no address, phone, card or name of a ticket's people is in any output byte`() throws {
    let folder = try TemporaryFolder()
    let run = folder.file("run")
    let config = ArchitectureTests.root.appending(path: "configs/support-bot.yaml").path
    let result = try Binary.run([
      "run", config, "--output", run, "--progress", "none",
      "--set", "write.documents={}", "--set", "write.training.compression=zstd",
      "--set", "write.training.targets=[openai-chat, trl-unpaired, bedrock-text, axolotl, text]",
    ])
    #expect(result.status == 0, "\(result.error)")
    let outputs = try Self.outputs(run)
    #expect(outputs.count > 20)
    let (users, tickets) = try Self.people()
    #expect(users.count > 100)
    let input = String(
      decoding: try Data(contentsOf: URL(filePath: Self.path("zendesk/page-001.json"))),
      as: UTF8.self)
    let cards = Self.cards(in: input)
    #expect(!cards.isEmpty)
    for (name, text) in outputs {
      for user in users {
        for key in ["email", "phone"] {
          guard let value = user[key] as? String, value != "support@shop.example" else { continue }
          #expect(!text.contains(value.lowercased()), "\(name) holds the \(key) of a user")
        }
      }
      // Sums are digits too, so only the texts' files are looked at.
      if name.hasSuffix(".zst") || name.hasPrefix("rejects") {
        #expect(Self.cards(in: text).isDisjoint(with: cards), "\(name) holds a card")
      }
    }
    let names = Dictionary(
      users.compactMap { user in
        (user["id"] as? Int).flatMap { id in
          (user["name"] as? String).map { ("\(id)", $0.lowercased()) }
        }
      }, uniquingKeysWith: { $1 })
    var checked = 0
    for (name, text) in outputs where name.hasPrefix("data/documents") {
      for line in text.split(separator: "\n") {
        let row = try JSONSerialization.jsonObject(with: Data(line.utf8)) as? [String: Any] ?? [:]
        for user in tickets[row["id"] as? String ?? ""] ?? [] {
          guard let person = names[user], person.contains(" ") else { continue }
          checked += 1
          #expect(!(row["text"] as? String ?? "").contains(person), "\(name) names a person")
        }
      }
    }
    #expect(checked > 200)
  }

  @Test(arguments: PlantedExports.readers)
  func `nothing that a helpdesk's people say of themselves is in any output byte`(
    reader: String
  ) throws {
    let folder = try TemporaryFolder()
    try FileManager.default.createDirectory(
      atPath: folder.file("in"), withIntermediateDirectories: false)
    for (name, text) in PlantedExports.files(reader) { try folder.write("in/\(name)", text) }
    if !["salesforce", "stackexchange", "eml", "mbox"].contains(reader) {
      try folder.write(
        "in/zz-broken.jsonl", "{\"id\": 7, \"subject\": \"\(PlantedExports.question)\n")
    }
    let config = try folder.write(
      "c.yaml",
      """
      version: 1
      name: planted
      output: run
      sources: [ { name: desk, reader: \(reader), paths: ["in/*"] } ]
      redact: { fail_on_rescan: true }
      converse: {}
      tokenize: { vocabulary: embedded }
      chunk: { max_tokens: 200 }
      write: { documents: {}, training: { target: openai-chat, compression: zstd }, retrieval: {} }
      """)
    let result = try Binary.run(["run", config, "--progress", "none"])
    #expect(result.status == 0, "\(result.error)")
    let outputs = try Self.outputs(folder.file("run"))
    let rows = outputs.filter { $0.name.hasPrefix("data/documents") }.map(\.text).joined()
    let isWhole = rows.contains("lamp flickers") && rows.contains("on its way")
    #expect(isWhole, "\(rows.suffix(1000))")
    let leaks = outputs.flatMap { name, text in
      PlantedExports.secrets.compactMap { secret in
        text.range(of: secret).map { "\(name): …\(text[..<$0.upperBound].suffix(200))" }
      }
    }
    #expect(leaks.isEmpty, "\(leaks.joined(separator: "\n"))")
    let said = (result.error + String(decoding: result.output, as: UTF8.self)).lowercased()
    #expect(PlantedExports.secrets.allSatisfy { !said.contains($0) })
  }

  @Test func `rejects hold no bytes of records where redact is on, and do where it isn't`() throws {
    let folder = try TemporaryFolder()
    let address = "ann" + "@" + "post.example"
    let bad = #"{"id": "2", "text": "My address is \#(address)"#
    try folder.write("in.jsonl", #"{"id": "1", "text": "fine and well"}"# + "\n" + bad + "\n")
    for (name, stage) in [("with", "redact: {}"), ("without", "")] {
      let config = try folder.write(
        "\(name).yaml",
        """
        version: 1
        name: \(name)
        output: \(name)
        sources: [ { name: t, reader: jsonl, paths: [in.jsonl], fields: { id: id, text: text } } ]
        \(stage)
        write: { documents: {} }
        """)
      #expect(try Binary.run(["run", config, "--progress", "none"]).status == 0)
      let reject = try #require(
        RunFolder.lines(folder.file("\(name)/rejects/rejects.jsonl")).first)
      #expect((reject["raw"] as? String == nil) == (name == "with"))
      #expect(reject["raw_bytes"] as? Int == bad.utf8.count)
      #expect((reject["raw_sha256"] as? String)?.utf8.count == 64)
      let holds = try Self.outputs(folder.file(name)).contains { $0.text.contains(address) }
      #expect(holds == (name == "without"))
    }
  }
}
