import Testing

@testable import TextAlgorithms

@Suite struct ShingleSetTests {
  static func set(_ hashes: [UInt64]) -> [UInt64] {
    var hashes = hashes
    let count = hashes.withUnsafeMutableBufferPointer { ShingleSet.make($0) }
    return Array(hashes[..<count])
  }

  static func jaccard(_ a: [UInt64], _ b: [UInt64], _ threshold: Double) -> Double? {
    a.withUnsafeBufferPointer { a in
      b.withUnsafeBufferPointer { ShingleSet.jaccard(a, $0, atLeast: threshold) }
    }
  }

  @Test(arguments: [0, 1, 2, 31, 32, 33, 1000, 5000])
  func `a set is sorted and without repeats`(count: Int) {
    var random = SeededGenerator(seed: UInt64(count))
    let ranges: [ClosedRange<UInt64>] = [
      0...UInt64.max, 0...3, 0...UInt64(count), (1 << 60)...((1 << 60) + 999),
    ]
    for range in ranges {
      let hashes = (0..<count).map { _ in UInt64.random(in: range, using: &random) }
      #expect(Self.set(hashes) == Set(hashes).sorted())
    }
  }

  @Test func `the similarity is the one of the definition, or none below the threshold`() {
    var random = SeededGenerator(seed: 3)
    for _ in 0..<3000 {
      let size = UInt64.random(in: 1...60, using: &random)
      let a = Set((0..<size).map { _ in UInt64.random(in: 0...(size - 1), using: &random) })
      let b = Set((0..<size).map { _ in UInt64.random(in: 0...(size - 1), using: &random) })
      let truth = Double(a.intersection(b).count) / Double(a.union(b).count)
      for threshold in [0.1, 0.5, 0.8, 1, truth] where threshold > 0 {
        let found = Self.jaccard(a.sorted(), b.sorted(), threshold)
        #expect(found == (truth >= threshold ? truth : nil))
      }
    }
  }

  @Test func `empty sets resemble nothing`() {
    #expect(Self.jaccard([], [], 0.1) == nil)
    #expect(Self.jaccard([], [1], 0.1) == nil)
  }
}
