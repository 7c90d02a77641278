/// Files that collect the shingles of documents, one for each batch of verification.
///
/// A document is a word `rank << 32 | count` and `count` words. Unchecked: `monitor` guards the files.
final class BatchStore: @unchecked Sendable {
  private let folder: String
  private let monitor = Monitor()

  init(folder: String) { self.folder = folder }

  func path(_ batch: Int) -> String { "\(folder)/batch-\(batch)" }

  /// Appends whole documents to the file of a batch and empties the array.
  func take(_ words: inout [UInt64], batch: Int) throws {
    try monitor.locked {
      let file = try BinaryFile(appending: path(batch))
      try file.write(words)
      try file.flush()
    }
    words.removeAll(keepingCapacity: true)
  }

  /// All words of a batch, whose file is removed.
  func load(_ batch: Int) throws -> [UInt64] {
    let path = path(batch)
    defer { BinaryFile.remove(path) }
    let size = try BinaryFile.size(of: path)
    return try BinaryFile(reading: path).values(at: 0, count: size / 8)
  }
}
