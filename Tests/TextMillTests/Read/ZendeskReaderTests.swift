import Foundation
import Testing

@testable import TextMill

@Suite struct ZendeskReaderTests {
  static let comments = #"""
    [{"id":11,"author_id":1,"html_body":"<p>Help</p>","body":"Help","public":true,"created_at":"2024-05-01T08:00:00Z"},
     {"id":13,"author_id":2,"plain_body":"Done","public":true,"created_at":"2024-05-01T10:00:00Z","metadata":{"system":{"ip_address":"1.2.3.4"},"flags":[4]}},
     {"id":12,"author_id":2,"body":"secret","public":false,"created_at":"2024-05-01T09:00:00Z"}]
    """#.replacing("\n", with: "")
  static let users = #"""
    [{"id":1,"name":"Ann","email":"ann@c.example","role":"end-user"},{"id":2,"name":"Bob","email":"bob@s.example","role":"agent","phone":"+1 555"}]
    """#
  static func ticket(_ id: Int, _ more: String) -> String {
    #"{"url":"https://z.example/\#(id)","id":\#(id),"subject":"S\#(id)","description":"Help","status":"solved","requester_id":1,"assignee_id":2,"created_at":"2024-05-01T08:00:00Z","updated_at":"2024-05-02T08:00:00Z","tags":["t"]\#(more)}"#
  }

  /// The same ticket in each shape that exports have.
  static let shapes: [(String, [String: String])] = [
    (
      "page",
      [
        "a.json":
          #"{"count":1,"next_page":null,"tickets":[\#(ticket(7, #","comments":\#(comments)"#))],"users":\#(users),"end_of_stream":true}"#
      ]
    ),
    (
      "lines",
      ["a.json": ticket(7, #","comments":\#(comments)"#) + "\n", "u.json": #"{"users":\#(users)}"#]
    ),
    (
      "array",
      ["a.json": " [\n" + ticket(7, #","comments":\#(comments)"#) + "\n]", "u.json": users]
    ),
    (
      "events",
      [
        "a.json": #"{"tickets":[\#(ticket(7, ""))],"users":\#(users)}"#,
        "e.json":
          #"{"ticket_events":[{"id":90,"ticket_id":7,"child_events":[{"event_type":"Change","id":1},{"event_type":"Comment",\#(comments.dropFirst(2).prefix { $0 != "}" })}]},{"id":91,"ticket_id":7,"child_events":\#(eventComments)},{"id":91,"ticket_id":7,"child_events":\#(eventComments)}]}"#,
      ]
    ),
  ]

  static let eventComments = comments.replacing(
    #"{"id":1"#, with: #"{"event_type":"Comment","id":1"#)

  @Test(arguments: shapes)
  func `every shape gives the same conversation`(name: String, files: [String: String]) throws {
    let fixture = ReadingFixture()
    for (file, text) in files { try fixture.put(file, text) }
    for partSize in [1, 40, 1 << 20] {
      let (documents, rejections, notes) = try fixture.read(
        fixture.options(.zendesk, ["*.json"]), partSize: partSize)
      #expect(rejections.isEmpty, "\(rejections)")
      #expect(documents.map(\.id) == ["s:7"])
      #expect(documents.map(\.text) == ["customer: <p>Help</p>\nagent: Done"])
      guard case .conversation(let messages) = documents[0].body else { return }
      #expect(messages.map(\.isHTML) == [true, false])
      #expect(messages.map(\.isAutomatic) == [false, true])
      #expect(messages.map(\.author) == ["Ann", "Bob"])
      #expect(documents[0].identities.customer == ["Ann", "ann@c.example"])
      #expect(documents[0].identities.agent == ["Bob", "bob@s.example", "+1 555"])
      #expect(documents[0].source.path == "a.json")
      #expect(documents[0].metadata.map(\.key) == ["tags", "status"])
      #expect(notes.map(\.name) == (name == "events" ? ["event_unread"] : []))
    }
  }

  @Test func `internal notes are kept when asked for, in the order of time`() throws {
    let fixture = ReadingFixture()
    try fixture.put("a.json", Self.shapes[0].1["a.json"]!)
    var options = fixture.options(.zendesk, ["a.json"])
    options.internalNotes = .keep
    guard case .conversation(let messages) = try fixture.read(options).documents[0].body else {
      return
    }
    #expect(messages.map(\.visibility) == [.public, .internal, .public])
  }

  @Test func `without users the requester is the customer, and that is counted`() throws {
    let fixture = ReadingFixture()
    try fixture.put(
      "a.json", Self.ticket(1, #","comments":\#(Self.comments)"#) + "\n" + Self.ticket(2, ""))
    let (documents, _, notes) = try fixture.read(fixture.options(.zendesk, ["a.json"]))
    #expect(documents.map(\.text) == ["customer: <p>Help</p>\nagent: Done", "customer: Help"])
    #expect(notes == [ReadNote(name: "role_inferred", count: 4)])
  }

  @Test func `tombstones, other statuses and broken tickets are rejections`() throws {
    let fixture = ReadingFixture()
    try fixture.put(
      "a.json",
      #"{"tickets":[{"id":1,"status":"deleted"},{"id":2,"subject":"SCRUBBED","status":"closed"},\#(Self.ticket(3, "")),{"subject":"x"},{"id":5,"status":"solved"},{"id":6,"status":"open","description":"a"},{"id":7,}]} \#n"#
        + Self.ticket(8, ""))
    var options = fixture.options(.zendesk, ["a.json"])
    options.includedStatuses = ["solved", "closed"]
    let (documents, rejections, _) = try fixture.read(options)
    #expect(documents.map(\.id) == ["s:3", "s:8"])
    #expect(
      rejections.map(\.reason) == [
        "deleted", "deleted", "missing_field", "no_message", "status_excluded", "invalid_json",
      ])
  }

  @Test func `comments of no ticket and a cut page don't disappear`() throws {
    let fixture = ReadingFixture()
    try fixture.put(
      "e.json", #"{"ticket_events":[{"ticket_id":9,"child_events":\#(Self.eventComments)}],"#)
    let (documents, rejections, _) = try fixture.read(fixture.options(.zendesk, ["e.json"]))
    #expect(documents.isEmpty)
    #expect(rejections.map(\.reason) == ["ticket_missing", "invalid_json"])
  }

  @Test func `sorting on disk equals sorting in memory`() throws {
    let fixture = ReadingFixture()
    var sorter = ExternalSort(prefix: fixture.folder + "/work/sort", runSize: 200)
    var records: [ExternalSort.Record] = []
    var state: UInt64 = 9
    for i in 0..<3_000 {
      state = state &* 6_364_136_223_846_793_005 &+ 1
      let record = ExternalSort.Record(
        key: Array("\(state >> 54)".utf8), payload: Array("\(i)".utf8))
      records.append(record)
      try sorter.add(key: record.key, payload: record.payload)
    }
    var merged: [ExternalSort.Record] = []
    try sorter.merge { merged.append($0) }
    let expected = records.enumerated().sorted { a, b in
      a.element.key != b.element.key
        ? ExternalSort.precedes(a.element.key, b.element.key) : a.offset < b.offset
    }.map(\.element)
    #expect(merged == expected)
    let left = try FileManager.default.contentsOfDirectory(atPath: fixture.folder + "/work")
    #expect(left.isEmpty)
  }
}
