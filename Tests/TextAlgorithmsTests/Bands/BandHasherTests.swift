import Testing

@testable import TextAlgorithms

@Suite struct BandHasherTests {
  @Test(arguments: [(30, 0.6), (30, 0.8), (200, 0.7), (200, 0.8), (200, 0.9), (2000, 0.8)])
  func `pairs become candidates as often as the curve says`(size: Int, similarity: Double) {
    let hasher = BandHasher(bands: 14, rows: 8)
    var random = SeededGenerator(seed: UInt64(size) &* 1000 + UInt64(similarity * 100))
    let rounds = size > 1000 ? 200 : 600
    var candidates = 0
    var expected = 0.0
    for _ in 0..<rounds {
      let (a, b, truth) = FastSimilaritySketchTests.pair(
        size: size, similarity: similarity, using: &random)
      let x = FastSimilaritySketchTests.sketch(a)
      let y = FastSimilaritySketchTests.sketch(b)
      let common = (0..<14).contains { band in
        x.withUnsafeBufferPointer { hasher.hash(band: band, of: $0) }
          == y.withUnsafeBufferPointer { hasher.hash(band: band, of: $0) }
      }
      candidates += common ? 1 : 0
      expected += hasher.candidateProbability(similarity: truth)
    }
    let share = expected / Double(rounds)
    let deviation = (share * (1 - share) / Double(rounds)).squareRoot()
    #expect(abs(Double(candidates) / Double(rounds) - share) < 4 * deviation + 0.02)
  }

  @Test func `the curve has the published values`() {
    let hasher = BandHasher(bands: 14, rows: 8)
    #expect(abs(hasher.candidateProbability(similarity: 0.8) - 0.924) < 0.001)
    #expect(abs(hasher.candidateProbability(similarity: 0.7) - 0.565) < 0.001)
    #expect(hasher.candidateProbability(similarity: 0) == 0)
    #expect(hasher.candidateProbability(similarity: 1) == 1)
  }

  @Test func `equal slots in different bands hash differently`() {
    let hasher = BandHasher(bands: 10, rows: 4)
    let sketch = [UInt32](repeating: 7, count: 40)
    let hashes = (0..<10).map { band in
      sketch.withUnsafeBufferPointer { hasher.hash(band: band, of: $0) }
    }
    #expect(Set(hashes).count == 10)
  }
}
