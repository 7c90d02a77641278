/// English contractions without regard to case, as `(?i:[sdmt]|ll|ve|re)` finds them.
enum Contraction {
  /// The length in bytes of the letters after the apostrophe, beginning at `i`; 0 without a match.
  ///
  /// Unicode folds the long s (U+017F) to s, and so do the reference patterns.
  @inline(__always)
  static func length(_ p: UnsafePointer<UInt8>, from i: Int, to end: Int) -> Int {
    guard i < end else { return 0 }
    switch p[i] | 0x20 {
    case 0x73, 0x64, 0x6D, 0x74: return 1
    case 0x6C: return i &+ 1 < end && p[i &+ 1] | 0x20 == 0x6C ? 2 : 0
    case 0x76, 0x72: return i &+ 1 < end && p[i &+ 1] | 0x20 == 0x65 ? 2 : 0
    case 0xE5: return p[i] == 0xC5 && i &+ 1 < end && p[i &+ 1] == 0xBF ? 2 : 0
    default: return 0
    }
  }
}
