/// Eight folded bytes, seen as letters and blanks.
///
/// In each mask a byte's highest bit says yes.
struct LetterRun {
  let letters: UInt64
  let blanks: UInt64
  /// Whether there is nothing else.
  let isPlain: Bool

  @inline(__always)
  init(_ bytes: UInt64) {
    let ones: UInt64 = 0x0101_0101_0101_0101
    let high = ones &* 0x80
    let low = bytes & ~high
    // Adding 0x1F carries into the highest bit from `a` on, adding 5 from behind `z` on.
    letters = (low &+ ones &* 0x1F) & ~(low &+ ones &* 5) & high & ~bytes
    blanks = (high &- (low ^ ones &* 0x20)) & high & ~bytes
    isPlain = letters | blanks == high
  }
}
