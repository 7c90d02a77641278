/// What the model sees of a token and of the two on either side, as words: bins, shapes, lists and endings.
///
/// Each feature is a 32-bit hash of its template and what fills it. The order doesn't matter: weights are summed.
struct NameWordFeatures {
  private let x: NameToken
  private let (p1, p2, n1, n2): (NameToken, NameToken, NameToken, NameToken)
  private let isLow: Bool

  /// `before` and `behind`: the nearest first.
  init(
    _ token: NameToken, before: (NameToken, NameToken), behind: (NameToken, NameToken), isLow: Bool
  ) {
    x = token
    (p1, p2) = before
    (n1, n2) = behind
    self.isLow = isLow
  }

  @inline(__always) static func hash(
    _ template: UInt64, _ a: UInt64, _ b: UInt64 = 0, _ c: UInt64 = 0
  ) -> UInt32 {
    var h = template &* 0x9E37_79B9_7F4A_7C15 ^ a
    h = (h ^ h >> 31) &* 0xBF58_476D_1CE4_E5B9 ^ b
    h = (h ^ h >> 29) &* 0x94D0_49BB_1331_11EB ^ c
    h = (h ^ h >> 31) &* 0x9E37_79B9_7F4A_7C15
    return UInt32(truncatingIfNeeded: h >> 32)
  }

  /// Calls `body` with each feature, at most 26.
  @inline(__always) func each(_ body: (UInt32) -> Void) {
    let key = x.key(isLow: isLow)
    let before = p1.key(isLow: isLow)
    let behind = n1.key(isLow: isLow)
    let shape = UInt64(x.shape.rawValue)
    @inline(__always) func put(_ template: UInt64, _ a: UInt64, _ b: UInt64 = 0, _ c: UInt64 = 0) {
      body(Self.hash(template, a, b, c))
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
  }
}
