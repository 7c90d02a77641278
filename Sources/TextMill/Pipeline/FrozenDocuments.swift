package import TextAlgorithms

/// The documents that stay in test, whatever their group's hash says.
struct FrozenDocuments: Sendable {
  /// The leading halves of the documents' keys.
  private var keys: Set<UInt64> = []
  /// SHA-256 of the keys, for the run's fingerprint.
  private(set) var sha256 = ""

  /// Reads the test documents of a run, or a file of ids: one a line, or objects with `document_id` or `id`.
  init(_ path: String) throws {
    let run = RunDirectory(path)
    var files = [path]
    if FileSystem.isFolder(path) {
      files = try Manifest.read(run).files.map(\.path).filter { path in
        path.hasPrefix("metadata/") && path.split(separator: "/").last?.hasPrefix("test-") == true
      }.map { "\(path)/\($0)" }
    }
    let hash = SHA256()
    for file in files {
      try DatasetReader.forEachLine(file) { line in
        guard let id = FrozenDocuments.id(on: line) else { return }
        keys.insert(DocumentKey(id: id, hash: hash).high)
      }
    }
    var bytes: [UInt8] = []
    for key in keys.sorted() { PartFile.append(key, to: &bytes) }
    sha256 = SHA256.hexadecimal(SHA256.hash(bytes))
  }

  private static func id(on line: UnsafeBufferPointer<UInt8>) -> String? {
    if line.first == 0x7B, let row = try? JSONValue(parsing: line) {
      return row["document_id"]?.string ?? row["id"]?.string
    }
    let text = line.drop { $0 <= 0x20 }.reversed().drop { $0 <= 0x20 }.reversed()
    return text.isEmpty ? nil : String(decoding: Array(text), as: UTF8.self)
  }

  func contains(_ key: DocumentKey) -> Bool { keys.contains(key.high) }
}
