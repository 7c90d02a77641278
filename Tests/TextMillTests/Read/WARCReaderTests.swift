import Foundation
import Testing

@testable import TextMill

@Suite struct WARCReaderTests {
  typealias Make = WARCFixture

  private func read(
    _ bytes: [UInt8], name: String = "a.warc", partSize: Int = 1 << 20,
    change: (inout SourceOptions) -> Void = { _ in }
  ) throws -> (documents: [Document], rejections: [Rejection], notes: [ReadNote]) {
    let fixture = ReadingFixture()
    try fixture.put(name, Data(bytes))
    var options = fixture.options(.warc, [name])
    change(&options)
    return try fixture.read(options, partSize: partSize)
  }

  /// Members of gzip, one for each piece; nil where the system has no gzip.
  private func gzip(_ pieces: [[UInt8]]) throws -> [[UInt8]] {
    try pieces.map { piece in
      let fixture = ReadingFixture()
      try fixture.put("x", Data(piece))
      try #require(fixture.pack("gzip", ["-n", "x"]))
      return Array(try Data(contentsOf: URL(filePath: fixture.folder + "/x.gz")))
    }
  }

  @Test func `pages of status 200 are documents, and every other record says what it is`() throws {
    let records: [[UInt8]] = [
      Make.record("warcinfo", nil, Array("software: x\r\n".utf8)),
      Make.record("request", "http://a.example/", Array("GET / HTTP/1.1\r\n\r\n".utf8)),
      Make.response("http://a.example/", "Hello"),
      Make.record(
        "response", "http://a.example/i.png",
        Make.http("200 OK", ["Content-Type: image/png"], [1, 2])),
      Make.record(
        "response", "http://a.example/gone", Make.http("404 Not Found", [], Make.page("No"))),
      Make.record(
        "resource", "http://a.example/r", Make.page("Resource"), fields: ["Content-Type: text/html"]
      ),
      Make.record(
        "conversion", "http://a.example/t", Array("text".utf8), fields: ["Content-Type: text/plain"]
      ),
      Make.record("metadata", "http://a.example/", Array("via: x".utf8)),
      Make.record("strange", "http://a.example/", []),
    ]
    let bytes = Array(records.joined())
    let (documents, rejections, notes) = try read(bytes)
    #expect(documents.map(\.id) == ["s:http://a.example/", "s:http://a.example/r"])
    #expect(documents.map(\.url) == ["http://a.example/", "http://a.example/r"])
    #expect(documents[0].metadata.map(\.key) == ["fetched_at"])
    #expect(documents[0].metadata[0].value == .string("2024-02-03T04:05:06Z"))
    #expect(Make.html(documents[0]).contains("Hello"))
    #expect(
      rejections.map(\.reason) == [
        "warcinfo_record", "request_record", "not_html", "status_excluded", "not_html",
        "metadata_record", "unknown_record",
      ])
    #expect(rejections.map(\.source.record) == [1, 2, 4, 5, 7, 8, 9])
    #expect(rejections[3].evidence == "404")
    #expect(notes.isEmpty)
  }

  @Test func `other statuses are read when the configuration asks for them`() throws {
    let bytes =
      Make.record(
        "response", "http://a.example/gone", Make.http("404 Not Found", [], Make.page("No")))
      + Make.response("http://a.example/", "Hello")
    let (documents, rejections, _) = try read(bytes) { $0.includedStatuses = ["404"] }
    #expect(documents.map(\.url) == ["http://a.example/gone"])
    #expect(rejections.map(\.evidence) == ["200"])
  }

  @Test func `transfer and content codings are undone`() throws {
    let page = Make.page(String(repeating: "Hello wide world. ", count: 40))
    let half = page.count / 2
    var chunked = Array("\(String(half, radix: 16))\r\n".utf8)
    chunked += page[..<half]
    chunked += Array("\r\n\(String(page.count - half, radix: 16));x=y\r\n".utf8)
    chunked += page[half...]
    chunked += Array("\r\n0\r\n\r\n".utf8)
    let packed = try gzip([page])[0]
    func response(_ fields: [String], _ body: [UInt8]) -> [UInt8] {
      Make.record(
        "response", "http://a.example/\(fields.count)",
        Make.http("200 OK", ["Content-Type: text/html"] + fields, body))
    }
    let (documents, rejections, notes) = try read(
      response([], page) + response(["Transfer-Encoding: chunked"], chunked)
        + response(["Content-Encoding: gzip"], packed)
        + response(["Content-Encoding: gzip", "Transfer-Encoding: chunked"], packed))
    #expect(documents.count == 4)
    #expect(documents.allSatisfy { Make.html($0) == String(decoding: page, as: UTF8.self) })
    #expect(rejections.isEmpty)
    // The last body isn't chunked, whatever its head says.
    #expect(notes == [ReadNote(name: "chunking_absent", count: 1)])
  }

  @Test func `brotli, deflate and zstd are undone, and other codings named`() throws {
    // "<p>Hello, hello, hello!</p>" in each coding.
    let text = "<p>Hello, hello, hello!</p>"
    let brotli: [UInt8] = [
      0x0b, 0x0d, 0x80, 0x3c, 0x70, 0x3e, 0x48, 0x65, 0x6c, 0x6c, 0x6f, 0x2c, 0x20, 0x68, 0x65,
      0x6c, 0x6c, 0x6f, 0x2c, 0x20, 0x68, 0x65, 0x6c, 0x6c, 0x6f, 0x21, 0x3c, 0x2f, 0x70, 0x3e,
      0x03,
    ]
    let deflate: [UInt8] = [
      0xb3, 0x29, 0xb0, 0xf3, 0x48, 0xcd, 0xc9, 0xc9, 0xd7, 0x51, 0xc8, 0x40, 0xa2, 0x14, 0x6d,
      0xf4, 0x0b, 0xec, 0x00,
    ]
    func response(_ coding: String, _ body: [UInt8]) -> [UInt8] {
      Make.record(
        "response", "http://a.example/\(coding)",
        Make.http("200 OK", ["Content-Type: text/html", "Content-Encoding: \(coding)"], body))
    }
    let (documents, rejections, _) = try read(
      response("br", brotli) + response("deflate", deflate) + response("sdch", [1, 2, 3]))
    #expect(documents.map { Make.html($0) } == [text, text])
    #expect(rejections.map(\.reason) == ["content_encoding_unknown"])
    #expect(rejections.map(\.evidence) == ["sdch"])
  }

  @Test func `a coding that isn't there is overlooked, a broken one told`() throws {
    let page = Make.page("Stored as it was seen")
    let packed = try gzip([Make.page(String(repeating: "Cut short. ", count: 3000))])[0]
    func response(_ body: [UInt8]) -> [UInt8] {
      Make.record(
        "response", "http://a.example/",
        Make.http("200 OK", ["Content-Type: text/html", "Content-Encoding: gzip"], body))
    }
    let (documents, rejections, notes) = try read(
      response(page) + response(Array(packed.dropLast(4))) + response([0x1F, 0x8B, 0xFF, 1, 2]))
    #expect(documents.count == 2)
    #expect(Make.html(documents[1]).contains("Cut short."))
    #expect(rejections.map(\.reason) == ["corrupt_content"])
    #expect(
      notes == [
        ReadNote(name: "body_truncated", count: 1), ReadNote(name: "coding_absent", count: 1),
      ])
  }

  @Test func `a body that grows without end is given up`() throws {
    let packed = try gzip([[UInt8](repeating: 0x61, count: 3 << 20)])[0]
    let bytes = Make.record(
      "response", "http://a.example/",
      Make.http("200 OK", ["Content-Type: text/html", "Content-Encoding: gzip"], packed))
    let (documents, rejections, _) = try read(bytes) { $0.recordLimit = 1 << 20 }
    #expect(documents.isEmpty)
    #expect(rejections.map(\.reason) == ["record_too_large"])
  }

  @Test func `records larger than the limit are passed over`() throws {
    let bytes =
      Make.response("http://a.example/big", String(repeating: "x", count: 5000))
      + Make.response("http://a.example/small", "y")
    let (documents, rejections, _) = try read(bytes) { $0.recordLimit = 1000 }
    #expect(documents.map(\.url) == ["http://a.example/small"])
    #expect(rejections.map(\.reason) == ["record_too_large"])
  }

  @Test func `a revisit is the page that it repeats, or is counted`() throws {
    let id = "11111111-0000-0000-0000-000000000000"
    let revisit = Make.record(
      "revisit", "http://a.example/again", Make.http("304 Not Modified", [], []),
      date: "2024-03-01T00:00:00Z", fields: ["WARC-Refers-To: <urn:uuid:\(id)>"])
    let byAddress = Make.record(
      "revisit", "http://a.example/third", [],
      fields: [
        "WARC-Refers-To-Target-URI: http://a.example/",
        "WARC-Refers-To-Date: 2024-02-03T04:05:06Z",
      ])
    let lost = Make.record(
      "revisit", "http://a.example/lost", [], fields: ["WARC-Refers-To: <urn:uuid:nobody>"])
    let image = Make.record(
      "revisit", "http://a.example/i", Make.http("200 OK", ["Content-Type: image/png"], []),
      fields: ["WARC-Refers-To: <urn:uuid:\(id)>"])
    // The payload may stand behind the revisit, and in another file.
    let fixture = ReadingFixture()
    try fixture.put("a.warc", Data(revisit + byAddress + lost + image))
    try fixture.put("b.warc", Data(Make.response("http://a.example/", "Payload", id: id)))
    let (documents, rejections, notes) = try fixture.read(fixture.options(.warc, ["*.warc"]))
    #expect(
      documents.map(\.url) == [
        "http://a.example/again", "http://a.example/third", "http://a.example/",
      ])
    #expect(documents.allSatisfy { Make.html($0).contains("Payload") })
    #expect(documents[0].metadata[0].value == .string("2024-03-01T00:00:00Z"))
    #expect(rejections.map(\.reason) == ["revisit_unresolved", "not_html"])
    #expect(notes == [ReadNote(name: "revisit_resolved", count: 2)])
  }

  @Test func `what is no record is told, and the next one read`() throws {
    let good = Make.response("http://a.example/", "Good")
    let cases: [(String, [UInt8], String)] = [
      ("no type", Array("WARC/1.0\r\nContent-Length: 0\r\n\r\n\r\n\r\n".utf8), "invalid_record"),
      (
        "no length", Array("WARC/1.0\r\nWARC-Type: response\r\n\r\nx\r\n\r\n".utf8),
        "bad_content_length"
      ),
      (
        "length", Array("WARC/1.0\r\nWARC-Type: x\r\nContent-Length: -5\r\n\r\n".utf8),
        "bad_content_length"
      ),
      ("junk", Array("<!doctype html>\nfoo\n".utf8), "invalid_record"),
      (
        "too short",
        Make.record("metadata", "http://a.example/m", Array("via: 1\nmore\n".utf8), length: 6),
        "invalid_record"
      ),
    ]
    for (name, bytes, reason) in cases {
      let (documents, rejections, _) = try read(good + bytes + good)
      #expect(documents.count == 2, "\(name)")
      #expect(rejections.contains { $0.reason == reason && $0.raw != nil }, "\(name)")
    }
  }

  @Test func `a length that is a little off is told`() throws {
    let block = Make.http("200 OK", ["Content-Type: text/html"], Make.page("Hello"))
    let good = Make.response("http://a.example/", "Good")
    for (by, count) in [(-1, 1), (1, 1), (4, 1), (0, 0)] {
      let odd = Make.record("response", "http://a.example/odd", block, length: block.count + by)
      let (documents, _, notes) = try read(good + odd + good)
      #expect(documents.count == 3, "\(by)")
      #expect(notes == (count > 0 ? [ReadNote(name: "record_length_off", count: 1)] : []))
    }
  }

  @Test func `an archive cut anywhere loses the last record only, and says so`() throws {
    let bytes =
      Make.response("http://a.example/1", "One") + Make.response("http://a.example/2", "Two")
    let whole = Make.response("http://a.example/1", "One").count
    for end in stride(from: whole + 1, to: bytes.count - 5, by: 7) {
      let (documents, rejections, _) = try read(Array(bytes[..<end]))
      #expect(documents.map(\.url) == ["http://a.example/1"])
      #expect(rejections.count == 1, "\(end)")
    }
  }

  @Test func `gzip members are read one by one, and a broken one costs itself only`() throws {
    let records = (1...5).map { Make.response("http://a.example/\($0)", "Page number \($0)") }
    var members = try gzip(records)
    let plain = try read(records.flatMap { $0 })
    let packed = try read(members.flatMap { $0 }, name: "a.warc.gz")
    #expect(packed.documents.map(\.url) == plain.documents.map(\.url))
    #expect(packed.documents.map(\.source.offset) == plain.documents.map(\.source.offset))
    // A reserved block type in the middle of the third member.
    for i in 12..<members[2].count - 8 { members[2][i] = 0xFF }
    let broken = try read(members.flatMap { $0 }, name: "a.warc.gz")
    #expect(
      broken.documents.map(\.url)
        == [1, 2, 4, 5].map { "http://a.example/\($0)" })
    #expect(broken.rejections.map(\.reason) == ["corrupt_archive"])
    members[2] = try gzip([records[2]])[0]
    let cut = try read(Array(members.flatMap { $0 }.dropLast(20)), name: "a.warc.gz")
    #expect(cut.documents.count == 4)
    #expect(cut.rejections.map(\.reason) == ["truncated_archive"])
  }

  @Test func `members that aren't records, and records that aren't members, are told`() throws {
    let records = (1...4).map { Make.response("http://a.example/\($0)", "Page number \($0)") }
    let whole = try read(try gzip(records).flatMap { $0 }, name: "a.warc.gz")
    #expect(whole.notes.isEmpty)
    let joined = try read(try gzip([records.flatMap { $0 }])[0], name: "a.warc.gz")
    #expect(joined.documents.map(\.url) == whole.documents.map(\.url))
    #expect(joined.notes == [ReadNote(name: "record_begins_no_member", count: 3)])
    let half = records[1].count / 2
    let split = try gzip([
      records[0], Array(records[1][..<half]), Array(records[1][half...]) + records[2],
      Array(records[3][..<half]), Array(records[3][half...]),
    ]).flatMap { $0 }
    for size in [1, 1 << 20] {
      let cut = try read(split, name: "a.warc.gz", partSize: size)
      #expect(cut.documents.map(\.url) == whole.documents.map(\.url))
      var counts: [String: Int] = [:]
      for note in cut.notes { counts[note.name, default: 0] += note.count }
      #expect(counts == ["record_begins_no_member": 1, "member_begins_no_record": 2])
    }
  }

  @Test func `parts are cut at records, and that changes nothing`() throws {
    var random = SeededGenerator(seed: 77)
    let records = (0..<60).map { n -> [UInt8] in
      let text = String(repeating: "word\(n) ", count: Int.random(in: 1...200, using: &random))
      return n % 7 == 3
        ? Array("junk between records\n".utf8) : Make.response("http://a.example/\(n)", text)
    }
    for (name, bytes) in [
      ("a.warc", records.flatMap { $0 }), ("a.warc.gz", try gzip(records).flatMap { $0 }),
    ] {
      let whole = try read(bytes, name: name)
      #expect(whole.documents.count > 40)
      for size in [1, 100, 999, 5000] {
        let cut = try read(bytes, name: name, partSize: size)
        #expect(cut.documents == whole.documents, "\(name) \(size)")
        #expect(cut.rejections == whole.rejections, "\(name) \(size)")
      }
    }
  }

  @Test func `a WACZ is read in place, its indexes aren't`() throws {
    let fixture = ReadingFixture()
    let titled = Make.record(
      "response", "http://a.example/t",
      Make.http(body: "<html><head><title>Own</title></head><body><p>Text</body></html>"))
    let member = try gzip([Make.response("http://a.example/", "Inside") + titled])[0]
    try fixture.put("archive/data.warc.gz", Data(member))
    try fixture.put("indexes/index.cdx", "com,example)/ 2024 {}")
    try fixture.put(
      "pages/pages.jsonl",
      """
      {"format":"json-pages-1.0","id":"pages","title":"All"}
      {"id":"1","url":"http://a.example","title":"From the list"}
      no JSON
      {"id":"2","url":"http://a.example/t","title":"Not its own"}
      """)
    let script =
      "import zipfile,sys\nz=zipfile.ZipFile('a.wacz','w')\n[z.write(n) for n in sys.argv[1:]]\nz.close()"
    guard
      fixture.pack(
        "python3",
        ["-c", script, "indexes/index.cdx", "pages/pages.jsonl", "archive/data.warc.gz"])
    else { return }
    let (documents, rejections, _) = try fixture.read(fixture.options(.warc, ["a.wacz"]))
    #expect(documents.map(\.url) == ["http://a.example/", "http://a.example/t"])
    #expect(documents.allSatisfy { $0.source.path == "a.wacz!/archive/data.warc.gz" })
    var extractor = DocumentExtractor(keepsInternalNotes: false)
    let titles = documents.map { document in
      var document = document
      _ = extractor.extract(&document)
      return document.title
    }
    #expect(titles == ["From the list", "Own"])
    #expect(rejections.isEmpty)
  }

  @Test func `ARC files are read, with spaces in addresses`() throws {
    let page = Make.http("200 OK", ["Content-Type: text/html"], Make.page("Old"))
    let text =
      "filedesc://a.arc 0.0.0.0 20140216050221 text/plain 9\n1 0 Crawl\n\n"
      + "http://a.example/a b 1.2.3.4 20140216050221 text/html \(page.count)\n"
    let (documents, rejections, _) = try read(Array(text.utf8) + page + [0x0A], name: "a.arc")
    #expect(documents.map(\.url) == ["http://a.example/a%20b"])
    #expect(documents[0].metadata[0].value == .string("2014-02-16T05:02:21Z"))
    #expect(rejections.map(\.reason) == ["arc_header"])
  }

  @Test func `the charset of the HTTP head goes before the page's own`() throws {
    let body = Array("<meta charset=utf-8><p>caf".utf8) + [0xE9]
    let bytes = Make.record(
      "response", "<http://a.example/>",
      Make.http("200 OK", ["content-type: TEXT/HTML ; Charset='ISO-8859-1'"], body))
    let (documents, _, _) = try read(bytes)
    #expect(documents.map(\.url) == ["http://a.example/"])
    guard case .page(let page) = documents[0].body else { return }
    #expect(page.encoding == "ISO-8859-1")
  }

  @Test func `nonsense of any kind never stops the reading`() throws {
    var random = SeededGenerator(seed: 5)
    let good = Make.response("http://a.example/", "Good")
    for _ in 0..<60 {
      var bytes = good + good + good
      for _ in 0..<Int.random(in: 1...20, using: &random) {
        bytes[Int.random(in: 0..<bytes.count, using: &random)] = UInt8.random(
          in: 0...255, using: &random)
      }
      let (documents, rejections, _) = try read(bytes)
      #expect(documents.count + rejections.count >= 1)
    }
  }
}
