/// The pairs of a long piece in a binary heap, so that merging takes n log n on whatever input.
struct MergeHeap {
  private let tables: VocabularyTables
  private let q: UnsafePointer<UInt8>
  private let length: Int
  /// Parts are named by where they begin; of each, where the next and the one before begin.
  private var next: [UInt32]
  private var previous: [UInt32]
  /// The id of the part that begins here.
  private var ids: [UInt32]
  /// The rank of the merge of the part that begins here with its next.
  private var ranks: [UInt32]
  /// Rank above start: the lowest rank comes first and of equal ones the leftmost. Entries whose rank
  /// is no longer that of their start are stale and skipped.
  private var heap: [UInt64] = []

  init(_ tables: VocabularyTables, _ q: UnsafePointer<UInt8>, _ length: Int) {
    precondition(length < Int(UInt32.max), "a piece of 4 GB")
    self.tables = tables
    self.q = q
    self.length = length
    next = (0..<length).map { UInt32(truncatingIfNeeded: $0 &+ 1) }
    previous = (0..<length).map { UInt32(truncatingIfNeeded: max(0, $0 &- 1)) }
    ids = (0..<length).map { tables.idOfByte[Int(q[$0])] }
    ranks = Array(repeating: VocabularyTables.none, count: length)
    for i in 0..<(length - 1) {
      ranks[i] = tables.rankOfPair[Int(q[i]) | Int(q[i &+ 1]) << 8]
      if ranks[i] != VocabularyTables.none { heap.append(UInt64(ranks[i]) << 32 | UInt64(i)) }
    }
    for i in stride(from: heap.count / 2 - 1, through: 0, by: -1) { sink(i) }
  }

  /// Merges all there is to merge, writes the ids to `out` and returns their number.
  mutating func merge(_ out: UnsafeMutablePointer<UInt32>) -> Int {
    while let top = heap.first {
      let start = Int(top & 0xFFFF_FFFF)
      let rank = UInt32(truncatingIfNeeded: top >> 32)
      if ranks[start] != rank {
        removeTop()
        continue
      }
      let second = Int(next[start])
      let third = Int(next[second])
      next[start] = UInt32(truncatingIfNeeded: third)
      if third < length { previous[third] = UInt32(truncatingIfNeeded: start) }
      ids[start] = rank
      ranks[second] = VocabularyTables.none
      removeTop()
      update(start)
      if start > 0 { update(Int(previous[start])) }
    }
    var count = 0
    var i = 0
    while i < length {
      out[count] = ids[i]
      count &+= 1
      i = Int(next[i])
    }
    return count
  }

  private mutating func update(_ start: Int) {
    let second = Int(next[start])
    var rank = VocabularyTables.none
    if second < length { rank = tables.rank(q + start, Int(next[second]) &- start) }
    ranks[start] = rank
    if rank != VocabularyTables.none { push(UInt64(rank) << 32 | UInt64(start)) }
  }

  private mutating func push(_ entry: UInt64) {
    heap.append(entry)
    var i = heap.count &- 1
    while i > 0 {
      let parent = (i &- 1) / 2
      if heap[parent] <= entry { break }
      heap[i] = heap[parent]
      i = parent
    }
    heap[i] = entry
  }

  private mutating func removeTop() {
    let last = heap.removeLast()
    if heap.isEmpty { return }
    heap[0] = last
    sink(0)
  }

  private mutating func sink(_ from: Int) {
    let entry = heap[from]
    var i = from
    while true {
      var child = 2 &* i &+ 1
      if child >= heap.count { break }
      if child &+ 1 < heap.count, heap[child &+ 1] < heap[child] { child &+= 1 }
      if heap[child] >= entry { break }
      heap[i] = heap[child]
      i = child
    }
    heap[i] = entry
  }
}
