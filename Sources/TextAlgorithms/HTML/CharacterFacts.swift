/// Counts over a block's characters: letters, digits, marks, and whether a price or a date stands in it.
enum CharacterFacts {
  private static let months: [StaticString] = [
    "jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec",
  ]

  /// Fills in all but the word counts. Letters, digits and dates are looked for in the first 400 bytes.
  static func read(_ text: UnsafeBufferPointer<UInt8>, into fact: inout BlockTexts.Facts) {
    var key: UInt64 = 0xCBF2_9CE4_8422_2325
    let head = min(400, text.count)
    fact.scanned = Int32(head)
    for i in 0..<text.count {
      let byte = text[i]
      key = (key ^ UInt64(byte.asciiLowered)) &* 0x100_0000_01B3
      switch byte {
      case 0x2C: fact.commas += 1
      case 0x2E: if i &+ 1 < text.count, text[i &+ 1] == 0x20 { fact.sentences += 1 }
      case 0x3F: fact.hasQuestion = true
      case 0x7C: fact.hasBar = true
      case 0x24: if isDigit(text, i &+ 1) { fact.hasPrice = true }
      case 0xA3, 0xA5:
        if i > 0, text[i &- 1] == 0xC2, isDigit(text, i &+ 1) || i > 1 && isDigit(text, i &- 2) {
          fact.hasPrice = true
        }
      case 0xAC, 0xB9:
        if i > 1, text[i &- 1] == 0x82, text[i &- 2] == 0xE2,
          isDigit(text, i &+ 1) || isDigit(text, i &- 3)
        {
          fact.hasPrice = true
        }
      default: break
      }
      guard i < head else { continue }
      if byte &- 0x30 < 10 {
        fact.digits += 1
        if !fact.hasDate { fact.hasDate = isDate(text, i) }
      } else if byte &- 0x41 < 26 {
        fact.letters += 1
        fact.capitals += 1
      } else if byte &- 0x61 < 26 || byte >= 0xC0 {
        fact.letters += 1
      }
    }
    fact.key = key
    if let last = text.last {
      // The last byte of …, ” and 。 stands for them.
      fact.endsSentence =
        last == 0x2E || last == 0x21 || last == 0x3F || last == 0xA6 || last == 0x22
        || last == 0x9D || last == 0x82
    }
  }

  /// Looks past up to one space, as in "$ 5".
  @inline(__always)
  private static func isDigit(_ text: UnsafeBufferPointer<UInt8>, _ i: Int) -> Bool {
    guard i >= 0, i < text.count else { return false }
    if text[i] == 0x20 { return i &+ 1 < text.count && text[i &+ 1] &- 0x30 < 10 }
    return text[i] &- 0x30 < 10
  }

  /// Whether the number that begins at `i` is a year, `12/31`, `10:30`, or follows a month's name.
  private static func isDate(_ text: UnsafeBufferPointer<UInt8>, _ i: Int) -> Bool {
    if i > 0, text[i &- 1] &- 0x30 < 10 { return false }
    var end = i
    while end < text.count, text[end] &- 0x30 < 10 { end &+= 1 }
    let length = end &- i
    if length == 4 {
      let century = (text[i], text[i &+ 1])
      if century == (0x31, 0x39) || century == (0x32, 0x30) { return true }
    }
    if length <= 2, end &+ 1 < text.count, text[end &+ 1] &- 0x30 < 10 {
      let mark = text[end]
      if mark == 0x2E || mark == 0x2F || mark == 0x3A { return true }
    }
    guard i >= 4, text[i &- 1] == 0x20 else { return false }
    var start = i &- 1
    while start > 0, i &- start < 12, text[start &- 1] != 0x20 { start &-= 1 }
    guard start &+ 3 <= i else { return false }
    return months.contains { month in
      (0..<3).allSatisfy { text[start &+ $0].asciiLowered == month.utf8Start[$0] }
    }
  }
}
