/// The places whose bits are set, in order.
struct WordPlaces: Sequence, IteratorProtocol {
  private let bits: [UInt64]
  private var word = 0
  private var rest: UInt64

  /// - Parameter bits: 64 places to a word, the first the lowest.
  init(_ bits: [UInt64]) {
    self.bits = bits
    rest = bits.first ?? 0
  }

  mutating func next() -> Int? {
    while rest == 0 {
      word += 1
      if word >= bits.count { return nil }
      rest = bits[word]
    }
    defer { rest &= rest &- 1 }
    return word * 64 + rest.trailingZeroBitCount
  }
}
