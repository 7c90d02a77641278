import Foundation
import Testing

@testable import TextMill

@Suite struct MailThreadTests {
  private static func mail(
    _ id: String, _ from: String, _ to: String, _ subject: String, day: Int, _ more: String = ""
  ) -> String {
    let date = String(format: "%02d May 2024 10:00:00 +0000", day)
    return "From: \(from)\nTo: \(to)\nSubject: \(subject)\nMessage-ID: <\(id)@x.example>\n"
      + "Date: \(date)\n\(more)\ntext \(id)\n"
  }

  private func threads(
    _ mails: [String], agents: [String] = []
  ) throws -> (scripts: [[String]], notes: [ReadNote]) {
    let fixture = ReadingFixture()
    for (i, mail) in mails.enumerated() { try fixture.put("m\(i).eml", mail) }
    var options = fixture.options(.eml, ["*.eml"])
    options.threads = true
    options.agents = agents
    let (documents, rejections, notes) = try fixture.read(options)
    #expect(rejections.isEmpty)
    return (
      documents.map { $0.script.map { $0.trimmingCharacters(in: .whitespacesAndNewlines) } }, notes
    )
  }

  @Test func `a mailbox becomes conversations with the agents' roles`() throws {
    let (documents, rejections, notes) = try HelpdeskSamples.read(.mbox)
    let scripts = documents.values.map { document in
      (document.createdAt ?? "", document.script.map { $0.trimmingCharacters(in: .whitespaces) })
    }.sorted { $0.0 < $1.0 }.map(\.1)
    #expect(
      scripts == [
        ["C: The table top is scratched.", "A: Please send a photo.", "C: Here it is."],
        ["C: When does it come?", "A* We got your mail.", "A: Tomorrow."],
        ["C: Somebody else's question."],
      ])
    let first = try #require(documents.values.first { $0.title == "Table top scratched" })
    #expect(first.id == "s:" + MailIdentifier.digest("a1@post.example"))
    #expect(first.meta("tags") == #"["Returns, open"]"#)
    #expect(first.identities.customer == ["Ann Falk", "ann.falk@post.example"])
    #expect(rejections.map(\.reason) == ["deleted"])
    #expect(notes["role_inferred"] == 7)
  }

  @Test func `without threads a mailbox stays a document a message`() throws {
    let (documents, _, _) = try HelpdeskSamples.read(.mbox) { $0.threads = false }
    #expect(documents.count == 7)
  }

  @Test func `a Maildir is read by its folders and flags`() throws {
    let (documents, rejections, _) = try HelpdeskSamples.read(.maildir)
    #expect(documents.values.map(\.script.count) == [2])
    #expect(rejections.map(\.reason) == ["draft"])
  }

  @Test func `a folder stands for the messages of a Maildir`() throws {
    let fixture = ReadingFixture()
    for name in ["cur/1:2,S", "new/2", "tmp/3", ".Sent/cur/4:2,S", "sub/.x/new/5", "dovecot.index"]
    {
      try fixture.put("box/" + name, Self.mail(name, "a@b.example", "c@d.example", name, day: 1))
    }
    let found = try SourceReaders.make(options: fixture.options(.maildir, ["box"]), index: 0).files
    #expect(
      Set(found.map(\.path)) == ["cur/1:2,S", "new/2", ".Sent/cur/4:2,S", "sub/.x/new/5"])
  }

  @Test func `mails that answer the same missing mail belong together`() throws {
    let mails = [
      Self.mail("1", "a@c.example", "s@s.example", "A", day: 1, "References: <gone@x>\n"),
      Self.mail("2", "b@c.example", "s@s.example", "B", day: 2, "In-Reply-To: <gone@x>\n"),
      Self.mail("3", "b@c.example", "s@s.example", "B", day: 3),
    ]
    #expect(try threads(mails, agents: ["@s.example"]).scripts.map(\.count) == [2, 1])
  }

  @Test func `a subject joins an answer without references to its two people's last mail`() throws {
    let mails = [
      Self.mail("1", "a@c.example", "s@s.example", "Order 5", day: 1),
      Self.mail("2", "b@c.example", "s@s.example", "Order 5", day: 2),
      Self.mail("3", "s@s.example", "a@c.example", "AW: Order 5", day: 3),
      Self.mail("4", "a@c.example", "s@s.example", "Order 5", day: 4),
    ]
    let (scripts, notes) = try threads(mails, agents: ["s@s.example"])
    #expect(scripts == [["C: text 1", "A: text 3"], ["C: text 2"], ["C: text 4"]])
    #expect(notes.isEmpty)
  }

  @Test func `the same mail in two folders counts once`() throws {
    let mail = Self.mail("1", "a@c.example", "s@s.example", "A", day: 1)
    let (scripts, notes) = try threads([mail, mail], agents: ["s@s.example"])
    #expect(scripts == [["C: text 1"]])
    #expect(notes == [ReadNote(name: "message_repeated", count: 1)])
  }

  @Test func `where nobody owns the mailbox, who was written to first is the agent`() throws {
    let mails = [
      Self.mail("1", "a@c.example", "x@s.example", "A", day: 1),
      Self.mail("2", "x@s.example", "a@c.example", "Re: A", day: 2, "References: <1@x.example>\n"),
      Self.mail("3", "b@c.example", "y@t.example", "B", day: 1),
      Self.mail("4", "d@c.example", "z@u.example", "C", day: 1),
    ]
    #expect(
      try threads(mails).scripts == [["C: text 1", "A: text 2"], ["C: text 3"], ["C: text 4"]])
  }

  @Test(arguments: [
    ("Re: Order", "order", true), ("AW: WG: [External] Order", "order", true),
    ("Re[2]: SV:  Order  5", "order 5", true), ("Order: late", "order: late", false),
    ("EXTERNAL: Order", "order", false), ("[ABC-1] Order", "[abc-1] order", false),
    ("回复：订单", "订单", true), ("Reply needed: x", "reply needed: x", false),
  ])
  func `subjects lose the marks of answers`(subject: String, text: String, isReply: Bool) {
    let parsed = MailSubject(subject)
    #expect(parsed.text == text)
    #expect(parsed.isReply == isReply)
  }

  @Test func `threads are the same as by comparing every pair of mails`() throws {
    var state: UInt64 = 5
    func next(_ bound: Int) -> Int {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return Int(state >> 33) % bound
    }
    let count = 120
    var mails: [String] = []
    var parents: [[Int]] = []
    for i in 0..<count {
      // Some name mails that come later, or that aren't there.
      let named = (0..<next(3)).map { _ in next(count + 20) }
      parents.append(named)
      let references = named.map { "<\($0)@x.example>" }.joined(separator: " ")
      mails.append(
        Self.mail(
          "\(i)", "a@c.example", "s@s.example", "Subject \(i)", day: 1 + i % 28,
          named.isEmpty ? "" : "References: \(references)\n"))
    }
    var group = Array(0..<(count + 20))
    for (i, named) in parents.enumerated() {
      for parent in named where group[i] != group[parent] {
        let (from, to) = (group[parent], group[i])
        for j in group.indices where group[j] == from { group[j] = to }
      }
    }
    let expected = Dictionary(grouping: 0..<count) { group[$0] }.values.map(\.count).sorted()
    #expect(try threads(mails, agents: ["s@s.example"]).scripts.map(\.count).sorted() == expected)
  }
}
