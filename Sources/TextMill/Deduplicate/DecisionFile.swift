package import TextAlgorithms

/// The decisions about one shard's documents, in memory.
package struct DecisionFile: Sendable {
  private let records: [DecisionRecord]
  private let ids: [UInt8]

  /// Loads what a finder wrote.
  package init(path: String) throws(TextMillError) {
    let file = try BinaryFile(reading: path)
    let size = try BinaryFile.size(of: path)
    let stride = MemoryLayout<DecisionRecord>.stride
    let header = try file.values(UInt64.self, at: 0, count: 2)
    guard header[0] == DecisionWriter.magic,
      header[1] <= UInt64((size - DecisionWriter.headerSize) / stride)
    else {
      throw TextMillError(
        .inputOutput, "\(path): is no file of decisions", remedy: "Run again with --fresh.")
    }
    records = try file.values(at: DecisionWriter.headerSize, count: Int(header[1]))
    let start = DecisionWriter.headerSize + records.count * stride
    ids = try file.values(at: start, count: size - start)
  }

  package var count: Int { records.count }

  /// All decisions, sorted by (key, part, ordinal).
  package var decisions: [Decision] { records.indices.map(decision) }

  /// The decision about a document; nil when it stays and nothing was left out for it.
  ///
  /// Logarithmic.
  package func decision(key: ContentHash, part: Int, ordinal: Int) -> Decision? {
    var low = 0
    var high = records.count
    while low < high {
      let middle = (low + high) / 2
      let record = records[middle]
      let isBefore =
        record.key != key
        ? record.key < key : (Int(record.part), Int(record.ordinal)) < (part, ordinal)
      if isBefore { low = middle + 1 } else { high = middle }
    }
    guard low < records.count, records[low].key == key, Int(records[low].part) == part,
      Int(records[low].ordinal) == ordinal
    else { return nil }
    return decision(at: low)
  }

  private func decision(at index: Int) -> Decision {
    let record = records[index]
    let start = Int(record.idOffset)
    let end = start + Int(record.idLength)
    return Decision(
      key: record.key, part: Int(record.part), ordinal: Int(record.ordinal),
      reason: Decision.Reason(rawValue: UInt8(truncatingIfNeeded: record.reason)) ?? .keeper,
      keptKey: record.keptKey, keptPart: Int(record.keptPart),
      keptOrdinal: Int(record.keptOrdinal),
      keptID: end <= ids.count ? Array(ids[start..<end]) : [],
      similarity: record.similarity, clusterSize: Int(record.clusterSize))
  }
}
