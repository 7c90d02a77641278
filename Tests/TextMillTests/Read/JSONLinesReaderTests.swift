import Foundation
import Testing

@testable import TextMill

@Suite struct JSONLinesReaderTests {
  static let lines = """
    \u{FEFF}{"id":1,"text":"one","lang":"pt-BR","at":"2024-05-01 10:00:00+02:00"}

    {"id":"zwei","text":"z\\u00fc \\"2\\"","lang":"german","at":"03/04/2024"}\r
    {"id":3}
    {"text":"no id"}
    [1,2]
    {"id":4,"text":
       \t
    {"id":5,"text":"ünf","customer":{"email":"a@b.example"},"tags":["x",1]}
    """

  func options(_ fixture: ReadingFixture, _ path: String) -> SourceOptions {
    var options = fixture.options(.jsonl, [path])
    options.fields.id = "id"
    options.fields.text = "text"
    options.fields.language = "lang"
    options.fields.createdAt = "at"
    options.fields.customer = ["customer.email"]
    options.fields.metadata = ["tags"]
    return options
  }

  @Test func `records become documents and defects rejections with a reason`() throws {
    let fixture = ReadingFixture()
    try fixture.put("a.jsonl", Self.lines)
    let (documents, rejections, notes) = try fixture.read(options(fixture, "*.jsonl"))
    #expect(documents.map(\.id) == ["s:1", "s:zwei", "s:5"])
    #expect(documents.map(\.text) == ["one", "zü \"2\"", "ünf"])
    #expect(documents.map(\.language) == ["pt", nil, nil])
    #expect(documents.map(\.createdAt) == ["2024-05-01T08:00:00Z", nil, nil])
    #expect(documents[2].identities.customer == ["a@b.example"])
    #expect(documents[2].metadata.map(\.key) == ["tags"])
    #expect(
      rejections.map(\.reason)
        == ["missing_field", "missing_field", "not_an_object", "invalid_json"])
    #expect(rejections[1].raw == Array(#"{"text":"no id"}"#.utf8))
    #expect(notes == [ReadNote(name: "time_unknown", count: 1)])
  }

  @Test func `how parts are cut changes nothing`() throws {
    let fixture = ReadingFixture()
    try fixture.put("a.jsonl", Self.lines)
    try fixture.put("b.jsonl", "\n\n{\"id\":6,\"text\":\"six\"}\n")
    try fixture.put("c.jsonl", "")
    let options = options(fixture, "*.jsonl")
    let whole = try fixture.read(options)
    for partSize in [1, 2, 3, 5, 7, 16, 61, 100, 257] {
      let cut = try fixture.read(options, partSize: partSize)
      #expect(cut.documents == whole.documents, "part size \(partSize)")
      #expect(cut.rejections == whole.rejections, "part size \(partSize)")
    }
  }

  @Test(arguments: [
    ("gzip", ["-k", "a.jsonl"], "a.jsonl.gz"), ("xz", ["-k", "a.jsonl"], "a.jsonl.xz"),
    ("bzip2", ["-k", "a.jsonl"], "a.jsonl.bz2"), ("zstd", ["-q", "a.jsonl"], "a.jsonl.zst"),
    ("tar", ["-cf", "a.tar", "a.jsonl"], "a.tar"), ("zip", ["a.zip", "a.jsonl"], "a.zip"),
    ("tar", ["-czf", "a.tgz", "a.jsonl"], "a.tgz"),
    ("python3", ["-m", "zipfile", "-c", "b.zip", "a.jsonl"], "b.zip"),
  ])
  func `packed files read as plain ones`(tool: String, arguments: [String], name: String) throws {
    let fixture = ReadingFixture()
    try fixture.put("a.jsonl", Self.lines)
    guard fixture.pack(tool, arguments) else { return print("skipped: no \(tool) here") }
    let plain = try fixture.read(options(fixture, "a.jsonl"))
    let packed = try fixture.read(options(fixture, name))
    #expect(packed.documents.map(\.id) == plain.documents.map(\.id))
    #expect(packed.documents.map(\.text) == plain.documents.map(\.text))
    #expect(packed.documents.map(\.source.offset) == plain.documents.map(\.source.offset))
    #expect(packed.rejections.map(\.reason) == plain.rejections.map(\.reason))
    let isArchive = name.hasSuffix("tar") || name.hasSuffix("tgz") || name.hasSuffix("zip")
    #expect(packed.documents[0].source.path == (isArchive ? name + "!/a.jsonl" : name))
  }

  @Test func `a truncated file keeps what stands before the cut`() throws {
    let fixture = ReadingFixture()
    var random = SystemRandomNumberGenerator()
    let line = { (i: Int) in #"{"id":\#(i),"text":"\#(random.next() as UInt64)"}"# + "\n" }
    try fixture.put("a.jsonl", (0..<20_000).map(line).joined())
    guard fixture.pack("gzip", ["a.jsonl"]) else { return print("skipped: no gzip here") }
    let packed = try Data(contentsOf: URL(filePath: fixture.folder + "/a.jsonl.gz"))
    try fixture.put("b.gz", packed.prefix(packed.count / 2))
    let (documents, rejections, _) = try fixture.read(options(fixture, "b.gz"))
    #expect(documents.count > 1_000)
    #expect(documents.count < 20_000)
    #expect(rejections.map(\.reason) == ["truncated_archive"])
  }

  @Test func `expansion ends at the budget`() throws {
    let fixture = ReadingFixture()
    try fixture.put("a.jsonl", String(repeating: "{\"id\":1,\"text\":\"a\"}\n", count: 10_000))
    guard fixture.pack("gzip", ["a.jsonl"]) else { return print("skipped: no gzip here") }
    var options = options(fixture, "a.jsonl.gz")
    options.expansion.bytes = 1_000
    let (_, rejections, _) = try fixture.read(options)
    #expect(rejections.map(\.reason) == ["expansion_limit"])
  }

  @Test func `invalid UTF-8 and too large a record cost one record each`() throws {
    let fixture = ReadingFixture()
    var data = Data("{\"id\":1,\"text\":\"".utf8)
    data += [0xFF] + Data("\"}\n{\"id\":2,\"text\":\"".utf8)
    data += Data(repeating: 0x61, count: 2_000_000) + Data("\"}\n{\"id\":3,\"text\":\"c\"}".utf8)
    try fixture.put("a.jsonl", data)
    var options = options(fixture, "a.jsonl")
    options.recordLimit = 1_000_000
    for partSize in [1_000, 1 << 20, 1 << 30] {
      let (documents, rejections, _) = try fixture.read(options, partSize: partSize)
      #expect(documents.map(\.id) == ["s:3"])
      #expect(rejections.map(\.reason) == ["invalid_utf8", "record_too_large"])
      #expect(rejections.allSatisfy { $0.raw!.count <= Rejection.rawLimit })
    }
  }

  @Test func `messages are mapped one by one or from an array`() throws {
    let fixture = ReadingFixture()
    try fixture.put(
      "a.jsonl",
      #"{"q":"Why?","a":"<b>So</b>","m":[{"role":"user","content":"hi"},{"role":"bot","content":"yo"}]}"#
    )
    var options = fixture.options(.jsonl, ["a.jsonl"])
    options.fields.messages = [
      .init(role: "customer", text: "q"), .init(role: "agent", html: "a"),
      .init(role: "role", text: "content", each: "m"),
    ]
    let (documents, _, _) = try fixture.read(options)
    #expect(documents.map(\.text) == ["customer: Why?\nagent: <b>So</b>\ncustomer: hi\nbot: yo"])
    #expect(documents.map(\.id) == ["s:a.jsonl@0"])
  }

  @Test func `a status that isn't included is a rejection`() throws {
    let fixture = ReadingFixture()
    try fixture.put("a.jsonl", #"{"id":1,"text":"a","st":"open"}"#)
    var options = options(fixture, "a.jsonl")
    options.fields.status = "st"
    options.includedStatuses = ["closed"]
    #expect(try fixture.read(options).rejections.map(\.reason) == ["status_excluded"])
  }
}
