/// Reading valid UTF-8 through pointers: decoding one scalar, passing runs of plain bytes.
enum UTF8Scanning {
  /// The scalar that begins at `p` and its length in bytes.
  // SAFETY: the caller's text is valid UTF-8 and `p` is at a boundary before its end, so the bytes
  // that the lead announces are there.
  @inline(__always)
  static func decode(_ p: UnsafePointer<UInt8>) -> (scalar: UInt32, length: Int) {
    let lead = UInt32(p[0])
    if lead < 0x80 { return (lead, 1) }
    if lead < 0xE0 { return ((lead & 0x1F) << 6 | UInt32(p[1] & 0x3F), 2) }
    if lead < 0xF0 {
      return ((lead & 0xF) << 12 | UInt32(p[1] & 0x3F) << 6 | UInt32(p[2] & 0x3F), 3)
    }
    let high = (lead & 7) << 18 | UInt32(p[1] & 0x3F) << 12
    return (high | UInt32(p[2] & 0x3F) << 6 | UInt32(p[3] & 0x3F), 4)
  }

  /// The scalar that ends just before `p`, and its length.
  // SAFETY: `p` is behind at least one scalar of valid UTF-8.
  @inline(__always)
  static func decodeBackward(_ p: UnsafePointer<UInt8>) -> (scalar: UInt32, length: Int) {
    var start = p - 1
    while start[0] & 0xC0 == 0x80 { start -= 1 }
    return decode(start)
  }

  /// The first offset at or after `start` of a byte that is `limit` or more; `count` if there is none.
  @inline(__always)
  static func firstByte(
    atLeast limit: UInt8, in base: UnsafePointer<UInt8>, from start: Int, count: Int
  ) -> Int {
    let raw = UnsafeRawPointer(base)
    var i = start
    // SAFETY: both loads end at or before `count`.
    while i &+ 32 <= count {
      let low = raw.loadUnaligned(fromByteOffset: i, as: SIMD16<UInt8>.self)
      let high = raw.loadUnaligned(fromByteOffset: i &+ 16, as: SIMD16<UInt8>.self)
      if pointwiseMax(low, high).max() >= limit { break }
      i &+= 32
    }
    while i < count, base[i] < limit { i &+= 1 }
    return i
  }
}

extension UTF8Scanning {
  /// The first offset at or after `start` of a byte below `low` or at least `high`, else `count`.
  @inline(__always)
  static func firstByte(
    below low: UInt8, orAtLeast high: UInt8, in base: UnsafePointer<UInt8>, from start: Int,
    count: Int
  ) -> Int {
    let raw = UnsafeRawPointer(base)
    let span = high &- low
    let lows = SIMD16<UInt8>(repeating: low)
    var i = start
    while true {
      // What lies outside the bounds wraps round to `span` or more: one comparison for both.
      // SAFETY: the loads end at or before `count`.
      while i &+ 32 <= count {
        let first = raw.loadUnaligned(fromByteOffset: i, as: SIMD16<UInt8>.self) &- lows
        let second = raw.loadUnaligned(fromByteOffset: i &+ 16, as: SIMD16<UInt8>.self) &- lows
        if pointwiseMax(first, second).max() >= span { break }
        i &+= 32
      }
      let end = min(i &+ 32, count)
      while i < end {
        if base[i] &- low >= span { return i }
        i &+= 1
      }
      if i == count { return count }
    }
  }
}
