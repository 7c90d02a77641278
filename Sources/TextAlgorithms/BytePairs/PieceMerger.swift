/// Merges the bytes of one piece into tokens, lowest rank first.
///
/// Short pieces look through all pairs for the lowest; longer ones keep them in a heap. Both give the
/// same ids. Holds scratch memory, so it serves one caller at a time; its owner calls `deallocate`.
struct PieceMerger {
  /// Up to here looking through all pairs is faster than a heap.
  static let scanLimit = 96

  let tables: VocabularyTables
  private let starts: UnsafeMutablePointer<UInt32>
  private let ranks: UnsafeMutablePointer<UInt32>

  init(_ tables: VocabularyTables) {
    self.tables = tables
    starts = .allocate(capacity: PieceMerger.scanLimit + 2)
    ranks = .allocate(capacity: PieceMerger.scanLimit + 2)
  }

  func deallocate() {
    starts.deallocate()
    ranks.deallocate()
  }

  /// Writes the ids of the piece to `out`, which has room for `length`, and returns their number.
  // SAFETY: the padding past the piece is readable, `length` is at least 1.
  func merge(
    _ q: UnsafePointer<UInt8>, _ length: Int, _ out: UnsafeMutablePointer<UInt32>
  ) -> Int {
    if length > PieceMerger.scanLimit {
      var heap = MergeHeap(tables, q, length)
      return heap.merge(out)
    }
    return scan(q, length, out)
  }

  /// Part i spans `starts[i]..<starts[i + 1]`, its id is `out[i]`, and `ranks[i]` is the rank of
  /// its merge with the part after it. A token's rank is its id, so a merge never looks up its id again.
  private func scan(
    _ q: UnsafePointer<UInt8>, _ length: Int, _ out: UnsafeMutablePointer<UInt32>
  ) -> Int {
    let none = VocabularyTables.none
    for i in 0..<length {
      starts[i] = UInt32(truncatingIfNeeded: i)
      out[i] = tables.idOfByte[Int(q[i])]
      ranks[i] = i &+ 1 < length ? tables.rankOfPair[Int(q[i]) | Int(q[i &+ 1]) << 8] : none
    }
    starts[length] = UInt32(truncatingIfNeeded: length)
    var count = length
    while true {
      var lowest = none
      var at = 0
      for i in 0..<(count &- 1) where ranks[i] < lowest {
        lowest = ranks[i]
        at = i
      }
      if lowest == none { return count }
      count &-= 1
      out[at] = lowest
      var i = at &+ 1
      while i < count {
        starts[i] = starts[i &+ 1]
        ranks[i] = ranks[i &+ 1]
        out[i] = out[i &+ 1]
        i &+= 1
      }
      starts[count] = starts[count &+ 1]
      ranks[at] = at &+ 1 < count ? rank(q, at) : none
      if at > 0 { ranks[at &- 1] = rank(q, at &- 1) }
    }
  }

  /// The rank of parts `i` and `i + 1` together.
  @inline(__always)
  private func rank(_ q: UnsafePointer<UInt8>, _ i: Int) -> UInt32 {
    let start = Int(starts[i])
    return tables.rank(q + start, Int(starts[i &+ 2]) &- start)
  }

  /// The ids of a piece of any length, from a padded copy of it.
  func encodeHuge(_ piece: UnsafeBufferPointer<UInt8>) -> [UInt32] {
    let text = Array(piece) + Array(repeating: 0, count: VocabularyTables.padding)
    return text.withUnsafeBufferPointer { text in
      let q = text.baseAddress!
      let whole = tables.rank(q, piece.count)
      if whole != VocabularyTables.none { return [whole] }
      return [UInt32](unsafeUninitializedCapacity: piece.count) { out, count in
        count = merge(q, piece.count, out.baseAddress!)
      }
    }
  }
}
