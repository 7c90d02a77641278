/// Sorts any number of plain records in bounded memory: sorted runs on disk, merged when read.
///
/// The order is that of `<` alone; records that are equal by `<` must be equal in all bits, so that
/// the outcome never depends on the budget. Records are kept as often as they come, or, with
/// `dropsRepeats`, at least once. O(n log n).
final class ExternalSorter<Record: BitwiseCopyable & Comparable> {
  private let path: String
  private let limit: Int
  private let dropsRepeats: Bool
  private var current: [Record] = []
  private var runs: [Range<Int>] = []
  private var file: BinaryFile?
  private var isFinished = false
  private(set) var count = 0

  /// `path` is where runs go when there are more than `budget` bytes of records.
  init(path: String, budget: Int, dropsRepeats: Bool = false) {
    self.path = path
    self.dropsRepeats = dropsRepeats
    limit = max(1024, budget / MemoryLayout<Record>.stride)
  }

  deinit { if file != nil { BinaryFile.remove(path) } }

  func append(_ record: Record) throws {
    current.append(record)
    count += 1
    if current.count >= limit { try spill() }
  }

  func append(contentsOf records: [Record]) throws {
    for record in records { try append(record) }
  }

  private func sortCurrent() {
    current.sort()
    if !dropsRepeats || current.count < 2 { return }
    var end = 1
    for i in 1..<current.count where current[i] != current[end - 1] {
      current[end] = current[i]
      end += 1
    }
    current.removeSubrange(end...)
  }

  private func spill() throws {
    sortCurrent()
    if dropsRepeats, isFinished == false, current.count < limit / 2 { return }
    let file = try self.file ?? BinaryFile(creating: path)
    self.file = file
    let start = file.size / MemoryLayout<Record>.stride
    try file.write(current)
    runs.append(start..<(start + current.count))
    current.removeAll(keepingCapacity: true)
  }

  /// All records in order; may be called again for another pass. Nothing may be appended after.
  func sorted() throws -> SortedRecords<Record> {
    if !isFinished {
      isFinished = true
      if file == nil {
        sortCurrent()
      } else {
        if !current.isEmpty { try spill() }
        current = []
        try file?.flush()
      }
    }
    guard let file else { return SortedRecords(memory: current) }
    return SortedRecords(file: file, runs: runs, budget: limit)
  }
}
