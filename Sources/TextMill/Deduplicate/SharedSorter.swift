/// A sorter that several threads append to.
///
/// Unchecked: the sorter is used under the monitor only, and handed out when all threads are done.
final class SharedSorter<Record: BitwiseCopyable & Comparable>: @unchecked Sendable {
  private let monitor = Monitor()
  private let sorter: ExternalSorter<Record>

  init(path: String, budget: Int, dropsRepeats: Bool = false) {
    sorter = ExternalSorter(path: path, budget: budget, dropsRepeats: dropsRepeats)
  }

  /// Appends the records and empties the array.
  func take(_ records: inout [Record]) throws {
    try monitor.locked { try sorter.append(contentsOf: records) }
    records.removeAll(keepingCapacity: true)
  }

  func finished() -> ExternalSorter<Record> { sorter }
}
