/// What the model sees of a token: its own bins and shape, its neighbours, its place in the line.
///
/// Each feature is a 32-bit hash of its template and what fills it. The order doesn't matter: weights are summed.
struct NameFeatures {
  private let tokens: [NameToken]
  private let lines: NameLines
  /// Whether the text has no capitals.
  private let isLow: Bool

  /// `cuts`: whether the first line begins before the first token, and the last one goes on behind the last.
  init(_ tokens: [NameToken], cuts: (front: Bool, back: Bool), isLow: Bool) {
    self.tokens = tokens
    self.isLow = isLow
    lines = NameLines(tokens, cuts: cuts)
  }

  /// How many tokens before a token its features look at.
  private static let reach = 10

  @inline(__always) private func at(_ i: Int) -> NameToken {
    i >= 0 && i < tokens.count ? tokens[i] : .edge
  }

  /// Writes the features of the token at `i` into `out`.
  func features(_ i: Int, _ out: inout [UInt32]) {
    out.removeAll(keepingCapacity: true)
    let x = tokens[i]
    NameWordFeatures(
      x, before: (at(i - 1), at(i - 2)), behind: (at(i + 1), at(i + 2)), isLow: isLow
    )
    .each { out.append($0) }
    place(i, x, x.key(isLow: isLow)) { template, a, b, c in
      out.append(NameWordFeatures.hash(template, a, b, c))
    }
  }

  /// Features of the token's place in its line and of what stands around it.
  private func place(
    _ i: Int, _ x: NameToken, _ key: UInt64,
    _ put: (UInt64, UInt64, UInt64, UInt64) -> Void
  ) {
    let line = lines.line(i)
    let shape = UInt64(x.shape.rawValue)
    let cuts = lines.cuts(line)
    let isFirst = i == line.lowerBound && !cuts.front
    let isLast = i == line.upperBound - 1 && !cuts.back
    let ends: UInt64 = (isFirst ? 2 : 0) | (isLast ? 1 : 0) | (lines.isMany ? 4 : 0)
    let length = cuts.front || cuts.back ? 4 : UInt64(min(4, line.count))
    put(30, ends, shape, 0)
    put(31, ends, key, 0)
    put(32, length, shape, x.bins)
    put(33, lines.isBelowGoodbye(line) ? 1 : 0, ends, shape)
    let head = cuts.front || i - line.lowerBound > Self.reach ? .edge : at(line.lowerBound)
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
    let hasNaming: UInt64 = lines.count(.naming, i - Self.reach, i, in: line) > 0 ? 1 : 0
    put(41, hasNaming, shape, x.bins)
    put(42, at(i - 1).small, at(i + 1).small, shape)
    put(43, at(i - 3).small, at(i - 1).bins, shape)
  }
}
