/// E-mail addresses around an `@`.
enum EmailScanner {
  /// The address around the `@` at `at`, beginning not before `floor`, or nil. Bounded: 64 bytes
  /// before, 255 behind.
  static func address(_ text: PersonalText, at: Int, floor: Int) -> Range<Int>? {
    var start = at
    let least = max(floor, at &- 64)
    while start > least, isLocal(text, start &- 1) { start &-= 1 }
    // The address begins with a letter or digit that no sign of an address stands before.
    while start < at {
      if isName(text, start), text[start] & 0xC0 != 0x80, isStart(text, start) { break }
      start &+= 1
    }
    guard start < at else { return nil }
    let last = text[at &- 1]
    guard isName(text, at &- 1) || last == 0x2B || last == 0x2D,
      let end = domainEnd(text, from: at &+ 1), !isName(text, end)
    else { return nil }
    for i in start..<at where text[i] == 0x2E && text[i &+ 1] == 0x2E { return nil }
    return start..<end
  }

  private static func isStart(_ text: PersonalText, _ i: Int) -> Bool {
    guard i > 0, !isName(text, i &- 1) else { return i == 0 }
    switch text[i &- 1] {
    case 0x2E, 0x2B, 0x25, 0x2F, 0x2D: return false
    default: return true
    }
  }

  /// The end of a domain name from `start`: labels, the last of letters; nil when there is none.
  static func domainEnd(_ text: PersonalText, from start: Int) -> Int? {
    var i = start
    var end: Int?
    var labels = 0
    while i &- start < 255 {
      let label = i
      var onlyLetters = true
      while isName(text, i) || text[i] == 0x2D {
        if !PersonalText.isLetter(text[i]) { onlyLetters = false }
        i &+= 1
        if i &- label > 63 { return end }
      }
      guard i > label, text[label] != 0x2D else { break }
      let isLast =
        onlyLetters ? i &- label >= 2 && i &- label <= 18 : text.matches("xn--", at: label)
      if labels > 0, isLast { end = i }
      guard text[i &- 1] != 0x2D, text[i] == 0x2E else { break }
      labels += 1
      i &+= 1
    }
    return end
  }

  /// Letters of one or two bytes, digits, the low line: what an address may begin with. Scripts that
  /// write no blanks, of three bytes a letter, end an address.
  @inline(__always) private static func isName(_ text: PersonalText, _ i: Int) -> Bool {
    let b = text[i]
    if b < 0x80 { return PersonalText.isAlphanumeric(b) || b == 0x5F }
    let lead = b < 0xC0 ? text[i &- 1] : b
    return lead >= 0xC3 && lead < 0xE0
  }

  @inline(__always) private static func isLocal(_ text: PersonalText, _ i: Int) -> Bool {
    if isName(text, i) { return true }
    switch text[i] {
    case 0x2E, 0x21, 0x23, 0x24, 0x25, 0x27, 0x2A, 0x2B, 0x2D, 0x2F, 0x5E, 0x7E: return true
    default: return false
    }
  }
}
