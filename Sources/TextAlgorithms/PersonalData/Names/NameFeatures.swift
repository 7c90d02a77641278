/// What the model sees of a token: its own bins and shape, its neighbours, its place in the line.
///
/// Each feature is a 32-bit hash of its template and what fills it. The order doesn't matter: weights are summed.
struct NameFeatures {
  private let tokens: [NameToken]
  private let lines: NameLines
  /// Whether the text has no capitals.
  private let isLow: Bool

  init(_ tokens: [NameToken], isLow: Bool) {
    self.tokens = tokens
    self.isLow = isLow
    lines = NameLines(tokens)
  }

  /// The line around each token.
  var places: NameLines { lines }

  @inline(__always) private func at(_ i: Int) -> NameToken {
    i >= 0 && i < tokens.count ? tokens[i] : .edge
  }

  /// Writes the features of the token at `i` into `out`.
  func features(_ i: Int, _ out: inout [UInt32]) {
    out.removeAll(keepingCapacity: true)
    let x = tokens[i]
    let (p1, p2, n1, n2) = (at(i - 1), at(i - 2), at(i + 1), at(i + 2))
    let key = x.key(isLow: isLow)
    let before = p1.key(isLow: isLow)
    let behind = n1.key(isLow: isLow)
    let shape = UInt64(x.shape.rawValue)
    func put(_ template: UInt64, _ a: UInt64, _ b: UInt64 = 0, _ c: UInt64 = 0) {
      var h = template &* 0x9E37_79B9_7F4A_7C15 ^ a
      h = (h ^ h >> 31) &* 0xBF58_476D_1CE4_E5B9 ^ b
      h = (h ^ h >> 29) &* 0x94D0_49BB_1331_11EB ^ c
      h = (h ^ h >> 31) &* 0x9E37_79B9_7F4A_7C15
      out.append(UInt32(truncatingIfNeeded: h >> 32))
    }
    put(1, key)
    put(2, shape, UInt64(x.classes.intersection(.all).rawValue))
    put(3, UInt64(x.given) << 3 | UInt64(x.surname))
    put(4, UInt64(x.common), shape)
    put(5, UInt64(x.place), shape)
    put(6, before, key)
    put(7, key, behind)
    put(8, before)
    put(9, behind)
    put(10, p1.small, shape)
    put(11, n1.small, shape)
    put(12, p2.small)
    put(13, n2.small)
    put(14, p2.small, p1.small)
    put(15, n1.small, n2.small)
    put(16, p1.small, x.bins)
    put(17, n1.small, x.bins)
    put(18, UInt64(p1.classes.intersection(.all).rawValue))
    put(19, UInt64(n1.classes.intersection(.all).rawValue))
    put(20, UInt64(p1.place), UInt64(x.place), UInt64(n1.place))
    put(21, UInt64(p1.shape.rawValue), shape, UInt64(n1.shape.rawValue))
    put(22, p2.small, p1.small, shape)
    put(23, shape, n1.small, n2.small)
    if !x.classes.isDisjoint(with: .named) { put(24, x.word) }
    if x.endings.1 != 0, x.shape.isWord {
      put(25, UInt64(x.endings.0))
      put(26, UInt64(x.endings.1))
    }
    place(i, x, key, put)
  }

  /// Features of the token's place in its line and of what stands around it.
  private func place(
    _ i: Int, _ x: NameToken, _ key: UInt64,
    _ put: (UInt64, UInt64, UInt64, UInt64) -> Void
  ) {
    let line = lines.line(i)
    let shape = UInt64(x.shape.rawValue)
    let isFirst = i == line.lowerBound
    let isLast = i == line.upperBound - 1
    let ends: UInt64 = (isFirst ? 2 : 0) | (isLast ? 1 : 0) | (lines.isMany ? 4 : 0)
    let length = UInt64(min(4, line.count))
    put(30, ends, shape, 0)
    put(31, ends, key, 0)
    put(32, length, shape, x.bins)
    put(33, lines.isBelowGoodbye(line) ? 1 : 0, ends, shape)
    let head = at(line.lowerBound)
    put(
      34, UInt64(head.classes.intersection(.all).rawValue), UInt64(min(3, i - line.lowerBound)),
      shape)
    let around: UInt64 =
      (lines.count(.number, i - 4, i + 5, in: line) > 0 ? 1 : 0)
      | (lines.count(.street, i - 4, i + 5, in: line) > 0 ? 2 : 0)
      | (lines.count(.unit, i - 8, i + 9, in: 0..<tokens.count) > 0 ? 4 : 0)
    put(35, around, shape, x.bins)
    put(36, around, shape, 0)
    let company: UInt64 = lines.count(.company, i, i + 4, in: line) > 0 ? 1 : 0
    let goods: UInt64 = lines.count(.goods, i, i + 4, in: line) > 0 ? 1 : 0
    let art: UInt64 = lines.count(.art, i - 5, i + 5, in: line) > 0 ? 1 : 0
    put(37, company << 1 | goods, shape, 0)
    put(38, art, shape, x.bins)
    let capitals: UInt64 =
      (at(i - 1).shape.isCapital ? 2 : 0) | (at(i + 1).shape.isCapital ? 1 : 0)
    put(39, capitals, shape, x.bins)
    put(40, lines.count(.place, i - 10, i, in: 0..<tokens.count) > 0 ? 1 : 0, shape, capitals)
    // Which kinds of words the line has: names beside names, goods beside goods.
    let hasNaming: UInt64 = lines.count(.naming, line.lowerBound, i, in: line) > 0 ? 1 : 0
    put(41, hasNaming, shape, x.bins)
    put(42, at(i - 1).small, at(i + 1).small, shape)
    put(43, at(i - 3).small, at(i - 1).bins, shape)
  }
}
