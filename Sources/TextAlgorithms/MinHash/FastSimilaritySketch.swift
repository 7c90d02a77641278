/// Makes sketches of sets: the share of equal slots of two sketches estimates their Jaccard
/// similarity.
///
/// Fast Similarity Sketching (Dahlgaard, Knudsen, Thorup, FOCS 2017): each element is thrown into
/// one of k bins and the smallest value stays; rounds with other seeds fill only bins that are still
/// empty. O(n + k log k) expected. Seeds are fixed forever. One worker's; keeps its buffers.
package struct FastSimilaritySketch: ~Copyable {
  package let slots: Int
  private var rounds: Scratch<UInt64>
  private var distinct = Scratch<UInt64>()

  private static let seed: UInt64 = 0x7465_7874_6D69_6C6C
  private static let multiplier: UInt64 = 0x9E37_79B9_7F4A_7C15

  package init(slots: Int) {
    precondition(slots >= 1)
    self.slots = slots
    rounds = Scratch(capacity: slots)
  }

  /// Writes the sketch of the set of `shingles` (repeats don't matter) to `sketch`.
  ///
  /// All slots of an empty set are `UInt32.max`, which no other set has.
  package mutating func sketch(
    _ shingles: UnsafeBufferPointer<UInt64>, into sketch: UnsafeMutableBufferPointer<UInt32>
  ) {
    precondition(sketch.count == slots)
    sketch.update(repeating: .max)
    guard !shingles.isEmpty else { return }
    var empty = throwOnce(shingles, sketch)
    if empty == 0 { return }
    if shingles.count <= slots &* 16 {
      fill(shingles, sketch, &empty)
    } else {
      // Many elements leave a bin empty only when they are few distinct ones.
      distinct.grow(to: shingles.count)
      let copy = UnsafeMutableBufferPointer(start: distinct.base, count: shingles.count)
      _ = copy.initialize(from: shingles)
      let count = ShingleSet.make(copy)
      fill(UnsafeBufferPointer(start: distinct.base, count: count), sketch, &empty)
    }
  }

  /// The first round, which is nearly all of the work; returns how many bins stay empty.
  private func throwOnce(
    _ shingles: UnsafeBufferPointer<UInt64>, _ sketch: UnsafeMutableBufferPointer<UInt32>
  ) -> Int {
    guard let bins = sketch.baseAddress else { return 0 }
    let scale = UInt64(truncatingIfNeeded: slots)
    // SAFETY: the scaled bin is below `slots`.
    for shingle in shingles {
      let thrown = WideMultiply.fold(shingle ^ Self.seed, Self.multiplier)
      let bin = Int(truncatingIfNeeded: ((thrown >> 32) &* scale) >> 32)
      let value = min(UInt32(truncatingIfNeeded: thrown), .max &- 1)
      if value < bins[bin] { bins[bin] = value }
    }
    var empty = 0
    for bin in 0..<slots where bins[bin] == .max { empty &+= 1 }
    return empty
  }

  /// Throws again, with other seeds, until no bin is empty.
  private mutating func fill(
    _ shingles: UnsafeBufferPointer<UInt64>, _ sketch: UnsafeMutableBufferPointer<UInt32>,
    _ empty: inout Int
  ) {
    // The round stands above the value, so that what an earlier round left is never beaten.
    let scale = UInt64(truncatingIfNeeded: slots)
    let bins = rounds.base
    for bin in 0..<slots { bins[bin] = sketch[bin] == .max ? .max : UInt64(sketch[bin]) }
    var round: UInt64 = 1
    // SAFETY: the scaled bin is below `slots`.
    while empty > 0, round < scale {
      let seed = WideMultiply.scramble(Self.seed &+ round)
      for shingle in shingles {
        let thrown = WideMultiply.fold(shingle ^ seed, Self.multiplier)
        let bin = Int(truncatingIfNeeded: ((thrown >> 32) &* scale) >> 32)
        let value = round << 32 | thrown & 0xFFFF_FFFF
        if value < bins[bin] {
          if bins[bin] == .max { empty &-= 1 }
          bins[bin] = value
        }
      }
      round &+= 1
    }
    for bin in 0..<slots where bins[bin] != .max {
      // Values of different rounds must differ, also where they meet in one bin.
      let tint = UInt32(truncatingIfNeeded: bins[bin] >> 32) &* 0x9E37_79B1
      sketch[bin] = min(UInt32(truncatingIfNeeded: bins[bin]) ^ tint, .max &- 1)
    }
    if empty == 0 { return }
    for bin in 0..<slots where sketch[bin] == .max {
      let seed = WideMultiply.scramble(Self.seed &+ UInt64(truncatingIfNeeded: slots &+ bin))
      var least = UInt32.max &- 1
      for shingle in shingles {
        least = min(
          least,
          UInt32(truncatingIfNeeded: WideMultiply.fold(shingle ^ seed, Self.multiplier)))
      }
      sketch[bin] = least
    }
  }

  /// The share of equal slots: an unbiased estimate of the Jaccard similarity of two sets.
  package static func similarity(
    _ a: UnsafeBufferPointer<UInt32>, _ b: UnsafeBufferPointer<UInt32>
  ) -> Double {
    var equal = 0
    for slot in 0..<min(a.count, b.count) where a[slot] == b[slot] && a[slot] != .max {
      equal &+= 1
    }
    return a.isEmpty ? 0 : Double(equal) / Double(a.count)
  }
}
