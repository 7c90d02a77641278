import Foundation
import Testing

@testable import TextMill

@Suite struct MailReaderTests {
  static let nested = """
    From: =?UTF-8?Q?J=C3=BCrgen?= <j@c.example>\r
    To: Shop <help@s.example>\r
    Subject: =?iso-8859-1?Q?Gr=FC=DFe?= =?iso-8859-1?Q?_da?=\r
    Message-ID: <1@c.example>\r
    References: <0@c.example>\r
     <00@c.example>\r
    Date: Wed, 01 May 2024 10:30:00 +0200\r
    MIME-Version: 1.0\r
    Content-Type: multipart/mixed; boundary=A\r
    \r
    --A\r
    Content-Type: multipart/alternative; boundary=B\r
    \r
    --B\r
    Content-Type: text/plain; charset=iso-8859-1\r
    Content-Transfer-Encoding: quoted-printable\r
    \r
    Sch=F6ne Gr=\r
    =FC=DFe =96 5 =80\r
    --B\r
    Content-Type: text/html; charset=utf-8\r
    \r
    <p>html</p>\r
    --B--\r
    --A\r
    Content-Type: application/pdf; name=x.pdf\r
    Content-Transfer-Encoding: base64\r
    \r
    AAAA\r
    --A--\r

    """

  @Test func `the text of nested parts is found and decoded`() throws {
    let fixture = ReadingFixture()
    try fixture.put("a.eml", Self.nested)
    let (documents, rejections, notes) = try fixture.read(fixture.options(.eml, ["a.eml"]))
    #expect(rejections.isEmpty)
    let document = try #require(documents.first)
    #expect(document.id == "s:" + MailIdentifier.digest("1@c.example"))
    #expect(document.title == "Grüße da")
    #expect(document.createdAt == "2024-05-01T08:30:00Z")
    #expect(document.text.hasPrefix("customer: Schöne Grüße – 5 €"))
    #expect(document.identities.customer == ["Jürgen", "j@c.example"])
    #expect(document.identities.agent == ["Shop", "help@s.example"])
    #expect(
      document.metadata.first?.value
        == .array(["0@c.example", "00@c.example"].map { .string(MailIdentifier.digest($0)) }))
    #expect(MailIdentifier.digest(" <1@c.example>") == MailIdentifier.digest("1@c.example"))
    #expect(notes == [ReadNote(name: "attachment", count: 1)])
  }

  @Test func `html speaks where the plain text is empty`() throws {
    let fixture = ReadingFixture()
    try fixture.put(
      "a.eml",
      Self.nested.replacing("Sch=F6ne Gr=\r\n=FC=DFe =96 5 =80", with: " "))
    let documents = try fixture.read(fixture.options(.eml, ["a.eml"])).documents
    guard case .conversation(let messages) = documents[0].body else { return }
    #expect(messages[0].isHTML)
    #expect(String(decoding: messages[0].text, as: UTF8.self).hasPrefix("<p>html</p>"))
  }

  @Test(arguments: [
    ("Auto-Submitted: auto-replied", true), ("Auto-Submitted: no", false),
    ("Precedence: bulk", true),
    ("X-Autoreply: yes", true), ("X-Auto-Response-Suppress: All", false), ("Return-Path: <>", true),
    ("X-Other: 1", false),
  ])
  func `automatic mail is marked by its headers`(header: String, expected: Bool) throws {
    let fixture = ReadingFixture()
    try fixture.put("a.eml", "\(header)\nFrom: a@b.example\nSubject: x\n\nhi\n")
    let documents = try fixture.read(fixture.options(.eml, ["a.eml"])).documents
    guard case .conversation(let messages) = try #require(documents.first).body else { return }
    #expect(messages[0].isAutomatic == expected)
  }

  @Test func `a mailbox is cut at its From lines, which lose one mark in the text`() throws {
    let fixture = ReadingFixture()
    try fixture.put(
      "a.mbox",
      """
      From a@b.example Wed May  1 10:30:00 2024
      From: a@b.example
      Subject: one
      Message-ID: <1@b>

      >From me
      >>From you
      From here on it is text
      From where it stands alone too

      From c@d.example Wed May  1 10:31:00 2024
      From: c@d.example
      Subject: two

      bye

      """)
    let (documents, rejections, notes) = try fixture.read(fixture.options(.mbox, ["a.mbox"]))
    #expect(rejections.isEmpty)
    #expect(documents.map(\.title) == ["one", "two"])
    #expect(documents.map(\.source.record) == [1, 2])
    #expect(documents[0].text.contains("From me\n>From you\nFrom here on"))
    #expect(notes == [ReadNote(name: "message_id_missing", count: 1)])
  }

  @Test func `text before the first message is a rejection`() throws {
    let fixture = ReadingFixture()
    try fixture.put("a.mbox", "no mail\n\nFrom a Wed 10:30 2024\nSubject: x\n\ny\n")
    let (documents, rejections, _) = try fixture.read(fixture.options(.mbox, ["a.mbox"]))
    #expect(documents.count == 1)
    #expect(rejections.map(\.reason) == ["no_from_line"])
  }

  @Test func `hostile nesting ends without a crash`() throws {
    let fixture = ReadingFixture()
    var mail = "From: a@b.example\nSubject: x\n"
    for i in 0..<5_000 { mail += "Content-Type: multipart/mixed; boundary=b\(i)\n\n--b\(i)\n" }
    try fixture.put("a.eml", mail)
    let (documents, rejections, _) = try fixture.read(fixture.options(.eml, ["a.eml"]))
    #expect(documents.count + rejections.count == 1)
  }
}
