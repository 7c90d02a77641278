import Foundation
import Testing

@Suite struct ArchitectureTests {
  /// The package's folder, found from this file.
  static let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent()

  static func sources(_ module: String) throws -> [(String, String)] {
    let folder = root.appending(path: "Sources/\(module)")
    let names = try FileManager.default.subpathsOfDirectory(atPath: folder.path)
    return try names.filter { $0.hasSuffix(".swift") }.map {
      ($0, try String(contentsOf: folder.appending(path: $0), encoding: .utf8))
    }
  }

  @Test func `the workshop knows no files, no Foundation and nothing above it`() throws {
    let sources = try Self.sources("TextAlgorithms")
    #expect(!sources.isEmpty)
    for (name, text) in sources {
      for module in ["Foundation", "TextMill", "Dispatch", "Yams", "ArgumentParser"] {
        #expect(!text.contains("import \(module)"), "\(name) imports \(module)")
      }
    }
  }

  @Test func `the house knows nothing of the door`() throws {
    let sources = try Self.sources("TextMill")
    #expect(!sources.isEmpty)
    for (name, text) in sources {
      #expect(!text.contains("import ArgumentParser"), "\(name) imports ArgumentParser")
    }
  }
}
