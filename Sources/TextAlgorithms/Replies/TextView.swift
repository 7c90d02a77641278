/// A piece of a text beside its folded form, byte for byte.
///
/// Valid only while both buffers live; both are valid UTF-8 and a view starts and ends between scalars.
struct TextView {
  let raw: UnsafePointer<UInt8>
  let low: UnsafePointer<UInt8>
  let count: Int

  /// The folded byte at an offset.
  // SAFETY: every caller keeps 0 ≤ i < count.
  @inline(__always)
  subscript(i: Int) -> UInt8 { low[i] }

  @inline(__always)
  var isEmpty: Bool { count == 0 }

  @inline(__always)
  func slice(_ from: Int, _ to: Int) -> TextView {
    TextView(raw: raw + from, low: low + from, count: to - from)
  }

  /// The scalar that starts at an offset, and its length.
  @inline(__always)
  func scalar(at i: Int) -> (value: UInt32, length: Int) {
    let b = UInt32(raw[i])
    if b < 0x80 { return (b, 1) }
    if b < 0xE0 { return ((b & 0x1F) << 6 | UInt32(raw[i + 1] & 0x3F), 2) }
    let c = UInt32(raw[i + 1] & 0x3F) << 6 | UInt32(raw[i + 2] & 0x3F)
    if b < 0xF0 { return ((b & 0x0F) << 12 | c, 3) }
    return ((b & 0x07) << 18 | c << 6 | UInt32(raw[i + 3] & 0x3F), 4)
  }

  /// The offset of the scalar that ends just before an offset above 0.
  @inline(__always)
  func before(_ i: Int) -> Int {
    var j = i - 1
    while j > 0, raw[j] & 0xC0 == 0x80 { j -= 1 }
    return j
  }

  /// Is the scalar that starts here part of a word (a letter, a digit, `_`)?
  @inline(__always)
  func isWord(at i: Int) -> Bool {
    let b = low[i]
    return b < 0x80 ? isWordByte(b) : Scalars.isWord(scalar(at: i).value)
  }

  /// Doesn't a word go on here?
  @inline(__always)
  func endsWord(_ i: Int) -> Bool { i >= count || !isWord(at: i) }

  /// Doesn't a word go on from before here?
  @inline(__always)
  func startsWord(_ i: Int) -> Bool {
    if i == 0 { return true }
    let b = low[i - 1]
    return b < 0x80 ? !isWordByte(b) : !Scalars.isWord(scalar(at: before(i)).value)
  }

  /// Does a word of ASCII go on from before here, so that none begins but an East Asian one?
  @inline(__always)
  func isInsideWord(_ i: Int) -> Bool { i > 0 && isWordByte(low[i - 1]) && low[i] < 0xE3 }

  /// How long the white space at an offset is: 0 for none.
  @inline(__always)
  func blank(at i: Int) -> Int {
    let b = low[i]
    if b == 0x20 || b &- 9 < 5 { return 1 }
    if b < 0xC2 { return 0 }
    if b == 0xC2 { return raw[i + 1] == 0xA0 || raw[i + 1] == 0x85 ? 2 : 0 }
    if b == 0xE2 || b == 0xE3 {
      let s = scalar(at: i).value
      return (0x2000...0x200A).contains(s) || s == 0x202F || s == 0x2028 || s == 0x3000 ? 3 : 0
    }
    return 0
  }

  /// The first offset from here on that isn't white space.
  @inline(__always)
  func skipBlanks(_ from: Int) -> Int {
    var i = from
    while i < count {
      let n = blank(at: i)
      if n == 0 { break }
      i += n
    }
    return i
  }

  /// The end of the text before this offset, white space left out.
  func trimBlanks(_ to: Int, from: Int = 0) -> Int {
    var i = to
    while i > from {
      let j = before(i)
      if blank(at: j) == 0 { break }
      i = j
    }
    return i
  }

  @inline(__always)
  func hasPrefix(_ text: StaticString, at i: Int = 0) -> Bool {
    let n = text.utf8CodeUnitCount
    guard i >= 0, i + n <= count else { return false }
    for k in 0..<n where low[i + k] != text.utf8Start[k] { return false }
    return true
  }

  /// The eight folded bytes from an offset on, the first the lowest.
  // SAFETY: every caller keeps i + 8 ≤ count.
  @inline(__always)
  func eightBytes(at i: Int) -> UInt64 {
    UInt64(littleEndian: UnsafeRawPointer(low + i).loadUnaligned(as: UInt64.self))
  }

  /// The first offset of a folded byte, or nil.
  @inline(__always)
  func firstIndex(of byte: UInt8, from: Int = 0) -> Int? {
    var i = from
    let wanted = UInt64(byte) &* 0x0101_0101_0101_0101
    while i &+ 8 <= count {
      let difference = eightBytes(at: i) ^ wanted
      let zeros = (difference &- 0x0101_0101_0101_0101) & ~difference & 0x8080_8080_8080_8080
      if zeros != 0 { return i &+ zeros.trailingZeroBitCount >> 3 }
      i &+= 8
    }
    while i < count {
      if low[i] == byte { return i }
      i += 1
    }
    return nil
  }

  /// Where a text first stands, or nil.
  func find(_ text: StaticString, from: Int = 0) -> Int? {
    var i = from
    while let at = firstIndex(of: text.utf8Start[0], from: i) {
      if hasPrefix(text, at: at) { return at }
      i = at + 1
    }
    return nil
  }

  /// Scalars in the view.
  var scalarCount: Int {
    var n = 0
    for i in 0..<count where raw[i] & 0xC0 != 0x80 { n += 1 }
    return n
  }

  /// Is it longer than so many scalars? Reads no more than it must.
  func isLonger(than limit: Int) -> Bool {
    guard count > limit, count <= limit * 4 else { return count > limit }
    var more = limit
    var i = 0
    while i &+ 8 <= count, more >= 0 {
      let bytes = UnsafeRawPointer(raw + i).loadUnaligned(as: UInt64.self)
      let rest = bytes >> 7 & ~(bytes >> 6) & 0x0101_0101_0101_0101
      more &-= 8 &- rest.nonzeroBitCount
      i &+= 8
    }
    while i < count, more >= 0 {
      if raw[i] & 0xC0 != 0x80 { more &-= 1 }
      i &+= 1
    }
    return more < 0
  }

  /// Skips scalars of a class, at most so many.
  @inline(__always)
  func skip(_ from: Int, atMost: Int = .max, where test: (UInt32) -> Bool) -> Int {
    var i = from
    var n = 0
    while i < count, n < atMost {
      let (s, length) = scalar(at: i)
      if !test(s) { break }
      i += length
      n += 1
    }
    return i
  }

  /// Skips scalars of a class backwards from the end.
  @inline(__always)
  func skipBack(_ from: Int, atMost: Int = .max, where test: (UInt32) -> Bool) -> Int {
    var i = from
    var n = 0
    while i > 0, n < atMost {
      let j = before(i)
      if !test(scalar(at: j).value) { break }
      i = j
      n += 1
    }
    return i
  }

  /// The end of the digits that start here.
  @inline(__always)
  func digits(_ from: Int, atMost: Int = .max) -> Int {
    var i = from
    while i < count, i - from < atMost, isDigitByte(low[i]) { i += 1 }
    return i
  }
}

@inline(__always)
func isDigitByte(_ b: UInt8) -> Bool { b &- 0x30 < 10 }

/// Is a folded ASCII byte a letter, a digit or `_`?
@inline(__always)
func isWordByte(_ b: UInt8) -> Bool { (b | 0x20) &- 0x61 < 26 || b &- 0x30 < 10 || b == 0x5F }
