/// Where the lines of a row of tokens are, and how many tokens of some kind stand before each place.
struct NameLines {
  /// What is counted; the raw value is a lane.
  enum Kind: Int { case number, street, unit, company, place, goods, art, goodbye, naming }

  private var starts: [Int32] = []
  private var ends: [Int32] = []
  private var counts: [SIMD16<Int32>] = []
  /// Whether there is more than one line.
  private(set) var isMany = false
  /// Whether the first line begins before the first token, and the last one goes on behind the last.
  private let cuts: (front: Bool, back: Bool)

  init(_ tokens: [NameToken], cuts: (front: Bool, back: Bool)) {
    self.cuts = cuts
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
    var sum = SIMD16<Int32>()
    counts.reserveCapacity(n + 1)
    counts.append(sum)
    for token in tokens {
      Self.count(token, &sum)
      counts.append(sum)
    }
  }

  @inline(__always) private static func count(_ token: NameToken, _ sum: inout SIMD16<Int32>) {
    if token.shape.isNumber || token.shape == .mixed { sum[Kind.number.rawValue] += 1 }
    let classes = token.classes
    guard !classes.isEmpty else { return }
    if !classes.isDisjoint(with: [.street, .streetEnd]) { sum[Kind.street.rawValue] += 1 }
    if classes.contains(.unit) { sum[Kind.unit.rawValue] += 1 }
    if classes.contains(.company), token.shape.isCapital { sum[Kind.company.rawValue] += 1 }
    if classes.contains(.place) { sum[Kind.place.rawValue] += 1 }
    if classes.contains(.goods) { sum[Kind.goods.rawValue] += 1 }
    if classes.contains(.art) { sum[Kind.art.rawValue] += 1 }
    if classes.contains(.goodbye) { sum[Kind.goodbye.rawValue] += 1 }
    if classes.contains(.naming) { sum[Kind.naming.rawValue] += 1 }
  }

  /// The tokens of the line that holds `i`; a line end is a line of its own.
  @inline(__always) func line(_ i: Int) -> Range<Int> { Int(starts[i])..<Int(ends[i]) }

  /// Whether tokens of the line aren't there before or behind the others.
  @inline(__always) func cuts(_ line: Range<Int>) -> (front: Bool, back: Bool) {
    (cuts.front && line.lowerBound == 0, cuts.back && line.upperBound == ends.count)
  }

  /// How many tokens of a kind stand in `from..<to`, within `limits`.
  @inline(__always) func count(_ kind: Kind, _ from: Int, _ to: Int, in limits: Range<Int>) -> Int {
    let low = max(from, limits.lowerBound)
    let high = min(to, limits.upperBound)
    guard high > low else { return 0 }
    return Int(counts[high][kind.rawValue] - counts[low][kind.rawValue])
  }

  /// True when a short line stands right below one that ends in a word of goodbye.
  func isBelowGoodbye(_ line: Range<Int>) -> Bool {
    guard line.count <= 5, line.lowerBound >= 2, !cuts(line).back else { return false }
    let above = self.line(line.lowerBound - 2)
    return count(.goodbye, above.upperBound - 4, above.upperBound, in: above) > 0
  }
}
