/// Conversions between text and the inside of a JSON string.
package enum JSONString {
  /// Appends the text of a JSON string to `out`; `raw` is what stands between the quotes.
  ///
  /// Half of a surrogate pair becomes U+FFFD. `raw` must have passed a scanner. Linear; what isn't
  /// escaped is passed eight bytes at a time.
  package static func unescape(_ raw: UnsafeBufferPointer<UInt8>, into out: inout [UInt8]) {
    guard let base = raw.baseAddress else { return }
    out.reserveCapacity(out.count + raw.count)
    var i = 0
    while i < raw.count {
      let run = endOfRun(raw, from: i)
      if run > i {
        out.append(contentsOf: UnsafeBufferPointer(start: base + i, count: run &- i))
        i = run
        continue
      }
      let escape = base[i &+ 1]
      i &+= 2
      switch escape {
      case 0x62: out.append(0x08)
      case 0x66: out.append(0x0C)
      case 0x6E: out.append(0x0A)
      case 0x72: out.append(0x0D)
      case 0x74: out.append(0x09)
      case 0x75:
        var scalar = hexadecimal(base + i)
        i &+= 4
        if scalar & 0xFC00 == 0xD800, i &+ 6 <= raw.count, base[i] == 0x5C, base[i &+ 1] == 0x75 {
          let low = hexadecimal(base + i + 2)
          if low & 0xFC00 == 0xDC00 {
            scalar = 0x10000 &+ ((scalar & 0x3FF) << 10 | (low & 0x3FF))
            i &+= 6
          }
        }
        if scalar & 0xFFFF_F800 == 0xD800 { scalar = 0xFFFD }
        UTF8Encoding.append(scalar, to: &out)
      default: out.append(escape)
      }
    }
  }

  /// Where the first backslash at or behind `start` stands; the count when there is none.
  @inline(__always)
  private static func endOfRun(_ raw: UnsafeBufferPointer<UInt8>, from start: Int) -> Int {
    let bytes = UnsafeRawBufferPointer(raw)
    var i = start
    // SAFETY: a word is loaded only where its eight bytes are inside the buffer.
    while i &+ 8 <= raw.count {
      let word = bytes.loadUnaligned(fromByteOffset: i, as: UInt64.self) ^ 0x5C5C_5C5C_5C5C_5C5C
      // High bits at zero bytes; exact for the lowest one.
      let found = (word &- 0x0101_0101_0101_0101) & ~word & 0x8080_8080_8080_8080
      if found != 0 { return i &+ found.trailingZeroBitCount >> 3 }
      i &+= 8
    }
    while i < raw.count, raw[i] != 0x5C { i &+= 1 }
    return i
  }

  private static func hexadecimal(_ digits: UnsafePointer<UInt8>) -> UInt32 {
    var value: UInt32 = 0
    for i in 0..<4 { value = value << 4 | (JSONCursor.hexadecimal(digits[i]) ?? 0) }
    return value
  }

  /// Appends `text` (valid UTF-8) to `out` as a JSON string with its quotes.
  ///
  /// Only `"`, `\` and characters below U+0020 are escaped, so equal texts give equal bytes.
  package static func append(_ text: UnsafeBufferPointer<UInt8>, to out: inout [UInt8]) {
    out.reserveCapacity(out.count + text.count + 2)
    out.append(0x22)
    if let base = text.baseAddress {
      let raw = UnsafeRawPointer(base)
      var start = 0
      var i = 0
      while i < text.count {
        if i &+ 8 <= text.count {
          let stop = JSONCursor.stopMask(raw.loadUnaligned(fromByteOffset: i, as: UInt64.self))
          if stop == 0 {
            i &+= 8
            continue
          }
          i &+= stop.trailingZeroBitCount >> 3
        }
        let byte = base[i]
        if byte >= 0x20, byte != 0x22, byte != 0x5C {
          i &+= 1
          continue
        }
        out.append(contentsOf: UnsafeBufferPointer(start: base + start, count: i &- start))
        appendEscape(byte, to: &out)
        i &+= 1
        start = i
      }
      out.append(contentsOf: UnsafeBufferPointer(start: base + start, count: text.count &- start))
    }
    out.append(0x22)
  }

  /// Appends `text` (valid UTF-8) to `out` as a JSON string with its quotes.
  package static func append(_ text: [UInt8], to out: inout [UInt8]) {
    text.withUnsafeBufferPointer { append($0, to: &out) }
  }

  /// Appends `text` to `out` as a JSON string with its quotes.
  package static func append(_ text: String, to out: inout [UInt8]) {
    var text = text
    text.withUTF8 { append($0, to: &out) }
  }

  private static func appendEscape(_ byte: UInt8, to out: inout [UInt8]) {
    out.append(0x5C)
    switch byte {
    case 0x22, 0x5C: out.append(byte)
    case 0x08: out.append(0x62)
    case 0x09: out.append(0x74)
    case 0x0A: out.append(0x6E)
    case 0x0C: out.append(0x66)
    case 0x0D: out.append(0x72)
    default:
      let digits: StaticString = "0123456789abcdef"
      out.append(contentsOf: [0x75, 0x30, 0x30])
      out.append(digits.utf8Start[Int(byte >> 4)])
      out.append(digits.utf8Start[Int(byte & 15)])
    }
  }
}
