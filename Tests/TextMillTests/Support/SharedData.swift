import Foundation
import Testing
import TextAlgorithms

@testable import TextMill

/// Public data beside the repository, for tests that are skipped without it.
enum SharedData {
  /// The folder `shared/data` beside the repository, nil where there is none.
  static let root: URL? = {
    var folder = URL(filePath: #filePath)
    for _ in 0..<4 { folder.deleteLastPathComponent() }
    let data = folder.deletingLastPathComponent().appending(path: "shared/data")
    return FileManager.default.fileExists(atPath: data.path) ? data : nil
  }()

  static func has(_ path: String) -> Bool {
    root.map { FileManager.default.fileExists(atPath: $0.appending(path: path).path) } ?? false
  }

  static let isThere = root != nil
  static let absence: Comment = "needs the folder shared/data beside the repository"

  static func bytes(_ path: String) throws -> [UInt8] {
    let root = try #require(root)
    return Array(try Data(contentsOf: root.appending(path: path)))
  }

  /// The lines of a file as JSON.
  static func lines(_ path: String) throws -> [JSONValue] {
    try bytes(path).split(separator: 0x0A).map { try JSONValue(parsing: Array($0)) }
  }

  /// The files of a folder and those in it, by their paths under the root, sorted.
  static func files(under path: String, ending: String) throws -> [String] {
    let root = try #require(root)
    let folder = root.appending(path: path)
    let all = FileManager.default.enumerator(atPath: folder.path)?.allObjects ?? []
    return all.compactMap { $0 as? String }.filter { $0.hasSuffix(ending) }.sorted()
      .map { path + "/" + $0 }
  }
}
