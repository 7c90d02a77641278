/// Merges sorted runs of a file, a block of each in memory. Logarithmic in the runs for each record.
struct RunMerge<Record: BitwiseCopyable & Comparable> {
  private struct Run {
    var block: [Record]
    var position = 0
    var rest: Range<Int>
  }

  private let file: BinaryFile?
  private let blockCount: Int
  private var isPrimed = true
  private var runs: [Run]
  /// Runs that hold records, as a heap by the record they come to next.
  private var heap: [(record: Record, run: Int)] = []

  init(memory: [Record]) {
    file = nil
    blockCount = 0
    runs = [Run(block: memory, rest: 0..<0)]
    if let first = memory.first { heap = [(first, 0)] }
  }

  init(file: BinaryFile, runs: [Range<Int>], budget: Int) {
    self.file = file
    blockCount = max(256, budget / 2 / max(1, runs.count))
    self.runs = runs.map { Run(block: [], rest: $0) }
    isPrimed = false
  }

  /// The next record, or nil after the last.
  mutating func next() throws -> Record? {
    if !isPrimed { try prime() }
    guard let (record, run) = heap.first else { return nil }
    runs[run].position += 1
    if runs[run].position < runs[run].block.count {
      heap[0].record = runs[run].block[runs[run].position]
    } else if try fill(run) {
      heap[0].record = runs[run].block[0]
    } else {
      heap[0] = heap[heap.count - 1]
      heap.removeLast()
    }
    if heap.count > 1 { sink(0) }
    return record
  }

  private mutating func prime() throws {
    isPrimed = true
    for run in runs.indices where try fill(run) { heap.append((runs[run].block[0], run)) }
    for index in stride(from: heap.count / 2 - 1, through: 0, by: -1) { sink(index) }
  }

  /// Reads the next block of a run; false when the run is used up.
  private mutating func fill(_ run: Int) throws -> Bool {
    let rest = runs[run].rest
    guard let file, !rest.isEmpty else {
      runs[run].block = []
      return false
    }
    let end = min(rest.upperBound, rest.lowerBound + blockCount)
    runs[run].block = try file.values(
      at: rest.lowerBound * MemoryLayout<Record>.stride, count: end - rest.lowerBound)
    runs[run].position = 0
    runs[run].rest = end..<rest.upperBound
    return true
  }

  private mutating func sink(_ start: Int) {
    let count = heap.count
    let item = heap[start]
    var at = start
    while true {
      var child = 2 * at + 1
      if child >= count { break }
      if child + 1 < count, heap[child + 1].record < heap[child].record { child += 1 }
      if !(heap[child].record < item.record) { break }
      heap[at] = heap[child]
      at = child
    }
    heap[at] = item
  }
}
