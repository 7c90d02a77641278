/// A view of text as bytes with the questions that scanners ask; reading outside gives 0.
///
/// SAFETY: it is only valid while `base[0..<count]` is alive and unchanged; it never leaves the call that
/// made it.
struct PersonalText {
  let base: UnsafePointer<UInt8>
  let count: Int

  @inline(__always) subscript(_ i: Int) -> UInt8 {
    UInt(bitPattern: i) < UInt(bitPattern: count) ? base[i] : 0
  }

  @inline(__always) static func isDigit(_ b: UInt8) -> Bool { b &- 0x30 < 10 }
  @inline(__always) static func isLetter(_ b: UInt8) -> Bool { (b | 0x20) &- 0x61 < 26 }
  @inline(__always) static func isUpper(_ b: UInt8) -> Bool { b &- 0x41 < 26 }
  @inline(__always) static func isAlphanumeric(_ b: UInt8) -> Bool { isDigit(b) || isLetter(b) }
  @inline(__always) static func isHex(_ b: UInt8) -> Bool {
    isDigit(b) || (b | 0x20) &- 0x61 < 6
  }
  @inline(__always) static func isSpace(_ b: UInt8) -> Bool { b == 0x20 || b &- 9 < 5 }
  @inline(__always) static func lower(_ b: UInt8) -> UInt8 { isUpper(b) ? b | 0x20 : b }

  @inline(__always) func isDigit(_ i: Int) -> Bool { Self.isDigit(self[i]) }
  @inline(__always) func isHex(_ i: Int) -> Bool { Self.isHex(self[i]) }

  /// True when a letter, a digit or a low line begins at `i` (or, for i in its midst, is there).
  /// Letters of scripts that write no blanks between words aren't word signs.
  @inline(__always) func isWord(at i: Int) -> Bool {
    let b = self[i]
    return b < 0x80 ? Self.isAlphanumeric(b) || b == 0x5F : isHighWord(at: i)
  }

  /// True when the sign that ends before `i` is a letter, a digit or a low line.
  @inline(__always) func isWord(before i: Int) -> Bool { isWord(at: i &- 1) }

  /// The start of the `n` scalars before `i`, moved behind a word that it would halve.
  func window(before i: Int, _ n: Int) -> Int {
    var s = i
    var left = n
    while s > 0, left > 0 {
      s &-= 1
      while s > 0, self[s] & 0xC0 == 0x80 { s &-= 1 }
      left &-= 1
    }
    if s > 0, isWord(before: s) {
      while s < i, isWord(at: s) { s &+= 1 }
    }
    return s
  }

  /// True when `word` (lower case ASCII) stands at `i`, in any case.
  @inline(__always) func matches(_ word: StaticString, at i: Int) -> Bool {
    let n = word.utf8CodeUnitCount
    guard i >= 0, i &+ n <= count else { return false }
    let p = word.utf8Start
    for k in 0..<n where Self.lower(base[i &+ k]) != p[k] { return false }
    return true
  }

  /// True when the bytes of `word` stand at `i`, just as they are.
  @inline(__always) func has(_ word: StaticString, at i: Int) -> Bool {
    let n = word.utf8CodeUnitCount
    guard i >= 0, i &+ n <= count else { return false }
    let p = word.utf8Start
    for k in 0..<n where base[i &+ k] != p[k] { return false }
    return true
  }

  /// Where `word` (lower case ASCII) stands in `range`, in any case, or nil. Product of the lengths.
  func find(_ word: StaticString, in range: Range<Int>) -> Int? {
    let n = word.utf8CodeUnitCount
    guard range.count >= n else { return nil }
    for i in range.lowerBound...(range.upperBound - n) where matches(word, at: i) { return i }
    return nil
  }

  /// The digits of `range` as values 0 to 9.
  func digits(_ range: Range<Int>) -> [UInt8] {
    var out: [UInt8] = []
    for i in range where isDigit(i) { out.append(base[i] &- 0x30) }
    return out
  }
}
