/// E-mail addresses around an `@`.
enum EmailScanner {
  /// The address around the `@` at `at`, beginning not before `floor`, or nil. Bounded: 64 bytes
  /// before, 255 behind.
  static func address(_ text: PersonalText, at: Int, floor: Int) -> Range<Int>? {
    var start = at
    let least = max(floor, at &- 64)
    while start > least, isLocal(text[start &- 1]) { start &-= 1 }
    // The address begins with a letter or digit that no sign of an address stands before.
    while start < at {
      if isLetterOrDigit(text[start]), text[start] & 0xC0 != 0x80, isStart(text, start) { break }
      start &+= 1
    }
    guard start < at,
      isLetterOrDigit(text[at &- 1]) || text[at &- 1] == 0x2B
        || text[at &- 1] == 0x2D, let end = domainEnd(text, from: at &+ 1),
      !isLetterOrDigit(text[end])
    else { return nil }
    for i in start..<at where text[i] == 0x2E && text[i &+ 1] == 0x2E { return nil }
    return start..<end
  }

  private static func isStart(_ text: PersonalText, _ i: Int) -> Bool {
    guard i > 0 else { return true }
    let b = text[i &- 1]
    return !isLetterOrDigit(b) && b != 0x2E && b != 0x2B && b != 0x25 && b != 0x2F && b != 0x2D
  }

  /// The end of a domain name from `start`: labels, the last of letters; nil when there is none.
  static func domainEnd(_ text: PersonalText, from start: Int) -> Int? {
    var i = start
    var end: Int?
    var labels = 0
    while i &- start < 255 {
      let label = i
      var onlyLetters = true
      while isLetterOrDigit(text[i]) || text[i] == 0x2D {
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

  /// Letters of one or two bytes, digits, the low line: what an address may begin with.
  @inline(__always) private static func isLetterOrDigit(_ b: UInt8) -> Bool {
    b < 0x80 ? PersonalText.isAlphanumeric(b) || b == 0x5F : b < 0xE0
  }

  @inline(__always) private static func isLocal(_ b: UInt8) -> Bool {
    if isLetterOrDigit(b) { return true }
    switch b {
    case 0x2E, 0x21, 0x23, 0x24, 0x25, 0x27, 0x2A, 0x2B, 0x2D, 0x2F, 0x5E, 0x7E: return true
    default: return false
    }
  }
}
