/// Where the lines of a row of tokens are, and how many tokens of some kind stand before each place.
struct NameLines {
  /// What is counted.
  enum Kind: Int, CaseIterable {
    case number, street, unit, company, place, goods, art, goodbye, naming
  }

  private var starts: [Int32] = []
  private var ends: [Int32] = []
  private var counts: [[Int32]] = Array(repeating: [0], count: Kind.allCases.count)
  /// Whether there is more than one line.
  private(set) var isMany = false

  init(_ tokens: [NameToken]) {
    let n = tokens.count
    starts = [Int32](repeating: 0, count: n)
    ends = starts
    var start = 0
    for i in 0...n where i == n || tokens[i].shape.isLineEnd {
      for k in start..<i {
        starts[k] = Int32(start)
        ends[k] = Int32(i)
      }
      if i < n {
        isMany = true
        starts[i] = Int32(i)
        ends[i] = Int32(i + 1)
      }
      start = i + 1
    }
    for kind in Kind.allCases {
      var sum: Int32 = 0
      counts[kind.rawValue].reserveCapacity(n + 1)
      for token in tokens {
        if Self.counts(kind, token) { sum += 1 }
        counts[kind.rawValue].append(sum)
      }
    }
  }

  private static func counts(_ kind: Kind, _ token: NameToken) -> Bool {
    switch kind {
    case .number: token.shape.isNumber || token.shape == .mixed
    case .street: !token.classes.isDisjoint(with: [.street, .streetEnd])
    case .unit: token.classes.contains(.unit)
    case .company: token.classes.contains(.company) && token.shape.isCapital
    case .place: token.classes.contains(.place)
    case .goods: token.classes.contains(.goods)
    case .art: token.classes.contains(.art)
    case .goodbye: token.classes.contains(.goodbye)
    case .naming: token.classes.contains(.naming)
    }
  }

  /// The tokens of the line that holds `i`; a line end is a line of its own.
  @inline(__always) func line(_ i: Int) -> Range<Int> { Int(starts[i])..<Int(ends[i]) }

  /// How many tokens of a kind stand in `from..<to`, within `limits`.
  @inline(__always) func count(_ kind: Kind, _ from: Int, _ to: Int, in limits: Range<Int>) -> Int {
    let low = max(from, limits.lowerBound)
    let high = min(to, limits.upperBound)
    guard high > low else { return 0 }
    return Int(counts[kind.rawValue][high] - counts[kind.rawValue][low])
  }

  /// True when a short line stands right below one that ends in a word of goodbye.
  func isBelowGoodbye(_ line: Range<Int>) -> Bool {
    guard line.count <= 5, line.lowerBound >= 2 else { return false }
    let above = self.line(line.lowerBound - 2)
    return count(.goodbye, above.upperBound - 4, above.upperBound, in: above) > 0
  }
}
