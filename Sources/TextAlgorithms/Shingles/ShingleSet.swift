/// Sets of shingles as sorted arrays without repeats.
package enum ShingleSet {
  /// Sorts the hashes in place and drops repeats; returns how many are left at the front.
  /// O(n log n).
  package static func make(_ hashes: UnsafeMutableBufferPointer<UInt64>) -> Int {
    if hashes.count < 2 { return hashes.count }
    var sorted = hashes
    sorted.sort()
    var end = 1
    for i in 1..<hashes.count where hashes[i] != hashes[end &- 1] {
      hashes[end] = hashes[i]
      end &+= 1
    }
    return end
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
