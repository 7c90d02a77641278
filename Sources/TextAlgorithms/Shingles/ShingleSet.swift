/// Sets of shingles as sorted arrays without repeats.
package enum ShingleSet {
  /// Sorts the hashes in place and drops repeats; returns how many are left at the front.
  /// Linear for hashes that spread evenly, else O(n log n).
  package static func make(_ hashes: UnsafeMutableBufferPointer<UInt64>) -> Int {
    if hashes.count < 2 { return hashes.count }
    sort(hashes)
    var end = 1
    for i in 1..<hashes.count where hashes[i] != hashes[end &- 1] {
      hashes[end] = hashes[i]
      end &+= 1
    }
    return end
  }

  /// Sorts by counting leading bits into about as many buckets as there are hashes, then by
  /// insertion within buckets of a few.
  private static func sort(_ hashes: UnsafeMutableBufferPointer<UInt64>) {
    var all = hashes
    let count = hashes.count
    if count < 32 || count > 1 << 24 {
      all.sort()
      return
    }
    let bits = Int.bitWidth - 1 - count.leadingZeroBitCount
    let shift = UInt64(64 - bits)
    withUnsafeTemporaryAllocation(of: UInt64.self, capacity: count) { copy in
      withUnsafeTemporaryAllocation(of: Int32.self, capacity: (1 << bits) + 1) { ends in
        _ = copy.initialize(from: hashes)
        ends.initialize(repeating: 0)
        // SAFETY: the leading bits of a hash are below 1 << bits, and buckets fill up to `count`.
        for hash in copy { ends[Int(truncatingIfNeeded: hash &>> shift) &+ 1] &+= 1 }
        var largest: Int32 = 0
        for bucket in 1...(1 << bits) {
          largest = max(largest, ends[bucket])
          ends[bucket] &+= ends[bucket &- 1]
        }
        for hash in copy {
          let bucket = Int(truncatingIfNeeded: hash &>> shift)
          hashes[Int(ends[bucket])] = hash
          ends[bucket] &+= 1
        }
        if largest > 64 {
          all.sort()
        } else {
          insertionSort(hashes)
        }
      }
    }
  }

  private static func insertionSort(_ hashes: UnsafeMutableBufferPointer<UInt64>) {
    for i in 1..<hashes.count {
      let hash = hashes[i]
      var at = i
      while at > 0, hashes[at &- 1] > hash {
        hashes[at] = hashes[at &- 1]
        at &-= 1
      }
      hashes[at] = hash
    }
  }

  /// The Jaccard similarity of two sets when it is at least `threshold`, else nil.
  ///
  /// The figure is |a ∩ b| / |a ∪ b|, rounded once. Two empty sets have similarity 0. Linear; stops
  /// as soon as the threshold is out of reach.
  package static func jaccard(
    _ a: UnsafeBufferPointer<UInt64>, _ b: UnsafeBufferPointer<UInt64>, atLeast threshold: Double
  ) -> Double? {
    let total = a.count &+ b.count
    // The fewest common shingles with which the threshold can hold; one less for rounding.
    let needed = Int(threshold * Double(total) / (1 + threshold)) &- 1
    var spare = min(a.count, b.count) &- needed
    if spare < 0 { return nil }
    // What only the smaller set holds is what can still be missed.
    let (small, large) = a.count <= b.count ? (a, b) : (b, a)
    var common = 0
    var i = 0
    var j = 0
    while i < small.count, j < large.count {
      let x = small[i]
      let y = large[j]
      if x == y {
        common &+= 1
        i &+= 1
        j &+= 1
      } else if x < y {
        i &+= 1
        spare &-= 1
        if spare < 0 { return nil }
      } else {
        j &+= 1
      }
    }
    let union = total &- common
    let similarity = union == 0 ? 0 : Double(common) / Double(union)
    return similarity >= threshold ? similarity : nil
  }
}
