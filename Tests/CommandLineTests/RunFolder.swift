import Foundation
import TextAlgorithms

@testable import TextMill

/// What a run left in its folder.
enum RunFolder {
  /// SHA-256 of every file but the reports, by path.
  static func sums(_ path: String) throws -> [String: String] {
    var sums: [String: String] = [:]
    for name in try FileManager.default.subpathsOfDirectory(atPath: path) {
      let file = "\(path)/\(name)"
      var isFolder: ObjCBool = false
      FileManager.default.fileExists(atPath: file, isDirectory: &isFolder)
      if isFolder.boolValue || name.hasPrefix("report.") { continue }
      sums[name] = SHA256.hexadecimal(SHA256.hash(Array(try Data(contentsOf: URL(filePath: file)))))
    }
    return sums
  }

  static func json(_ path: String) throws -> [String: Any] {
    let data = try Data(contentsOf: URL(filePath: path))
    return try JSONSerialization.jsonObject(with: data) as? [String: Any] ?? [:]
  }

  static func lines(_ path: String) throws -> [[String: Any]] {
    let text = String(decoding: try Data(contentsOf: URL(filePath: path)), as: UTF8.self)
    return try text.split(separator: "\n").map {
      try JSONSerialization.jsonObject(with: Data($0.utf8)) as? [String: Any] ?? [:]
    }
  }
}
