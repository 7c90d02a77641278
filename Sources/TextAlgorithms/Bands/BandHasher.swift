/// Hashes the bands of a sketch: two sets become a candidate pair when one band is equal.
package struct BandHasher: Sendable {
  package let bands: Int
  package let rows: Int
  /// The number of the first band: bands of other numbers never meet.
  private let first: Int

  package init(bands: Int, rows: Int, first: Int = 0) {
    precondition(bands >= 1 && rows >= 1)
    self.bands = bands
    self.rows = rows
    self.first = first
  }

  /// How many slots the sketch has.
  package var slots: Int { bands * rows }

  /// The hash of one band; the band's number is part of it, so that all bands can share a table.
  @inline(__always)
  package func hash(band: Int, of sketch: UnsafeBufferPointer<UInt32>) -> UInt64 {
    var hash = WideMultiply.scramble(
      UInt64(truncatingIfNeeded: first &+ band) &+ 0x6A09_E667_F3BC_C908)
    for slot in (band &* rows)..<(band &* rows &+ rows) {
      hash =
        WideMultiply.fold(
          hash ^ UInt64(sketch[slot]), 0xBB67_AE85_84CA_A73B &+ UInt64(truncatingIfNeeded: slot))
        ^ hash << 7
    }
    return WideMultiply.scramble(hash)
  }

  /// The probability that sets of this similarity become candidates: 1 − (1 − Jʳ)ᵇ.
  package func candidateProbability(similarity: Double) -> Double {
    var row = 1.0
    for _ in 0..<rows { row *= similarity }
    var missed = 1.0
    for _ in 0..<bands { missed *= 1 - row }
    return 1 - missed
  }
}
