import Testing

@testable import TextMill

@Suite struct OrderedParallelMapTests {
  struct Stop: Error {}

  @Test(arguments: [1, 2, 7])
  func `results come in the order of the items`(threads: Int) throws {
    var given = 0
    var taken: [Int] = []
    try OrderedParallelMap.run(
      threads: threads,
      next: { () -> Int? in
        given += 1
        return given <= 500 ? given : nil
      },
      makeWorker: {
        { item in
          var x = item
          for _ in 0..<(item % 7 * 100) { x = x &* 31 &+ 1 }
          return (item, x)
        }
      },
      emit: { taken.append($0.0) })
    #expect(taken == Array(1...500))
  }

  @Test(arguments: [1, 2, 7])
  func `an error of a worker ends the map`(threads: Int) {
    var given = 0
    #expect(throws: Stop.self) {
      try OrderedParallelMap.run(
        threads: threads,
        next: { () -> Int? in
          given += 1
          return given
        },
        makeWorker: {
          { item in
            if item == 50 { throw Stop() }
            return item
          }
        },
        emit: { #expect($0 < 50) })
    }
  }

  @Test(arguments: [1, 2, 7])
  func `an error of the taker ends the map`(threads: Int) {
    var given = 0
    #expect(throws: Stop.self) {
      try OrderedParallelMap.run(
        threads: threads,
        next: { () -> Int? in
          given += 1
          return given
        },
        makeWorker: { { $0 } },
        emit: { if $0 == 20 { throw Stop() } })
    }
  }
}
