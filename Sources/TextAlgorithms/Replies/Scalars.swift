/// Classes of Unicode scalars, as far as mail needs them.
enum Scalars {
  /// A letter, a mark, a digit or `_`: all but the blocks of signs.
  static func isWord(_ s: UInt32) -> Bool {
    switch s {
    case 0..<0x80: return isWordByte(UInt8(truncatingIfNeeded: s))
    case 0x80..<0xC0: return s == 0xAA || s == 0xB5 || s == 0xBA
    case 0xD7, 0xF7: return false
    case 0x2000..<0x2C00: return (0x2C..<0x2D).contains(s >> 8) || (0x2100..<0x2190).contains(s)
    case 0x2E00..<0x2E80, 0xFE10..<0xFE70, 0xFEFF, 0xFFE0..<0x10000: return false
    case 0x3000..<0x3040: return s == 0x3005 || s == 0x3006 || s == 0x3007
    case 0x30FB: return false
    case 0xFF00..<0xFF10, 0xFF1A..<0xFF21, 0xFF3B..<0xFF41, 0xFF5B..<0xFF66: return false
    case 0x1F000..<0x20000: return false
    default: return true
    }
  }

  /// A letter: what is in words but digits and `_`.
  static func isLetter(_ s: UInt32) -> Bool {
    s < 0x80 ? (s | 0x20) &- 0x61 < 26 : isWord(s) && !(0xFF10..<0xFF1A).contains(s)
  }

  static func isUpper(_ s: UInt32) -> Bool {
    s < 0x80 ? s &- 0x41 < 26 : s == 0x130 || CaseFold.lower(s) != s
  }

  /// A small letter of a script that has capitals.
  static func isLower(_ s: UInt32) -> Bool {
    s < 0x80
      ? s &- 0x61 < 26
      : (s < 0x590 || (0x1E00..<0x2000).contains(s)) && isLetter(s) && !isUpper(s)
  }

  /// Kana, Han and Hangul: scripts whose words aren't parted by blanks.
  static func isEastAsian(_ s: UInt32) -> Bool {
    (0x3040...0x30FF).contains(s) || (0x3400...0x9FFF).contains(s) || (0xAC00...0xD7AF).contains(s)
  }

  static func isDash(_ s: UInt32) -> Bool { s == 0x2D || s == 0x2013 || s == 0x2014 }
}
