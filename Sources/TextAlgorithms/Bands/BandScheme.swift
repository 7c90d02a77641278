/// Which bands stand for a set: those asked for, and lower, more numerous ones for small sets.
///
/// A sketch of a small set repeats few elements in many slots, and equal small texts are many, so that one
/// missed pair of texts is many missed pairs of documents. Sets of up to `smallSet` elements are therefore
/// banded with three quarters of the rows (8 → 6), which turns the same slots into more bands (14 → 18):
/// the probability of a candidate rises from 0.92 to 0.996 at a similarity of 0.8, and small sets are
/// cheap to verify. Sets that can still resemble a small one, up to `smallSet` / similarity, have both.
package struct BandScheme: Sendable {
  /// The most elements of a small set.
  package static let smallSet = 40
  /// Fewer rows than this are left as they are.
  static let fewRows = 4

  package let hasher: BandHasher
  package let smallHasher: BandHasher?
  private let reach: Int
  private let similarity: Double

  /// `similarity` is the threshold of a duplicate: 0…1.
  package init(bands: Int, rows: Int, similarity: Double) {
    hasher = BandHasher(bands: bands, rows: rows)
    self.similarity = similarity
    smallHasher =
      rows < BandScheme.fewRows
      ? nil : BandHasher(bands: bands * rows / (rows * 3 / 4), rows: rows * 3 / 4, first: bands)
    reach = BandScheme.reach(similarity: similarity)
  }

  /// The most elements of a set that can resemble a small one.
  package static func reach(similarity: Double) -> Int {
    Int((Double(smallSet) / max(similarity, 0.01)).rounded(.up))
  }

  /// Appends the hashes of the bands of a set of `count` elements, at least one; returns how many.
  ///
  /// Above a similarity of one half a set of one element resembles only its equals, and one band finds
  /// them all.
  package func append(
    of sketch: UnsafeBufferPointer<UInt32>, count: Int, to hashes: inout [UInt64]
  ) -> Int {
    let before = hashes.count
    let isAlone = count == 1 && similarity > 0.5
    func add(_ hasher: BandHasher) {
      for band in 0..<(isAlone ? 1 : hasher.bands) {
        hashes.append(hasher.hash(band: band, of: sketch))
      }
    }
    if let smallHasher, count <= reach { add(smallHasher) }
    if smallHasher == nil || count > BandScheme.smallSet { add(hasher) }
    return hashes.count - before
  }
}
