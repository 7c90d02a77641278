internal import TextAlgorithms

/// Reads a file that `SketchWriter` wrote; may be used from several threads at once.
struct SketchFile: Sendable {
  let path: String
  let documents: Int
  private let index: [UInt32]
  private let idBytes: Int

  /// Reads header and index; a file of other options or of another shape is an error.
  init(path: String, fingerprint: UInt64) throws(TextMillError) {
    self.path = path
    let file = try BinaryFile(reading: path)
    let header = try file.values(UInt64.self, at: 0, count: 5)
    guard header[0] == SketchLayout.magic, header[1] == fingerprint,
      header[2] <= UInt64(UInt32.max), header[3] <= UInt64(UInt32.max)
    else {
      throw TextMillError(
        .inputOutput, "\(path): was not written by this version with these options",
        remedy: "Run again with --fresh.")
    }
    documents = Int(header[2])
    idBytes = Int(truncatingIfNeeded: header[4])
    index = try file.values(
      at: SketchLayout.headerSize, count: SketchLayout.partitions + 1)
  }

  private var entriesStart: Int {
    SketchLayout.tableStart + documents * MemoryLayout<SketchRecord>.stride
  }

  private var entryCount: Int { Int(index[SketchLayout.partitions]) }

  /// How many band entries stand in a range of partitions.
  func entryCount(in partitions: Range<Int>) -> Int {
    Int(index[partitions.upperBound]) - Int(index[partitions.lowerBound])
  }

  /// Calls `body` with each document in order.
  func forEachDocument(_ body: (Int, SketchRecord) throws -> Void) throws {
    let file = try BinaryFile(reading: path)
    let step = 8192
    for start in stride(from: 0, to: documents, by: step) {
      let records = try file.values(
        SketchRecord.self,
        at: SketchLayout.tableStart + start * MemoryLayout<SketchRecord>.stride,
        count: min(step, documents - start))
      for (i, record) in records.enumerated() { try body(start + i, record) }
    }
  }

  /// Calls `body` with the entries of a range of partitions, sorted by (hash, ordinal).
  func forEachEntry(in partitions: Range<Int>, _ body: (BandEntry) -> Void) throws {
    let count = entryCount(in: partitions)
    if count == 0 { return }
    let file = try BinaryFile(reading: path)
    let size = SketchLayout.entrySize
    let bytes = try file.values(
      UInt8.self, at: entriesStart + Int(index[partitions.lowerBound]) * size, count: count * size)
    bytes.withUnsafeBytes { raw in
      // SAFETY: `bytes` holds `count` entries of `size` bytes.
      for i in 0..<count {
        body(
          BandEntry(
            hash: raw.loadUnaligned(fromByteOffset: i * size, as: UInt64.self),
            document: raw.loadUnaligned(fromByteOffset: i * size + 8, as: UInt32.self)))
      }
    }
  }

  /// The ids of all documents in their order.
  func ids() throws -> [[UInt8]] {
    let start = entriesStart + entryCount * SketchLayout.entrySize
    let bytes: [UInt8] = try BinaryFile(reading: path).values(at: start, count: idBytes)
    var ids: [[UInt8]] = []
    ids.reserveCapacity(documents)
    try forEachDocument { _, record in
      let from = Int(record.idOffset)
      ids.append(Array(bytes[from..<(from + Int(record.idLength))]))
    }
    return ids
  }

  /// An open file for single documents.
  func open() throws(TextMillError) -> BinaryFile { try BinaryFile(reading: path) }

  func document(_ ordinal: Int, in file: BinaryFile) throws(TextMillError) -> SketchRecord {
    let offset = SketchLayout.tableStart + ordinal * MemoryLayout<SketchRecord>.stride
    return try file.values(SketchRecord.self, at: offset, count: 1)[0]
  }

  func id(of record: SketchRecord, in file: BinaryFile) throws(TextMillError) -> [UInt8] {
    let start = entriesStart + entryCount * SketchLayout.entrySize
    guard record.idOffset + UInt64(record.idLength) <= UInt64(idBytes) else {
      throw TextMillError(
        .inputOutput, "\(path): an id lies outside the file", remedy: "Run again with --fresh.")
    }
    return try file.values(
      at: start + Int(record.idOffset), count: Int(record.idLength))
  }
}
