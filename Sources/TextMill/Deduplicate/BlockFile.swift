/// Reads what a `BlockCounter` wrote.
struct BlockFile {
  private let file: BinaryFile
  private let documents: Int
  private let count: Int

  init(path: String) throws(TextMillError) {
    file = try BinaryFile(reading: path)
    let head: [UInt64] = try file.values(at: 0, count: 3)
    guard head[0] == BlockCounter.magic else {
      throw TextMillError(
        .inputOutput, "\(path): an intermediate file is damaged", remedy: "Run again with --fresh.")
    }
    documents = Int(head[1])
    count = Int(head[2])
  }

  /// The priorities of the part's documents, in their order.
  func priorities() throws(TextMillError) -> [UInt64] {
    try file.values(at: 24, count: documents)
  }

  /// Calls `body` with all records in their order, some thousands at a time.
  func forEachBatch(_ body: ([BlockRecord]) throws -> Void) throws {
    var done = 0
    while done < count {
      let size = min(16_384, count - done)
      try body(file.values(at: 24 + 8 * documents + 24 * done, count: size))
      done += size
    }
  }
}
