import Testing

@testable import TextAlgorithms

@Suite struct DisjointSetsTests {
  @Test
  func `sets are the connected parts, named by their smallest member, in any order of unions`() {
    var random = SeededGenerator(seed: 21)
    for _ in 0..<50 {
      let count = Int.random(in: 1...80, using: &random)
      let edges = (0..<Int.random(in: 0...80, using: &random)).map { _ in
        (Int.random(in: 0..<count, using: &random), Int.random(in: 0..<count, using: &random))
      }
      var labels = Array(0..<count)
      for _ in 0..<count {
        for (a, b) in edges {
          let least = min(labels[a], labels[b])
          labels[a] = least
          labels[b] = least
        }
      }
      for order in [edges, edges.shuffled(using: &random)] {
        var sets = DisjointSets(count: count)
        for (a, b) in order { sets.union(UInt32(a), UInt32(b)) }
        #expect((0..<count).map { Int(sets.find(UInt32($0))) } == labels)
      }
    }
  }

  @Test func `a long chain stays fast to find`() {
    let count = 200_000
    var sets = DisjointSets(count: count)
    for i in stride(from: count - 1, to: 0, by: -1) { sets.union(UInt32(i), UInt32(i - 1)) }
    #expect((0..<count).allSatisfy { sets.find(UInt32($0)) == 0 })
  }
}
