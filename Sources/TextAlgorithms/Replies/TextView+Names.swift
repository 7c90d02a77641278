/// What tells names, bullets and code from sentences.
extension TextView {
  /// Without `*`, `_`, `|` and blanks at both ends.
  var withoutEmphasis: TextView {
    var from = 0
    var to = count
    while from < to, TextView.isEmphasis(low[from]) { from += 1 }
    while to > from, TextView.isEmphasis(low[to - 1]) { to -= 1 }
    return slice(from, to)
  }

  /// Would anything of a text that isn't empty go with the emphasis?
  @inline(__always)
  var hasEmphasisAround: Bool { TextView.isEmphasis(low[0]) || TextView.isEmphasis(low[count - 1]) }

  @inline(__always)
  private static func isEmphasis(_ b: UInt8) -> Bool {
    b == 0x2A || b == 0x5F || b == 0x7C || b == 0x20 || b == 0x09
  }

  /// The first 64 words, as ranges; a line with more isn't looked at closer.
  var words: [Range<Int>] {
    var words: [Range<Int>] = []
    words.reserveCapacity(16)
    var i = skipBlanks(0)
    while i < count, words.count < 64 {
      let start = i
      while i < count, blank(at: i) == 0 { i += 1 }
      words.append(start..<i)
      i = skipBlanks(i)
    }
    return words
  }

  /// How many words begin with a capital or no letter at all.
  func capitalWords(_ words: [Range<Int>]) -> Int {
    words.count {
      let first = scalar(at: $0.lowerBound).value
      return Scalars.isUpper(first) || !Scalars.isLetter(first)
    }
  }

  /// How many words of digits follow another such word, as in `+44 20 7946 0123`.
  func numberContinuations(_ words: [Range<Int>]) -> Int {
    var n = 0
    var wasNumber = false
    for range in words {
      let isNumber = range.allSatisfy {
        isDigitByte(low[$0]) || "()+./-".utf8.contains(low[$0])
      }
      if isNumber, wasNumber { n += 1 }
      wasNumber = isNumber
    }
    return n
  }

  /// Is each word a letter and letters, dots, apostrophes, hyphens, with at most a comma behind?
  func areNames(_ words: [Range<Int>]) -> Bool {
    words.allSatisfy { range in
      let word = slice(range.lowerBound, range.upperBound)
      let (first, length) = word.scalar(at: 0)
      guard Scalars.isLetter(first) else { return false }
      let end = word.skip(length, where: TextView.isNameScalar)
      return end == word.count || (end == word.count - 1 && word[end] == 0x2C)
    }
  }

  private static func isNameScalar(_ s: UInt32) -> Bool {
    Scalars.isWord(s) || s == 0x2E || s == 0x27 || s == 0x2019 || s == 0x2D
  }

  /// One to three words with capitals: `Jane M. Doe`.
  var isCapitalName: Bool {
    if isLonger(than: 120) { return false }
    let words = self.words
    guard (1...3).contains(words.count) else { return false }
    let last = count > 0 && (low[count - 1] == 0x2E || low[count - 1] == 0x2C) ? count - 1 : count
    return words.allSatisfy { range in
      let word = slice(range.lowerBound, min(range.upperBound, last))
      guard word.count > 0, Scalars.isUpper(word.scalar(at: 0).value) else { return false }
      return word.skip(0, where: TextView.isNameScalar) == word.count
    }
  }

  /// `-Name`, `/Jane Doe`
  var isDashedName: Bool {
    var i = skipBlanks(0)
    let sign = skip(i, atMost: 2) { Scalars.isDash($0) || $0 == 0x7E || $0 == 0x2F }
    guard sign > i, sign < count else { return false }
    i = sign + blank(at: sign)
    let name = slice(i, trimBlanks(count, from: i))
    guard name.count > 0, !name.isLonger(than: 60) else { return false }
    let words = name.words
    return words.count <= 2
      && words.allSatisfy { range in
        let word = name.slice(range.lowerBound, range.upperBound)
        return Scalars.isUpper(word.scalar(at: 0).value)
          && word.skip(0, where: { Scalars.isWord($0) || $0 == 0x2E }) == word.count
      }
  }

  /// `- `, `* `, `1. `
  var isBullet: Bool {
    let i = skipBlanks(0)
    guard i < count else { return false }
    var end = i
    if low[i] == 0x2D || low[i] == 0x2A {
      end = i + 1
    } else if hasPrefix("•", at: i) {
      end = i + 3
    } else {
      end = digits(i)
      guard end > i, end < count, low[end] == 0x2E || low[end] == 0x29 else { return false }
      end += 1
    }
    return end < count && blank(at: end) > 0
  }

  /// Signs that stand in code rather than in names and addresses.
  var hasCodeSigns: Bool {
    for i in 0..<count {
      switch low[i] {
      case 0x7B, 0x7D, 0x3C, 0x3E, 0x3D, 0x3B: return true
      case 0x28:
        if i > 0, i + 1 < count, low[i + 1] == 0x29, !startsWord(i) { return true }
      default: break
      }
    }
    return false
  }

  var digitCount: Int {
    var n = 0
    for i in 0..<count where isDigitByte(low[i]) { n += 1 }
    return n
  }
}
