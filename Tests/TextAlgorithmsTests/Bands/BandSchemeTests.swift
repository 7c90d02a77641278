import Testing

@testable import TextAlgorithms

@Suite struct BandSchemeTests {
  private let scheme = BandScheme(bands: 14, rows: 8, similarity: 0.8)

  private func bands(_ set: [UInt64], _ scheme: BandScheme) -> Set<UInt64> {
    let sketch = FastSimilaritySketchTests.sketch(set, slots: scheme.hasher.slots)
    var hashes: [UInt64] = []
    sketch.withUnsafeBufferPointer { _ = scheme.append(of: $0, count: set.count, to: &hashes) }
    return Set(hashes)
  }

  @Test(arguments: [12, 23, 38]) func `small similar sets are nearly always candidates`(size: Int) {
    var random = SeededGenerator(seed: UInt64(size))
    var candidates = 0
    for _ in 0..<500 {
      let (a, b, _) = FastSimilaritySketchTests.pair(size: size, similarity: 0.84, using: &random)
      candidates += bands(a, scheme).isDisjoint(with: bands(b, scheme)) ? 0 : 1
    }
    #expect(candidates >= 495)
  }

  @Test func `similar sets on both sides of the limit have bands of one kind`() {
    for small in 2...BandScheme.smallSet {
      let count = Int((Double(small) / 0.8).rounded(.down))
      for large in small...max(small, count) {
        // Equal sketches, so that only the choice of bands is under test.
        let sketch = [UInt32](repeating: 9, count: scheme.hasher.slots)
        var (x, y): ([UInt64], [UInt64]) = ([], [])
        sketch.withUnsafeBufferPointer {
          #expect(scheme.append(of: $0, count: small, to: &x) == x.count)
          #expect(scheme.append(of: $0, count: large, to: &y) == y.count)
        }
        #expect(!Set(x).isDisjoint(with: y), "\(small) and \(large)")
      }
    }
  }

  @Test func `sets out of a small one's reach have the bands asked for`() {
    let sketch = [UInt32](0..<112)
    var hashes: [UInt64] = []
    let count = sketch.withUnsafeBufferPointer { scheme.append(of: $0, count: 51, to: &hashes) }
    let plain = BandHasher(bands: 14, rows: 8)
    #expect(count == 14)
    #expect(
      hashes
        == (0..<14).map { band in
          sketch.withUnsafeBufferPointer { plain.hash(band: band, of: $0) }
        })
  }

  @Test(arguments: [1, 2, 3]) func `few rows are left as they are`(rows: Int) {
    #expect(BandScheme(bands: 10, rows: rows, similarity: 0.5).smallHasher == nil)
  }

  @Test func `a single element has one band where only equals resemble it`() {
    let sketch = [UInt32](repeating: 3, count: 112)
    for (similarity, count) in [(0.8, 1), (0.4, 18)] {
      let scheme = BandScheme(bands: 14, rows: 8, similarity: similarity)
      var hashes: [UInt64] = []
      sketch.withUnsafeBufferPointer { _ = scheme.append(of: $0, count: 1, to: &hashes) }
      #expect(hashes.count == count)
    }
  }
}
