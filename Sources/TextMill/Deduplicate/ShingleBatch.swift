internal import TextAlgorithms

/// The shingles (or sketches) of the documents of one batch, found by rank.
struct ShingleBatch {
  private let words: [UInt64]
  /// Ranks in order, each above the offset of its document's words.
  private var places: [(rank: UInt32, start: Int, count: Int)] = []

  init(words: [UInt64]) {
    self.words = words
    var at = 0
    while at < words.count {
      let count = Int(words[at] & 0xFFFF_FFFF)
      places.append((UInt32(words[at] >> 32), at + 1, count))
      at += count + 1
    }
    places.sort { $0.rank < $1.rank }
  }

  /// The similarity of two documents of the batch when it reaches the threshold, else nil.
  func similarity(_ a: UInt32, _ b: UInt32, _ near: DeduplicateOptions.Near) -> Double? {
    guard let a = place(of: a), let b = place(of: b) else { return nil }
    return words.withUnsafeBufferPointer { words in
      let a = UnsafeBufferPointer(rebasing: words[a])
      let b = UnsafeBufferPointer(rebasing: words[b])
      if near.verify { return ShingleSet.jaccard(a, b, atLeast: near.similarity) }
      let slots = near.bands * near.rows
      let estimate = a.withMemoryRebound(to: UInt32.self) { a in
        b.withMemoryRebound(to: UInt32.self) { b in
          FastSimilaritySketch.similarity(
            UnsafeBufferPointer(rebasing: a[..<slots]), UnsafeBufferPointer(rebasing: b[..<slots]))
        }
      }
      return estimate >= near.similarity ? estimate : nil
    }
  }

  private func place(of rank: UInt32) -> Range<Int>? {
    var low = 0
    var high = places.count
    while low < high {
      let middle = (low + high) / 2
      if places[middle].rank < rank { low = middle + 1 } else { high = middle }
    }
    guard low < places.count, places[low].rank == rank else { return nil }
    return places[low].start..<(places[low].start + places[low].count)
  }
}
