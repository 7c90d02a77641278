import Foundation
import Testing

@testable import TextMill

@Suite struct StoredFileTests {
  static func inFolder(_ body: (URL) throws -> Void) throws {
    let folder = FileManager.default.temporaryDirectory.appending(path: UUID().uuidString)
    try FileManager.default.createDirectory(
      at: folder.appending(path: "root"), withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    try body(folder)
  }

  @Test func `a file below the root is read`() throws {
    try Self.inFolder { folder in
      try Data("page".utf8).write(to: folder.appending(path: "root/a.html"))
      let files = try StoredFile(root: folder.appending(path: "root").path)
      #expect(try files.read("a.html") == Array("page".utf8))
      try Data().write(to: folder.appending(path: "root/empty"))
      #expect(try files.read("empty").isEmpty)
    }
  }

  @Test(arguments: ["../secret", "/etc/passwd", "a/../../secret", "link", ""])
  func `a path out of the root is refused`(path: String) throws {
    try Self.inFolder { folder in
      try Data("secret".utf8).write(to: folder.appending(path: "secret"))
      try FileManager.default.createSymbolicLink(
        at: folder.appending(path: "root/link"),
        withDestinationURL: folder.appending(path: "secret"))
      let files = try StoredFile(root: folder.appending(path: "root").path)
      let error = #expect(throws: RecordError.self) { try files.read(path) }
      #expect(error?.reason == "path_escapes_root")
    }
  }

  @Test func `a missing root or file is named`() throws {
    #expect(throws: TextMillError.self) { try StoredFile(root: "/no/such/folder") }
    try Self.inFolder { folder in
      let files = try StoredFile(root: folder.path)
      let error = #expect(throws: RecordError.self) { try files.read("nothing") }
      #expect(error?.reason == "file_unreadable")
    }
  }
}
