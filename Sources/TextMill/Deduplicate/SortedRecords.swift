/// A stream of records in order, merged from sorted runs.
final class SortedRecords<Record: BitwiseCopyable & Comparable> {
  private var merge: RunMerge<Record>

  init(memory: [Record]) { merge = RunMerge(memory: memory) }

  /// `budget` is how many records may be in memory.
  init(file: BinaryFile, runs: [Range<Int>], budget: Int) {
    merge = RunMerge(file: file, runs: runs, budget: budget)
  }

  /// The next record, or nil after the last.
  func next() throws -> Record? { try merge.next() }

  /// Calls `body` with the rest of the records, in order.
  func visit(_ body: (Record) throws -> Void) throws {
    while let record = try merge.next() { try body(record) }
  }
}
