import Foundation
import Testing

/// The sample data agrees with the truth files that lie beside it.
@Suite struct CorporaTests {
  private typealias Object = [String: Any]

  private static let root = URL(filePath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent().appending(path: "corpora")

  private func bytes(_ path: String) throws -> Data {
    try Data(contentsOf: Self.root.appending(path: path))
  }

  private func object(_ data: Data) throws -> Object {
    try #require(try JSONSerialization.jsonObject(with: data) as? Object)
  }

  private func lines(_ path: String) throws -> [Object] {
    try bytes(path).split(separator: UInt8(ascii: "\n")).map { try object(Data($0)) }
  }

  private func counts(_ key: String) throws -> Object {
    try #require(try object(bytes("truth/counts.json"))[key] as? Object)
  }

  private func pages() throws -> [[Object]] {
    try (1...6).map { number in
      try #require(
        try object(bytes("tickets/zendesk/page-00\(number).json"))["tickets"] as? [Object])
    }
  }

  private func number(_ ticket: Object) throws -> Int { try #require(ticket["id"] as? Int) }

  /// Every version of each ticket, newest first.
  private func versions() throws -> [Int: [Object]] {
    try Dictionary(grouping: pages().joined(), by: number).mapValues { rows in
      rows.sorted { ($0["updated_at"] as? String ?? "") > ($1["updated_at"] as? String ?? "") }
    }
  }

  private func publicText(_ ticket: Object) throws -> [String] {
    try #require(ticket["comments"] as? [Object])
      .filter { $0["public"] as? Bool == true }
      .map { try #require($0["body"] as? String) }
  }

  private func truth() throws -> [[String: String]] {
    try lines("truth/near-duplicates.jsonl").map { try #require($0 as? [String: String]) }
  }

  @Test func `pages hold as many rows, tickets, states and languages as counted`() throws {
    let counted = try counts("tickets/zendesk")
    let pages = try pages()
    let newest = try versions().values.map { $0[0] }
    #expect(pages.allSatisfy { $0.count == counted["rows_per_file"] as? Int })
    #expect(pages.joined().count == counted["rows"] as? Int)
    #expect(newest.count == counted["tickets"] as? Int)
    let states = Dictionary(grouping: newest) { $0["status"] as? String ?? "" }
    #expect(states.mapValues(\.count) == counted["status_of_newest"] as? [String: Int])
    let languages = Dictionary(grouping: newest) { ($0["tags"] as? [String])?.first ?? "" }
    #expect(languages.mapValues(\.count) == counted["language_of_newest"] as? [String: Int])
    let comments = newest.flatMap { $0["comments"] as? [Object] ?? [] }
    #expect(comments.count == counted["comments_of_newest"] as? Int)
    let notes = comments.filter { $0["public"] as? Bool == false }
    #expect(notes.count == counted["internal_notes_of_newest"] as? Int)
  }

  @Test func `the description of a ticket is its first comment`() throws {
    for ticket in try pages().joined() {
      guard let first = (ticket["comments"] as? [Object])?.first else { continue }
      #expect(ticket["description"] as? String == first["body"] as? String)
    }
  }

  @Test func `every author of a page is among its users`() throws {
    for number in 1...6 {
      let page = try object(bytes("tickets/zendesk/page-00\(number).json"))
      let users = Set(try #require(page["users"] as? [Object]).compactMap { $0["id"] as? Int })
      let authors = try #require(page["tickets"] as? [Object])
        .flatMap { $0["comments"] as? [Object] ?? [] }.compactMap { $0["author_id"] as? Int }
      #expect(users.isSuperset(of: authors))
    }
  }

  @Test func `superseded tickets, and only they, occur twice`() throws {
    let twice = try versions().filter { $0.value.count > 1 }
    let named = try truth().filter { $0["kind"] == "superseded" }
    #expect(Set(twice.keys.map { "helpdesk:\($0)" }) == Set(named.compactMap { $0["id"] }))
    for rows in twice.values {
      #expect(rows.count == 2)
      #expect(rows[0]["updated_at"] as? String != rows[1]["updated_at"] as? String)
    }
  }

  @Test func `exact copies say the same and near copies don't`() throws {
    let versions = try versions()
    for line in try truth() where line["id"]?.hasPrefix("helpdesk:") == true {
      guard line["kind"] != "superseded" else { continue }
      let pair = try ["id", "of"].map { key in
        let id = try #require(Int((line[key] ?? "").dropFirst("helpdesk:".count)))
        return try publicText(try #require(versions[id]?.first))
      }
      #expect((pair[0] == pair[1]) == (line["kind"] == "exact"), "\(line["id"] ?? "")")
    }
  }

  @Test func `chats named as copies are copies`() throws {
    var records = [String: Object]()
    let all = try lines("tickets/chat.jsonl")
    for var record in all {
      let name = try #require(record.removeValue(forKey: "case") as? String)
      #expect(records.updateValue(record, forKey: name) == nil)
    }
    #expect(all.count == (try counts("tickets/chat.jsonl"))["records"] as? Int)
    for line in try truth() where line["id"]?.hasPrefix("chat:") == true {
      let pair = ["id", "of"].compactMap { records[String((line[$0] ?? "").dropFirst(5))] }
      #expect(pair.count == 2 && NSDictionary(dictionary: pair[0]).isEqual(to: pair[1]))
    }
  }

  @Test func `there are as many pages of each type as counted`() throws {
    let counted = try counts("pages")
    let found = try FileManager.default.subpathsOfDirectory(
      atPath: Self.root.appending(path: "pages").path()
    ).filter { $0.hasSuffix(".html") }
    #expect(found.count == counted["files"] as? Int)
    let types = try #require(counted["by_type"] as? [String: Int])
    for type in ["product", "category", "help", "blog"] {
      let inside = found.filter { $0.split(separator: "/").dropLast().contains(Substring(type)) }
      #expect(inside.count == types[type], "\(type)")
    }
  }

  @Test func `each broken file is listed and each listed file is there`() throws {
    let listed = try counts("broken")
    let found = try FileManager.default.contentsOfDirectory(
      atPath: Self.root.appending(path: "broken").path())
    #expect(Set(found) == Set(listed.keys))
    for entry in listed.values {
      #expect(((entry as? Object)?["why"] as? String ?? "").isEmpty == false)
    }
  }

  @Test func `mail addresses end in reserved names`() throws {
    let hosts: Set<UInt8> = Set("abcdefghijklmnopqrstuvwxyz0123456789.-".utf8)
    let reserved = ["example", "example.com", "example.org", "example.net"]
    var seen = 0
    for path in (1...6).map({ "tickets/zendesk/page-00\($0).json" }) + ["tickets/chat.jsonl"] {
      for rest in try bytes(path).split(separator: UInt8(ascii: "@")).dropFirst() {
        let host = String(decoding: rest.prefix { hosts.contains($0) }, as: UTF8.self)
          .trimmingCharacters(in: CharacterSet(charactersIn: ".-"))
        guard host.contains(".") else { continue }
        seen += 1
        #expect(reserved.contains { host == $0 || host.hasSuffix(".\($0)") }, "\(host)")
      }
    }
    #expect(seen > 500)
  }
}
