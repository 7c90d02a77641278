import Foundation
import Testing

@testable import TextMill

/// What every reader of a helpdesk's export promises.
@Suite struct HelpdeskLawTests {
  private struct Generator: RandomNumberGenerator {
    var state: UInt64
    mutating func next() -> UInt64 {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return state ^ state >> 29
    }
  }

  /// Documents without the places that they were found at, in the order of their ids.
  private func stripped(_ documents: [Document]) -> [Document] {
    let nowhere = SourceLocation(source: "", path: "", record: 0, offset: 0)
    return documents.map { document in
      var document = document
      document.source = nowhere
      return document
    }.sorted { $0.id < $1.id }
  }

  private static let all = HelpdeskSamples.readers + [.mbox, .maildir]

  @Test(arguments: all)
  func `files in any order and parts of any size give the same documents`(
    reader: SourceOptions.Reader
  ) throws {
    var generator = Generator(state: 7)
    let files = try HelpdeskSamples.files(reader)
    var expected: [Document]?
    for round in 0..<4 {
      let fixture = ReadingFixture()
      for (index, file) in files.shuffled(using: &generator).enumerated() {
        // A Maildir's folders and flags stand in the names.
        let name = reader == .maildir ? file.name : "\(index)-" + file.name
        try fixture.put("in/" + name, file.data)
      }
      var options = fixture.options(reader, ["in/**/*"])
      options.threads = reader.joinsThreads
      let documents = stripped(
        try fixture.read(options, partSize: [1 << 20, 1, 100, 1000][round]).documents)
      #expect(!documents.isEmpty)
      #expect(documents.allSatisfy { $0.isInOrder })
      #expect(expected == nil || documents == expected)
      expected = documents
    }
  }

  @Test(arguments: HelpdeskSamples.readers)
  func `a conversation that comes twice stays once, and the other is a rejection`(
    reader: SourceOptions.Reader
  ) throws {
    let files = try HelpdeskSamples.files(reader)
    let once = ReadingFixture()
    let twice = ReadingFixture()
    for file in files {
      try once.put("in/" + file.name, file.data)
      try twice.put("in/" + file.name, file.data)
      try twice.put("in/again-" + file.name, file.data)
    }
    let first = try once.read(once.options(reader, ["in/*"]))
    let second = try twice.read(twice.options(reader, ["in/*"]))
    #expect(stripped(first.documents) == stripped(second.documents))
    let before = first.rejections.count { $0.reason == "superseded" }
    let after = second.rejections.filter { $0.reason == "superseded" }
    #expect(after.count > before)
    #expect(after.allSatisfy { $0.id != nil && $0.evidence?.hasSuffix(" is kept") == true })
  }

  @Test(arguments: HelpdeskSamples.readers)
  func `a broken record is a rejection with its place and its bytes`(
    reader: SourceOptions.Reader
  ) throws {
    let files = try HelpdeskSamples.files(reader)
    let fixture = ReadingFixture()
    for file in files { try fixture.put("in/" + file.name, file.data) }
    let sound = try fixture.read(fixture.options(reader, ["in/*"]))
    let broken =
      switch reader {
      case .salesforce: "Id,ParentId,CommentBody,IsPublished\n1,\"x\"y,z\n"
      case .stackexchange: "<posts>\n<row Id=\"1\" PostTypeId=\"1\" Body=\"a & b\" />\n</posts>\n"
      default: "{\"id\": 5, \"broken\u{1}\": tru}\n"
      }
    try fixture.put("in/zz-broken", broken)
    let result = try fixture.read(fixture.options(reader, ["in/*"]))
    #expect(stripped(result.documents) == stripped(sound.documents))
    let new = result.rejections.filter { $0.source.path == "zz-broken" }
    #expect(new.count == 1)
    #expect(new.first?.raw.map { broken.utf8.contains($0[0]) } == true)
    #expect(result.rejections.count == sound.rejections.count + 1)
  }

  @Test(arguments: all)
  func `damaged files end in documents and rejections, never in a crash`(
    reader: SourceOptions.Reader
  ) throws {
    var generator = Generator(state: 99)
    let files = try HelpdeskSamples.files(reader)
    for _ in 0..<12 {
      let fixture = ReadingFixture()
      for file in files {
        var bytes = Array(file.data)
        for _ in 0..<Int.random(in: 1...6, using: &generator) where !bytes.isEmpty {
          let at = Int.random(in: 0..<bytes.count, using: &generator)
          switch Int.random(in: 0..<3, using: &generator) {
          case 0: bytes[at] = UInt8.random(in: 0...255, using: &generator)
          case 1: bytes.removeSubrange(at..<min(bytes.count, at + 40))
          default: bytes.insert(contentsOf: bytes[at...].prefix(200), at: at)
          }
        }
        try fixture.put("in/" + file.name, Data(bytes))
      }
      var options = fixture.options(reader, ["in/**/*"])
      options.threads = reader.joinsThreads
      let (documents, rejections, _) = try fixture.read(options)
      #expect(!documents.isEmpty || !rejections.isEmpty)
      #expect(documents.allSatisfy { $0.isInOrder })
    }
  }

  @Test(arguments: HelpdeskSamples.readers)
  func `a record over the limit is a rejection`(reader: SourceOptions.Reader) throws {
    let (documents, rejections, _) = try HelpdeskSamples.read(reader) { $0.recordLimit = 150 }
    #expect(documents.count < 2)
    #expect(rejections.contains { $0.reason == "record_too_large" })
  }

  @Test(arguments: HelpdeskSamples.readers)
  func `exports are told by their content`(reader: SourceOptions.Reader) throws {
    let main = try HelpdeskSamples.files(reader).filter { file in
      // Tables and pages of people alone could be anybody's.
      !["people", "Contact", "User", "contacts"].contains { file.name.hasPrefix($0) }
    }
    for file in main {
      // A byte order mark is taken off before.
      let mark = file.data.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
      #expect(
        InputFormat(head: Array(file.data.dropFirst(mark))) == .export(reader), "\(file.name)")
    }
  }

  @Test func `statuses decide what is read`() throws {
    let (documents, rejections, _) = try HelpdeskSamples.read(.freshdesk) {
      $0.includedStatuses = ["resolved", "closed"]
    }
    #expect(documents.keys.sorted() == ["s:1001", "s:1002", "s:1010"])
    #expect(rejections.filter { $0.reason == "status_excluded" }.map(\.evidence) == ["7"])
  }
}
