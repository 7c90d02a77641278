import Testing

@testable import TextAlgorithms

@Suite struct FastSimilaritySketchTests {
  static func sketch(_ set: [UInt64], slots: Int = 112) -> [UInt32] {
    var sketcher = FastSimilaritySketch(slots: slots)
    var sketch = [UInt32](repeating: 0, count: slots)
    set.withUnsafeBufferPointer { set in
      sketch.withUnsafeMutableBufferPointer { sketcher.sketch(set, into: $0) }
    }
    return sketch
  }

  static func estimate(_ a: [UInt32], _ b: [UInt32]) -> Double {
    a.withUnsafeBufferPointer { a in
      b.withUnsafeBufferPointer { FastSimilaritySketch.similarity(a, $0) }
    }
  }

  /// Two random sets of `size` with about this similarity, and the similarity they have.
  static func pair(
    size: Int, similarity: Double, using random: inout SeededGenerator
  ) -> (a: [UInt64], b: [UInt64], truth: Double) {
    let common = Int((2 * Double(size) * similarity / (1 + similarity)).rounded())
    let all = (0..<(2 * size - common)).map { _ in random.next() }
    return (
      Array(all[..<size]), Array(all[(size - common)...]), Double(common) / Double(all.count)
    )
  }

  @Test(arguments: [1, 5, 20, 100, 1000, 5000])
  func `the estimate is unbiased and about as good as classic MinHash`(size: Int) {
    var random = SeededGenerator(seed: UInt64(size))
    for similarity in [0.2, 0.5, 0.8, 0.95] {
      let rounds = 150
      var bias = 0.0
      var squares = 0.0
      var variance = 0.0
      for _ in 0..<rounds {
        let (a, b, truth) = Self.pair(size: size, similarity: similarity, using: &random)
        let off = Self.estimate(Self.sketch(a), Self.sketch(b)) - truth
        bias += off / Double(rounds)
        squares += off * off / Double(rounds)
        variance += truth * (1 - truth) / 112 / Double(rounds)
      }
      // Five standard errors of the mean; and the variance of independent slots with room above.
      #expect(abs(bias) <= 5 * (variance / Double(rounds)).squareRoot() + 1e-9)
      #expect(squares <= variance * 1.6 + 1e-9)
    }
  }

  @Test func `order and repeats make no difference`() {
    var random = SeededGenerator(seed: 9)
    for size in [1, 2, 10, 300, 4000] {
      let set = (0..<size).map { _ in random.next() }
      let sketch = Self.sketch(set)
      #expect(Self.sketch(set.shuffled(using: &random)) == sketch)
      #expect(Self.sketch(set + set + set) == sketch)
      #expect(Self.sketch(Array(repeating: set, count: 7).flatMap { $0 }.reversed()) == sketch)
      #expect(!sketch.contains(.max))
    }
  }

  @Test func `an empty set resembles nothing, itself included`() {
    let empty = Self.sketch([])
    #expect(empty.allSatisfy { $0 == .max })
    #expect(Self.estimate(empty, empty) == 0)
  }

  @Test(arguments: [1, 2, 3, 7, 64, 1000])
  func `any number of slots is filled`(slots: Int) {
    #expect(!Self.sketch([42], slots: slots).contains(.max))
    #expect(
      Self.estimate(Self.sketch([1, 2], slots: slots), Self.sketch([2, 1], slots: slots)) == 1)
  }
}
