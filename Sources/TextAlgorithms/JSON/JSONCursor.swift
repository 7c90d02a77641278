internal import CLanes

/// A validating reader over the bytes of one JSON text; it moves forward and copies nothing.
///
/// Depth is bounded (`maximumDepth`), so hostile nesting ends in an error and not in a crash.
struct JSONCursor {
  static let maximumDepth = 512

  let base: UnsafePointer<UInt8>
  let count: Int
  var position: Int

  @inline(__always)
  init(_ bytes: UnsafeBufferPointer<UInt8>, from position: Int = 0) {
    // SAFETY: an empty buffer may have no address; nothing is read from it since count is 0.
    base = bytes.baseAddress ?? UnsafePointer(bitPattern: 8)!
    count = bytes.count
    self.position = position
  }

  @inline(__always)
  mutating func skipSpace() {
    while position < count {
      switch base[position] {
      case 0x20, 0x0A, 0x0D, 0x09: position &+= 1
      default: return
      }
    }
  }

  /// Moves past a string whose opening quote is at `position`; true when it holds a backslash.
  @inline(__always)
  mutating func skipString() throws(JSONError) -> Bool {
    let start = position
    position &+= 1
    var escaped = false
    let raw = UnsafeRawPointer(base)
    while true {
      // Eight bytes at a time while none is a quote, a backslash or a control character; more in long strings.
      let first = position
      while position &+ 8 <= count {
        let word = raw.loadUnaligned(fromByteOffset: position, as: UInt64.self)
        let stop = JSONCursor.stopMask(word)
        if stop == 0 {
          position &+= 8
          if position &- first == 32 {
            // SAFETY: the bytes up to `count` are inside.
            position = tm_plain_end(base, count, position)
            break
          }
        } else {
          position &+= stop.trailingZeroBitCount >> 3
          break
        }
      }
      guard position < count else {
        throw JSONError("a string has no end", at: start)
      }
      let byte = base[position]
      if byte == 0x22 {
        position &+= 1
        return escaped
      }
      if byte == 0x5C {
        escaped = true
        try skipEscape()
      } else if byte < 0x20 {
        throw JSONError("a control character in a string", at: position)
      } else {
        position &+= 1
      }
    }
  }

  /// High bits set at bytes that are `"`, `\` or below 0x20; exact for the lowest such byte.
  @inline(__always)
  static func stopMask(_ word: UInt64) -> UInt64 {
    let ones: UInt64 = 0x0101_0101_0101_0101
    let highs: UInt64 = 0x8080_8080_8080_8080
    let quote = word ^ (ones &* 0x22)
    let slash = word ^ (ones &* 0x5C)
    let below = (word &- ones &* 0x20) & ~word
    return (((quote &- ones) & ~quote) | ((slash &- ones) & ~slash) | below) & highs
  }

  private mutating func skipEscape() throws(JSONError) {
    guard position &+ 1 < count else { throw JSONError("a string has no end", at: position) }
    switch base[position &+ 1] {
    case 0x22, 0x5C, 0x2F, 0x62, 0x66, 0x6E, 0x72, 0x74:
      position &+= 2
    case 0x75:
      guard position &+ 6 <= count else { throw JSONError("a string has no end", at: position) }
      for i in 2..<6 where JSONCursor.hexadecimal(base[position &+ i]) == nil {
        throw JSONError("\\u needs four hexadecimal digits", at: position)
      }
      position &+= 6
    default:
      throw JSONError("an unknown escape in a string", at: position)
    }
  }

  @inline(__always)
  static func hexadecimal(_ byte: UInt8) -> UInt32? {
    switch byte {
    case 0x30...0x39: UInt32(byte &- 0x30)
    case 0x41...0x46: UInt32(byte &- 0x37)
    case 0x61...0x66: UInt32(byte &- 0x57)
    default: nil
    }
  }

  /// Moves past one value of any kind.
  @inline(__always)
  mutating func skipValue() throws(JSONError) {
    guard position < count else { throw JSONError("a value is missing", at: position) }
    switch base[position] {
    case 0x22: _ = try skipString()
    case 0x7B, 0x5B: try skipContainer()
    case 0x74: try skipWord("true")
    case 0x66: try skipWord("false")
    case 0x6E: try skipWord("null")
    default: try skipNumber()
    }
  }

  mutating func skipWord(_ word: StaticString) throws(JSONError) {
    let length = word.utf8CodeUnitCount
    guard position &+ length <= count else { throw JSONError("an unknown word", at: position) }
    for i in 0..<length where base[position &+ i] != word.utf8Start[i] {
      throw JSONError("an unknown word", at: position)
    }
    position &+= length
  }

  mutating func skipNumber() throws(JSONError) {
    let start = position
    if position < count, base[position] == 0x2D { position &+= 1 }
    let whole = skipDigits()
    guard whole > 0 else { throw JSONError("a value was expected", at: start) }
    if whole > 1, base[position &- whole] == 0x30 {
      throw JSONError("a number begins with 0", at: start)
    }
    if position < count, base[position] == 0x2E {
      position &+= 1
      guard skipDigits() > 0 else { throw JSONError("a number ends in a point", at: start) }
    }
    if position < count, base[position] | 0x20 == 0x65 {
      position &+= 1
      if position < count, base[position] == 0x2B || base[position] == 0x2D { position &+= 1 }
      guard skipDigits() > 0 else { throw JSONError("an exponent has no digits", at: start) }
    }
  }

  private mutating func skipDigits() -> Int {
    let start = position
    while position < count, base[position] &- 0x30 < 10 { position &+= 1 }
    return position &- start
  }

  /// Moves past an object or array; iterative, with the kinds of the open containers as bits.
  private mutating func skipContainer() throws(JSONError) {
    var depth = 0
    // One bit for each open container: 1 is an object. 8 words hold `maximumDepth` of them.
    var kinds = InlineArray<8, UInt64>(repeating: 0)
    var expectsMember = false
    while true {
      // At a value.
      skipSpace()
      guard position < count else { throw JSONError("the text ends too early", at: position) }
      let byte = base[position]
      if byte == 0x7B || byte == 0x5B {
        guard depth < JSONCursor.maximumDepth else {
          throw JSONError("nested deeper than \(JSONCursor.maximumDepth)", at: position)
        }
        let bit = UInt64(1) << UInt64(depth & 63)
        if byte == 0x7B { kinds[depth >> 6] |= bit } else { kinds[depth >> 6] &= ~bit }
        depth &+= 1
        position &+= 1
        skipSpace()
        if position < count, base[position] == (byte == 0x7B ? 0x7D : 0x5D) {
          position &+= 1
          depth &-= 1
          if depth == 0 { return }
        } else {
          expectsMember = byte == 0x7B
          if expectsMember { try skipKey() }
          continue
        }
      } else {
        try skipValue()
      }
      // After a value: close or go on.
      closing: while true {
        skipSpace()
        guard position < count else { throw JSONError("the text ends too early", at: position) }
        let isObject = kinds[(depth &- 1) >> 6] >> UInt64((depth &- 1) & 63) & 1 == 1
        switch base[position] {
        case 0x2C:
          position &+= 1
          if isObject {
            skipSpace()
            try skipKey()
          }
          break closing
        case isObject ? 0x7D : 0x5D:
          position &+= 1
          depth &-= 1
          if depth == 0 { return }
        default:
          throw JSONError(
            isObject ? "',' or '}' was expected" : "',' or ']' was expected", at: position)
        }
      }
    }
  }

  /// Moves past `"key" :` and the space around it.
  mutating func skipKey() throws(JSONError) {
    guard position < count, base[position] == 0x22 else {
      throw JSONError("a key was expected", at: position)
    }
    _ = try skipString()
    skipSpace()
    guard position < count, base[position] == 0x3A else {
      throw JSONError("':' was expected", at: position)
    }
    position &+= 1
    skipSpace()
  }
}
