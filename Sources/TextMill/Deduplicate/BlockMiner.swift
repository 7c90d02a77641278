/// Finds the blocks that stand in many documents of a site. O(n log n) in the blocks, in bounded memory.
package enum BlockMiner {
  /// Bytes of records that are sorted in memory.
  private static let budget = 64 << 20

  /// Mines the files of all parts; the outcome doesn't depend on how the input was cut into parts.
  package static func mine(
    _ files: [String], options: DeduplicateOptions.RepeatedBlocks, workFile: String
  ) throws -> RepeatedBlocks {
    let sorter = ExternalSorter<BlockRecord>(path: workFile, budget: budget)
    for path in files {
      try BlockFile(path: path).forEachBatch { try sorter.append(contentsOf: $0) }
    }
    var found: [RepeatedBlocks.Entry] = []
    var (site, block): (UInt64, UInt64) = (0, 0)
    var (documents, wanted): (Int, Int) = (0, Int.max)
    var last: UInt64?
    var lastKept: UInt64 = 0
    func close() {
      if documents == 0 { return }
      if block == 0 {
        let share = (options.minShare * Double(documents)).rounded(.up)
        wanted = max(options.minDocuments, Int(share))
      } else if documents >= wanted {
        found.append(
          .init(
            site: site, block: block, documents: UInt64(documents), lastKept: lastKept))
      }
    }
    try sorter.sorted().visit { record in
      if record.site != site || record.block != block || documents == 0 {
        close()
        (site, block, documents, last, lastKept) = (record.site, record.block, 0, nil, 0)
      }
      if record.document == last { return }
      last = record.document
      documents += 1
      if documents <= options.keptDocuments { lastKept = record.document }
    }
    close()
    return RepeatedBlocks(entries: found)
  }
}
