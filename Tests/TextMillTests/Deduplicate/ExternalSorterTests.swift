import Testing

@testable import TextMill

@Suite struct ExternalSorterTests {
  struct Number: BitwiseCopyable, Comparable {
    var value: UInt64

    static func < (a: Number, b: Number) -> Bool { a.value < b.value }
  }

  /// `count` numbers in no order, with repeats.
  static func numbers(_ count: Int) -> [Number] {
    var state: UInt64 = 99
    return (0..<count).map { _ in
      state = state &* 6_364_136_223_846_793_005 &+ 1
      return Number(value: state >> 48)
    }
  }

  @Test(arguments: [0, 1, 1023, 1024, 1025, 50_000])
  func `records come in order, as often as they came, and again on a second pass`(count: Int) throws
  {
    let folder = try WorkFolder()
    defer { folder.remove() }
    let numbers = Self.numbers(count)
    for budget in [8192, 100_000, 1 << 24] {
      let sorter = ExternalSorter<Number>(path: "\(folder.path)/sorter", budget: budget)
      try sorter.append(contentsOf: numbers)
      #expect(sorter.count == count)
      for _ in 0..<2 {
        var out: [Number] = []
        try sorter.sorted().visit { out.append($0) }
        #expect(out == numbers.sorted())
      }
    }
  }

  @Test func `with repeats dropped each record comes at least once`() throws {
    let folder = try WorkFolder()
    defer { folder.remove() }
    let numbers = Self.numbers(60_000)
    for budget in [8192, 1 << 24] {
      let sorter = ExternalSorter<Number>(
        path: "\(folder.path)/sorter", budget: budget, dropsRepeats: true)
      try sorter.append(contentsOf: numbers)
      var out: [Number] = []
      try sorter.sorted().visit { number in
        if out.last != number { out.append(number) }
      }
      #expect(out == Set(numbers.map(\.value)).sorted().map { Number(value: $0) })
    }
  }
}
