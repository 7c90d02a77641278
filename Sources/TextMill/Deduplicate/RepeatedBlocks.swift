package import TextAlgorithms

/// The blocks that stand in many documents, and in which of them each stays.
package struct RepeatedBlocks: Equatable, Sendable {
  /// One block of one site.
  package struct Entry: BitwiseCopyable, Equatable, Sendable {
    var site: UInt64
    var block: UInt64
    /// How many documents hold it.
    package var documents: UInt64
    /// The block stays in documents whose key's leading bits are at most this; 0: in none.
    var lastKept: UInt64
  }

  /// Sorted by site and block.
  private let entries: [Entry]

  init(entries: [Entry]) { self.entries = entries }

  /// How many blocks there are.
  package var count: Int { entries.count }

  /// The entry of a block, found in O(log n).
  func entry(site: UInt64, block: UInt64) -> Entry? {
    var (low, high) = (0, entries.count)
    while low < high {
      let middle = (low + high) / 2
      let entry = entries[middle]
      if (entry.site, entry.block) < (site, block) { low = middle + 1 } else { high = middle }
    }
    guard low < entries.count, entries[low].site == site, entries[low].block == block else {
      return nil
    }
    return entries[low]
  }

  /// Writes all entries to `path`, whole or not at all.
  package func write(to path: String) throws(TextMillError) {
    let bytes = entries.withUnsafeBytes { Array($0) }
    try AtomicFile.write(bytes, to: path)
  }

  /// Reads what `write` wrote.
  package init(path: String) throws(TextMillError) {
    let file = try BinaryFile(reading: path)
    entries = try file.values(at: 0, count: BinaryFile.size(of: path) / MemoryLayout<Entry>.size)
  }
}
