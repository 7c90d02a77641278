/// Pairs by falling count, equal counts by rising ranks, in a binary heap.
struct PairQueue {
  struct Entry {
    var count: Int
    var left: UInt32
    var right: UInt32
    /// The trainer's number of the pair.
    var number: Int32

    /// Whether this pair merges before `other`.
    func precedes(_ other: Entry) -> Bool {
      if count != other.count { return count > other.count }
      return left != other.left ? left < other.left : right < other.right
    }
  }

  private var heap: [Entry] = []

  mutating func push(_ entry: Entry) {
    heap.append(entry)
    var i = heap.count - 1
    while i > 0, entry.precedes(heap[(i - 1) / 2]) {
      heap[i] = heap[(i - 1) / 2]
      i = (i - 1) / 2
    }
    heap[i] = entry
  }

  mutating func pop() -> Entry? {
    guard let top = heap.first, let last = heap.popLast() else { return nil }
    if heap.isEmpty { return top }
    var i = 0
    while true {
      var child = 2 * i + 1
      if child >= heap.count { break }
      if child + 1 < heap.count, heap[child + 1].precedes(heap[child]) { child += 1 }
      if !heap[child].precedes(last) { break }
      heap[i] = heap[child]
      i = child
    }
    heap[i] = last
    return top
  }
}
