/// Mixing by a 64 × 64 → 128 bit multiplication whose halves are folded together.
enum WideMultiply {
  /// The high half of `a · b` exclusive-or the low half.
  @inline(__always)
  static func fold(_ a: UInt64, _ b: UInt64) -> UInt64 {
    let product = a.multipliedFullWidth(by: b)
    return product.high ^ product.low
  }

  /// A bijection of 64-bit words whose output bits all depend on all input bits.
  @inline(__always)
  static func scramble(_ value: UInt64) -> UInt64 {
    var x = value
    x ^= x >> 32
    x = x &* 0xD6E8_FEB8_6659_FD93
    x ^= x >> 32
    x = x &* 0xD6E8_FEB8_6659_FD93
    x ^= x >> 32
    return x
  }
}
