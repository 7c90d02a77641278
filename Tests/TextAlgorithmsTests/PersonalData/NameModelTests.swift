import Testing

@testable import TextAlgorithms

@Suite struct NameModelTests {
  @Test(arguments: [1, 2, 3] as [UInt64])
  func `rows of hashes add up, whichever share the filter's bits and slots`(seed: UInt64) {
    var random = SeededGenerator(seed: seed)
    // Few distinct low bits, so that hashes meet in the filter and in the slots.
    func hash() -> UInt32 {
      UInt32.random(in: 1...40, using: &random) | UInt32.random(in: 0...3, using: &random) << 20
    }
    let hashes = Set((0..<90).map { _ in hash() }).sorted() + [0, 0]
    let width = Int.random(in: 1...16, using: &random)
    let weights = hashes.flatMap { _ in
      (0..<width).map { _ in Int16.random(in: .min ... .max, using: &random) }
    }
    let table = WeightTable(hashes, weights, width: width)
    for count in [0, 1, 5, 64, 128] {
      let asked = (0..<count).map { _ in hash() }
      var expected = SIMD16<Int32>()
      for one in asked {
        guard let row = hashes.firstIndex(of: one) else { continue }
        for lane in 0..<width { expected[lane] += Int32(weights[row * width + lane]) }
      }
      #expect(table.sum(asked) == expected)
    }
  }

  @Test func `no other labels have a higher sum than the path`() {
    var random = SeededGenerator(seed: 9)
    let model = NameModel.own
    for length in 0...4 {
      for _ in 0..<20 {
        let scores = (0..<length).map { _ in
          var row = NameModel.Scores()
          for k in 0..<NameModel.labels { row[k] = Int32.random(in: -900...900, using: &random) }
          return row
        }
        func sum(_ labels: [UInt8]) -> Int {
          labels.indices.reduce(0) { total, i in
            let step = i == 0 ? 0 : Int(model.transitions[Int(labels[i - 1])][Int(labels[i])])
            return total + Int(scores[i][Int(labels[i])]) + step
          }
        }
        let path = model.path(scores)
        #expect(path.count == length)
        var all: [[UInt8]] = [[]]
        for _ in 0..<length {
          all = all.flatMap { head in (0..<UInt8(NameModel.labels)).map { head + [$0] } }
        }
        #expect(sum(path) == all.map(sum).max())
      }
    }
  }
}
