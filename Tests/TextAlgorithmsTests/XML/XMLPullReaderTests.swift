import Testing

@testable import TextAlgorithms

@Suite struct XMLPullReaderTests {
  static func reader(_ text: String, step: Int = 4000) -> XMLPullReader {
    var rest = Array(text.utf8)[...]
    return XMLPullReader { room in
      let count = min(room.count, rest.count, step)
      room.copyBytes(from: rest.prefix(count))
      rest = rest.dropFirst(count)
      return count
    }
  }

  static func events(_ text: String, step: Int = 4000) throws -> [XMLPullReader.Event] {
    let reader = reader(text, step: step)
    var events: [XMLPullReader.Event] = []
    while let event = try reader.next() { events.append(event) }
    return events
  }

  static func text(_ events: [XMLPullReader.Event]) -> String {
    var out: [UInt8] = []
    for case .text(let text) in events { out += text }
    return String(decoding: out, as: UTF8.self)
  }

  @Test func `elements begin and end, with their namespaces`() throws {
    let events = try Self.events(
      "<r xmlns:g='http://base.google.com/ns/1.0'><g:id>5</g:id><e/><![CDATA[a<b]]></r>")
    let google = "http://base.google.com/ns/1.0"
    #expect(
      events == [
        .start(name: "r", namespace: nil), .start(name: "id", namespace: google),
        .text([0x35]), .end(name: "id", namespace: google), .start(name: "e", namespace: nil),
        .end(name: "e", namespace: nil), .text(Array("a<b".utf8)), .end(name: "r", namespace: nil),
      ])
  }

  @Test func `how the bytes arrive doesn't matter`() throws {
    let text =
      "<r><a b='1'>x &amp; y&#233;</a>" + String(repeating: "<i>é</i>", count: 500) + "</r>"
    let whole = try Self.text(Self.events(text))
    for step in [1, 7, 511] { #expect(try Self.text(Self.events(text, step: step)) == whole) }
  }

  @Test func `entities of HTML are read without a declaration`() throws {
    #expect(try Self.text(Self.events("<r>a&nbsp;b&eacute;</r>")) == "a\u{A0}bé")
  }

  @Test func `declared entities are neither expanded nor fetched`() throws {
    var bomb = "<!DOCTYPE r [<!ENTITY a0 \"lol\"><!ENTITY x SYSTEM \"file:///etc/passwd\">"
    for i in 1...30 { bomb += "<!ENTITY a\(i) \"&a\(i - 1);&a\(i - 1);\">" }
    bomb += "]><r>1&a30;2&x;3</r>"
    let text = try Self.text(Self.events(bomb))
    #expect(text == "1&a30;2&x;3")
    #expect(!text.contains("root"))
  }

  @Test func `elements too deep are passed over`() throws {
    let text =
      String(repeating: "<a>", count: 200) + "deep" + String(repeating: "</a>", count: 200)
    let events = try Self.events(text)
    #expect(events.count <= 2 * (XMLPullReader.depthLimit + 1))
    #expect(Self.text(events).isEmpty)
  }

  @Test func `a text that ends early ends, with an error`() throws {
    let reader = Self.reader("<r><a>x</a><b>y")
    var count = 0
    while try reader.next() != nil { count += 1 }
    #expect(count >= 4)
    #expect(reader.firstError?.contains("line 1") == true)
    #expect(try Self.events("no XML at all").isEmpty)
    #expect(try Self.events("").isEmpty)
  }

  @Test func `an error of the stream comes out`() {
    struct Broken: Error {}
    let reader = XMLPullReader { _ in throw Broken() }
    #expect(throws: Broken.self) { try reader.next() }
  }

  @Test func `what feeds get wrong is mended, and nothing inside of CDATA`() throws {
    let text = "<r a='x&y'>A & B &bogus; \u{1}&#1;&lt;<![CDATA[C & D &nbsp; <b>]]></r>"
    let reader = Self.reader(text)
    var found: [UInt8] = []
    while let event = try reader.next() {
      if case .text(let bytes) = event { found += bytes }
    }
    #expect(
      String(decoding: found, as: UTF8.self) == "A & B &bogus; &#1;<C & D &nbsp; <b>")
    #expect(reader.repairs == 5)
  }

  @Test func `bytes that are no UTF-8 are windows-1252, unless the text says another encoding`()
    throws
  {
    func text(_ head: String) throws -> String {
      var rest = (Array("\(head)<r>caf".utf8) + [0xE9] + Array("</r>".utf8))[...]
      let reader = XMLPullReader { room in
        let count = min(room.count, rest.count)
        room.copyBytes(from: rest.prefix(count))
        rest = rest.dropFirst(count)
        return count
      }
      var found: [UInt8] = []
      while let event = try reader.next() {
        if case .text(let bytes) = event { found += bytes }
      }
      return String(decoding: found, as: UTF8.self)
    }
    #expect(try text("") == "café")
    #expect(try text("<?xml version='1.0' encoding='UTF-8'?>") == "café")
    #expect(try text("<?xml version='1.0' encoding='ISO-8859-1'?>") == "café")
    #expect(try text("<?xml version='1.0' encoding='windows-1251'?>") == "cafй")
  }
}
