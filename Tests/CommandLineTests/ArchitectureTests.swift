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

  /// Folders of the house that do one thing to documents. The rest is for all of them, but for the
  /// pipeline, which knows every stage and which no stage knows.
  static let stages = [
    "Read", "Extract", "TrimReply", "Normalize", "Redact", "Filter", "Decontaminate", "Deduplicate",
    "Converse",
    "Chunk", "Tokenize", "Write",
  ]

  static var declaration: Regex<(Substring, Substring)> {
    /(?m)^(?:(?:package|public|internal|final|indirect) )*(?:struct|enum|class|protocol|actor) (\w+)/
  }

  /// The text without its comments.
  static func code(_ text: String) -> String {
    text.split(separator: "\n", omittingEmptySubsequences: false)
      .map { $0.prefix(upTo: $0.firstRange(of: "//")?.lowerBound ?? $0.endIndex) }
      .joined(separator: "\n")
  }

  @Test func `a stage of the house names no type of another stage nor of the pipeline`() throws {
    var files: [(stage: String, name: String, words: Set<Substring>)] = []
    var owners: [Substring: String] = [:]
    for (name, text) in try Self.sources("TextMill") {
      guard let stage = name.split(separator: "/").first.map(String.init),
        Self.stages.contains(stage) || stage == "Pipeline"
      else { continue }
      let code = Self.code(text)
      for match in code.matches(of: Self.declaration) { owners[match.1] = stage }
      let words = Set(code.split { !$0.isLetter && !$0.isNumber && $0 != "_" })
      if stage != "Pipeline" { files.append((stage, name, words)) }
    }
    for stage in Self.stages {
      #expect(owners.values.contains(stage), "\(stage) declares no type: is the list right?")
    }
    for file in files {
      for word in file.words.sorted() {
        guard let owner = owners[word] else { continue }
        #expect(owner == file.stage, "\(file.name) names \(word) of \(owner)")
      }
    }
  }
}
