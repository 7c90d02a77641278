internal import CLanes

/// Conversions between text and the inside of a JSON string.
package enum JSONString {
  /// Appends the text of a JSON string to `out`; `raw` is what stands between the quotes.
  ///
  /// Half of a surrogate pair becomes U+FFFD. `raw` must have passed a scanner. Linear. True when writing the text
  /// again gives the bytes of `raw`.
  @discardableResult
  package static func unescape(
    _ raw: UnsafeBufferPointer<UInt8>, into out: inout [UInt8]
  ) -> Bool {
    guard let base = raw.baseAddress else { return true }
    var isPlain = true
    out.append(addingCapacity: raw.count + 64) { (span: inout OutputSpan<UInt8>) in
      span.withUnsafeMutableBufferPointer { room, count in
        // SAFETY: the room is of 64 bytes more than `raw`.
        count += tm_json_text(base, raw.count, room.baseAddress! + count, &isPlain)
      }
    }
    return isPlain
  }

  /// The same, read into a room of its own; valid until the room takes another text.
  package static func unescape(
    _ raw: UnsafeBufferPointer<UInt8>, into room: TextRoom
  ) -> (text: UnsafeBufferPointer<UInt8>, isPlain: Bool) {
    guard let base = raw.baseAddress else { return (raw, true) }
    var isPlain = true
    // SAFETY: the room is of 64 bytes more than `raw`.
    let start = room.start(for: raw.count + 64)
    let count = tm_json_text(base, raw.count, start, &isPlain)
    return (UnsafeBufferPointer(start: start, count: count), isPlain)
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
