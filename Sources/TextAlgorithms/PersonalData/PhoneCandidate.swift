/// Digits with their punctuation that may be a telephone number.
struct PhoneCandidate {
  /// The whole, with an extension.
  var range: Range<Int>
  /// Where the number without its extension ends.
  var coreEnd: Int
  /// The digits of the number without its extension, as values.
  var digits: [UInt8]

  /// The candidate whose first digits begin at `run` (a digit run's start), or nil; `next` is where
  /// the search may go on. Looks at no more than about a hundred bytes.
  static func find(
    _ text: PersonalText, run: Int, floor: Int
  ) -> (candidate: PhoneCandidate?, next: Int) {
    let start = first(text, run, floor)
    guard isStart(text, start) else { return (nil, run &+ 1) }
    var ends: [Int] = []
    var i = run
    while ends.count < 17, text.isDigit(i) {
      i &+= 1
      ends.append(i)
      var k = i
      var gap = 0
      while gap < 3, let width = separator(text, k) {
        k &+= width
        gap += 1
      }
      if gap > 0, text.isDigit(k) { i = k }
    }
    // A run that goes on is no number; the longest beginning that ends well is.
    var n = min(ends.count, 16)
    while n >= 6 {
      var end = ends[n - 1]
      let core = end
      if let tail = extensionEnd(text, core), isEnd(text, tail) { end = tail }
      if end > core || isEnd(text, core) {
        if text[end] == 0x29, unbalanced(text, start..<end) { end &+= 1 }
        let digits = text.digits(start..<core)
        return (PhoneCandidate(range: start..<end, coreEnd: core, digits: digits), end)
      }
      n -= 1
    }
    return (nil, run &+ 1)
  }

  /// True when `range` opens a bracket that it doesn't close.
  private static func unbalanced(_ text: PersonalText, _ range: Range<Int>) -> Bool {
    var depth = 0
    for i in range {
      if text[i] == 0x28 { depth += 1 }
      if text[i] == 0x29 { depth -= 1 }
    }
    // The bracket around the whole number stays outside of it.
    return depth > 0 && text[range.lowerBound] != 0x28
  }

  private static func first(_ text: PersonalText, _ run: Int, _ floor: Int) -> Int {
    var start = run
    let b = text[run &- 1]
    if b == 0x2B {
      start = run &- 1
      if text[start &- 1] == 0x28 { start &-= 1 }
    } else if b == 0x28 {
      start = run &- 1
      let c = text[start &- 1]
      if c == 0x2B {
        start &-= 1
      } else if c == 0x20 || c == 0x2D, text[start &- 2] == 0x2B {
        start &-= 2
      }
    } else if b == 0x20 || b == 0x2D, text[run &- 2] == 0x2B {
      start = run &- 2
    }
    return start >= floor ? start : run
  }

  private static func isStart(_ text: PersonalText, _ start: Int) -> Bool {
    if text.isWord(before: start) { return false }
    switch text[start &- 1] {
    case 0x2E, 0x2B, 0x2F, 0x40, 0x23, 0x3D, 0x24, 0x25, 0x2D: return false
    case 0x20, 0x2C:
      // Behind a number, or a placeholder that took one's place.
      if text.isDigit(start &- 2) { return false }
      return !(text[start &- 2] == 0x5D && text.isDigit(start &- 3))
    case 0xA3, 0xA5: return text[start &- 2] != 0xC2
    case 0xAC: return !(text[start &- 2] == 0x82 && text[start &- 3] == 0xE2)
    default: return true
    }
  }

  private static func isEnd(_ text: PersonalText, _ end: Int) -> Bool {
    !text.isWord(at: end)
      && !((text[end] == 0x2E || text[end] == 0x2C) && text.isDigit(end &+ 1))
  }

  /// The width of a sign that may stand between digits: blank . - / ( ) and the en dash.
  private static func separator(_ text: PersonalText, _ i: Int) -> Int? {
    switch text[i] {
    case 0x20, 0x2E, 0x2D, 0x2F, 0x28, 0x29: return 1
    case 0xE2: return text[i &+ 1] == 0x80 && text[i &+ 2] == 0x93 ? 3 : nil
    case 0xC2: return text[i &+ 1] == 0xA0 ? 2 : nil
    default: return nil
    }
  }

  private static func extensionEnd(_ text: PersonalText, _ core: Int) -> Int? {
    var i = core
    if text[i] == 0x20 { i &+= 1 }
    if text.matches("extension", at: i) {
      i &+= 9
    } else if text.matches("ext.", at: i) {
      i &+= 4
    } else if text.matches("ext", at: i) {
      i &+= 3
    } else if text.matches("durchwahl", at: i) {
      i &+= 9
    } else if text.matches("poste", at: i) {
      i &+= 5
    } else if text[i] | 0x20 == 0x78 || text[i] == 0x23 {
      i &+= 1
    } else {
      return nil
    }
    if text[i] == 0x20 { i &+= 1 }
    let first = i
    while text.isDigit(i), i &- first < 6 { i &+= 1 }
    return i > first ? i : nil
  }
}
