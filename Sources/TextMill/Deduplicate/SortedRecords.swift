/// A stream of records in order, merged from sorted runs.
final class SortedRecords<Record: BitwiseCopyable & Comparable> {
  private struct Run {
    var block: [Record]
    var position = 0
    var rest: Range<Int>
  }

  private let file: BinaryFile?
  private var runs: [Run]
  /// Indexes of runs that hold records, as a heap by the record they come to next.
  private var heap: [Int] = []
  private let blockCount: Int
  private var isPrimed = true

  init(memory: [Record]) {
    file = nil
    blockCount = 0
    runs = [Run(block: memory, rest: 0..<0)]
    if !memory.isEmpty { heap = [0] }
  }

  init(file: BinaryFile, runs: [Range<Int>], budget: Int) {
    self.file = file
    blockCount = max(256, budget / 2 / max(1, runs.count))
    self.runs = runs.map { Run(block: [], rest: $0) }
    isPrimed = false
  }

  /// The next record, or nil after the last.
  func next() throws -> Record? {
    if !isPrimed { try prime() }
    guard let top = heap.first else { return nil }
    let record = runs[top].block[runs[top].position]
    runs[top].position += 1
    if runs[top].position == runs[top].block.count, try !fill(top) {
      heap[0] = heap[heap.count - 1]
      heap.removeLast()
    }
    sink(0)
    return record
  }

  func forEach(_ body: (Record) throws -> Void) throws {
    while let record = try next() { try body(record) }
  }

  private func prime() throws {
    isPrimed = true
    for index in runs.indices where try fill(index) { heap.append(index) }
    for index in stride(from: heap.count / 2 - 1, through: 0, by: -1) { sink(index) }
  }

  /// Reads the next block of a run; false when the run is used up.
  private func fill(_ index: Int) throws -> Bool {
    let rest = runs[index].rest
    guard let file, !rest.isEmpty else { return false }
    let end = min(rest.upperBound, rest.lowerBound + blockCount)
    runs[index].block = try file.values(
      at: rest.lowerBound * MemoryLayout<Record>.stride, count: end - rest.lowerBound)
    runs[index].position = 0
    runs[index].rest = end..<rest.upperBound
    return true
  }

  private func precedes(_ a: Int, _ b: Int) -> Bool {
    runs[a].block[runs[a].position] < runs[b].block[runs[b].position]
  }

  private func sink(_ start: Int) {
    var at = start
    while true {
      var least = at
      let left = 2 * at + 1
      if left < heap.count, precedes(heap[left], heap[least]) { least = left }
      if left + 1 < heap.count, precedes(heap[left + 1], heap[least]) { least = left + 1 }
      if least == at { return }
      heap.swapAt(at, least)
      at = least
    }
  }
}
