import Foundation
import Testing

@testable import TextMill

@Suite struct FilePatternTests {
  static func fixture() throws -> ReadingFixture {
    let fixture = ReadingFixture()
    for name in ["a.json", "b.json", "sub/c.json", "sub/deep/d.json", "e.html", ".hidden.json"] {
      try fixture.put(name, "x")
    }
    return fixture
  }

  @Test(arguments: [
    ("*.json", ["a.json", "b.json"]), ("[!a]*.json", ["b.json"]),
    ("[a-b].json", ["a.json", "b.json"]),
    ("?.json", ["a.json", "b.json"]), ("{b,a}.{json,txt}", ["a.json", "b.json"]),
    ("**/*.json", ["a.json", "b.json", "sub/c.json", "sub/deep/d.json"]),
    ("sub/**/*.json", ["c.json", "deep/d.json"]), ("sub", ["c.json", "deep/d.json"]),
    ("sub/*/d.json", ["deep/d.json"]),
  ])
  func `a pattern finds its files in order`(pattern: String, expected: [String]) throws {
    let fixture = try Self.fixture()
    #expect(try FilePattern.files(of: [pattern], in: fixture.folder).map(\.path) == expected)
  }

  @Test func `a pattern that matches nothing is an error that names it`() throws {
    let fixture = try Self.fixture()
    let error = #expect(throws: TextMillError.self) {
      try FilePattern.files(of: ["a.json", "nothing-*"], in: fixture.folder)
    }
    #expect(error?.code == .missingInput)
    #expect(error?.message.contains("nothing-*") == true)
  }

  @Test func `links to folders are not entered`() throws {
    let fixture = try Self.fixture()
    try FileManager.default.createSymbolicLink(
      atPath: fixture.folder + "/sub/up", withDestinationPath: fixture.folder)
    #expect(try FilePattern.files(of: ["sub/**/*.json"], in: fixture.folder).count == 2)
  }

  @Test func `many stars stay within the product of the lengths`() {
    let pattern = Array(String(repeating: "*a", count: 500).utf8) + [0x62]
    #expect(!Wildcard.matches(pattern, Array(repeating: 0x61, count: 2_000)))
  }
}
