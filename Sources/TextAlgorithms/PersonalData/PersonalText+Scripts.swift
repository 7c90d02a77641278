/// Which signs above ASCII are word signs, by Unicode block.
extension PersonalText {
  /// Letters and full-width digits above ASCII; signs, arrows, dingbats, CJK punctuation and emoji
  /// aren't, nor are letters that touch what isn't their word, as in Chinese, Japanese, Korean, Thai.
  @inline(never) func isHighWord(at i: Int) -> Bool {
    let s = scalarStart(i)
    let b = self[s &+ 1]
    switch self[s] {
    case 0xC2: return b == 0xAA || b == 0xB5 || b == 0xBA
    case 0xC3: return b != 0x97 && b != 0xB7
    case 0xE2: return b >= 0xB0 && b < 0xB8
    case 0xE3: return false
    case 0xEF:
      if b >= 0xBC { return b == 0xBC && self[s &+ 2] &- 0x90 < 10 }
      if b == 0xB8 || (b == 0xB9 && self[s &+ 2] < 0xB0) { return false }
      return b >= 0xAC && !(b == 0xBB && self[s &+ 2] == 0xBF)
    case 0xF0...: return false
    default: return !isJoined(at: s)
    }
  }

  /// True when a letter of Han, kana, Hangul, Thai, Lao, Myanmar or Khmer begins at `i`.
  func isJoined(at i: Int) -> Bool {
    let b = self[i &+ 1]
    switch self[i] {
    case 0xE0: return b >= 0xB8 && b <= 0xBB
    case 0xE1: return (b >= 0x80 && b <= 0x87 && b != 0x83) || b == 0x9E || b == 0x9F
    case 0xE2: return b >= 0xBA
    case 0xE3: return b >= 0x81 || (b == 0x80 && self[i &+ 2] == 0x85)
    case 0xE4...0xE9, 0xEB, 0xEC: return true
    case 0xEA: return b >= 0xB0
    case 0xED: return b < 0xA0
    case 0xEF: return (b >= 0xA4 && b <= 0xAB) || b == 0xBE || (b == 0xBD && self[i &+ 2] > 0xA5)
    case 0xF0: return b >= 0xA0 && b < 0xB0
    default: return false
    }
  }

  /// True when the sign that ends before `i` is a Han character.
  func isHan(before i: Int) -> Bool {
    guard i > 0 else { return false }
    let lead = self[scalarStart(i &- 1)]
    return lead >= 0xE4 && lead <= 0xE9
  }

  /// Where the scalar that holds the byte at `i` begins.
  @inline(__always) private func scalarStart(_ i: Int) -> Int {
    var s = i
    while s > 0, self[s] & 0xC0 == 0x80 { s &-= 1 }
    return s
  }
}
