internal import CLanes

/// UTF-8 as bytes: writing scalars, checking and counting.
package enum UTF8Encoding {
  /// Appends a scalar value; surrogates and values above U+10FFFF are the caller's mistake.
  @inline(__always)
  package static func append(_ scalar: UInt32, to out: inout [UInt8]) {
    if scalar < 0x80 {
      out.append(UInt8(truncatingIfNeeded: scalar))
    } else if scalar < 0x800 {
      out.append(UInt8(truncatingIfNeeded: 0xC0 | scalar >> 6))
      out.append(UInt8(truncatingIfNeeded: 0x80 | scalar & 0x3F))
    } else if scalar < 0x10000 {
      out.append(UInt8(truncatingIfNeeded: 0xE0 | scalar >> 12))
      out.append(UInt8(truncatingIfNeeded: 0x80 | scalar >> 6 & 0x3F))
      out.append(UInt8(truncatingIfNeeded: 0x80 | scalar & 0x3F))
    } else {
      out.append(UInt8(truncatingIfNeeded: 0xF0 | scalar >> 18))
      out.append(UInt8(truncatingIfNeeded: 0x80 | scalar >> 12 & 0x3F))
      out.append(UInt8(truncatingIfNeeded: 0x80 | scalar >> 6 & 0x3F))
      out.append(UInt8(truncatingIfNeeded: 0x80 | scalar & 0x3F))
    }
  }

  /// The offset of the first byte that isn't part of well-formed UTF-8 (Unicode 15, table 3-7), or
  /// nil when all of it is. Linear; ASCII is passed 64 bytes at a time.
  package static func firstInvalid(_ bytes: UnsafeBufferPointer<UInt8>) -> Int? {
    guard let base = bytes.baseAddress else { return nil }
    let raw = UnsafeRawPointer(base)
    let count = bytes.count
    var i = 0
    while i < count {
      // SAFETY: the bytes up to `count` are inside.
      if i &+ 64 <= count, isASCII(raw + i, words: 4) { i &+= tm_ascii_run(base + i, count &- i) }
      while i &+ 8 <= count, isASCII(raw + i, words: 1) { i &+= 8 }
      if i == count { return nil }
      if base[i] < 0x80 {
        i &+= 1
        continue
      }
      // Such characters come in runs, where looking for ASCII would be in vain.
      repeat {
        let length = sequenceLength(base + i, count &- i)
        if length == 0 { return i }
        i &+= length
      } while i < count && base[i] >= 0x80
    }
    return nil
  }

  /// Whether so many words of eight bytes each are ASCII.
  @inline(__always)
  private static func isASCII(_ p: UnsafeRawPointer, words: Int) -> Bool {
    var bits: UInt64 = 0
    for i in 0..<words { bits |= p.loadUnaligned(fromByteOffset: i &* 8, as: UInt64.self) }
    return bits & 0x8080_8080_8080_8080 == 0
  }

  /// The length of the well-formed sequence at `p` with `n` bytes left, 0 when there is none.
  @inline(__always)
  static func sequenceLength(_ p: UnsafePointer<UInt8>, _ n: Int) -> Int {
    let lead = p[0]
    switch lead {
    case 0..<0x80: return 1
    case 0xC2...0xDF:
      return n >= 2 && p[1] & 0xC0 == 0x80 ? 2 : 0
    case 0xE0...0xEF:
      guard n >= 3, p[1] & 0xC0 == 0x80, p[2] & 0xC0 == 0x80 else { return 0 }
      if lead == 0xE0, p[1] < 0xA0 { return 0 }
      if lead == 0xED, p[1] > 0x9F { return 0 }
      return 3
    case 0xF0...0xF4:
      guard n >= 4, p[1] & 0xC0 == 0x80, p[2] & 0xC0 == 0x80, p[3] & 0xC0 == 0x80 else { return 0 }
      if lead == 0xF0, p[1] < 0x90 { return 0 }
      if lead == 0xF4, p[1] > 0x8F { return 0 }
      return 4
    default: return 0
    }
  }

  /// How many scalars valid UTF-8 holds: its bytes that don't continue a sequence.
  package static func scalarCount(_ bytes: UnsafeBufferPointer<UInt8>) -> Int {
    var count = 0
    for byte in bytes where byte & 0xC0 != 0x80 { count &+= 1 }
    return count
  }

  /// `bytes` with each maximal ill-formed part replaced by U+FFFD, and how many there were.
  package static func repaired(_ bytes: UnsafeBufferPointer<UInt8>) -> (text: [UInt8], repairs: Int)
  {
    guard let first = firstInvalid(bytes), let base = bytes.baseAddress else {
      return (Array(bytes), 0)
    }
    var out = [UInt8](bytes[..<first])
    var repairs = 0
    var i = first
    while i < bytes.count {
      let length = sequenceLength(base + i, bytes.count &- i)
      if length > 0 {
        out.append(contentsOf: UnsafeBufferPointer(start: base + i, count: length))
        i &+= length
      } else {
        repairs += 1
        out.append(contentsOf: [0xEF, 0xBF, 0xBD])
        i &+= 1
        while i < bytes.count, base[i] & 0xC0 == 0x80 { i &+= 1 }
      }
    }
    return (out, repairs)
  }
}
