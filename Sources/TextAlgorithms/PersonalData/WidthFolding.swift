/// Text whose full-width digits and letters, and the dashes between digits, are ASCII, with a map back.
struct WidthFolding {
  private(set) var bytes: [UInt8] = []
  /// The source offset of each byte and of the end.
  private var offsets: [Int32] = []

  /// Nil when the text has nothing of the kind. Linear; text in ASCII is only looked through.
  init?(_ text: PersonalText) {
    guard let first = Self.first(text) else { return nil }
    bytes.reserveCapacity(text.count)
    offsets.reserveCapacity(text.count + 1)
    var i = 0
    while i < text.count {
      let folded = i < first ? nil : Self.ascii(text, i) ?? dash(text, i)
      bytes.append(folded ?? text[i])
      offsets.append(Int32(i))
      i &+= folded == nil ? 1 : 3
    }
    offsets.append(Int32(text.count))
  }

  /// The range of the source that became `range`.
  func source(_ range: Range<Int>) -> Range<Int> {
    Int(offsets[range.lowerBound])..<Int(offsets[range.upperBound])
  }

  /// Where the first sign stands that folding is for: a full-width digit or at sign, or a dash
  /// between digits.
  private static func first(_ text: PersonalText) -> Int? {
    var i = text.nextHigh(from: 0)
    while i < text.count {
      if text.base[i] >= 0xE2, isReason(text, i) { return i }
      i = text.nextHigh(from: i &+ 1)
    }
    return nil
  }

  private static func isReason(_ text: PersonalText, _ i: Int) -> Bool {
    if text[i] == 0xEF, text[i &+ 1] == 0xBC {
      let last = text[i &+ 2]
      if last &- 0x90 < 10 || last == 0xA0 { return true }
    }
    return isDash(text, i) && text.isDigit(i &- 1) && text.isDigit(i &+ 3)
  }

  /// The dash at `i` behind a digit as folded so far and before another, as a hyphen.
  private func dash(_ text: PersonalText, _ i: Int) -> UInt8? {
    guard text[i] >= 0xE2, Self.isDash(text, i), let last = bytes.last, PersonalText.isDigit(last),
      PersonalText.isDigit(Self.ascii(text, i &+ 3) ?? text[i &+ 3])
    else { return nil }
    return 0x2D
  }

  /// Hyphens, the minus, the long dash, the katakana length mark and the full-width hyphen.
  private static func isDash(_ text: PersonalText, _ i: Int) -> Bool {
    let last = text[i &+ 2]
    switch (text[i], text[i &+ 1]) {
    case (0xE2, 0x80): return last == 0x90 || last == 0x91 || last == 0x92 || last == 0x95
    case (0xE2, 0x88): return last == 0x92
    case (0xE3, 0x83): return last == 0xBC
    case (0xEF, 0xBC): return last == 0x8D
    default: return false
    }
  }

  /// The full-width letter, digit or sign of a number or an address at `i`, in ASCII.
  static func ascii(_ text: PersonalText, _ i: Int) -> UInt8? {
    guard text[i] == 0xEF else { return nil }
    let b = text[i &+ 2]
    let code: UInt8
    switch text[i &+ 1] {
    case 0xBC where b >= 0x81: code = b &- 0x60
    case 0xBD where b <= 0x9E: code = b &- 0x20
    default: return nil
    }
    if PersonalText.isAlphanumeric(code) { return code }
    switch code {
    case 0x28, 0x29, 0x2B, 0x2E, 0x2F, 0x40, 0x5F: return code
    default: return nil
    }
  }
}
