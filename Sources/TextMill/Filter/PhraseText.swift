/// Text as phrases are compared with it.
enum PhraseText {
  /// Lower case, one kind of apostrophe, white space runs as one line feed or space, none at the ends.
  ///
  /// Lower case of ASCII, Latin-1, Latin Extended-A and Cyrillic: the alphabets with case of the
  /// phrases. `bytes` is valid UTF-8. Linear.
  static func folded(_ bytes: ArraySlice<UInt8>) -> [UInt8] {
    var out: [UInt8] = []
    out.reserveCapacity(bytes.count)
    var i = bytes.startIndex
    while i < bytes.endIndex {
      let byte = bytes[i]
      i += 1
      if byte <= 0x20 {
        let white: UInt8 = byte == 0x0A ? 0x0A : 0x20
        switch out.last {
        case nil, 0x0A: break
        case 0x20: out[out.count - 1] = white
        default: out.append(white)
        }
      } else if byte < 0x80 {
        out.append(byte &- 0x41 < 26 ? byte | 0x20 : byte)
      } else if i < bytes.endIndex, (0xC3...0xC5).contains(byte) || byte == 0xD0 {
        appendLower(UInt16(byte & 0x1F) << 6 | UInt16(bytes[i] & 0x3F), to: &out)
        i += 1
      } else if byte == 0xE2, bytes[i...].starts(with: [0x80, 0x99]) {
        out.append(0x27)
        i += 2
      } else {
        out.append(byte)
      }
    }
    if let last = out.last, last <= 0x20 { out.removeLast() }
    return out
  }

  /// Appends the lower case of a scalar of two bytes.
  private static func appendLower(_ scalar: UInt16, to out: inout [UInt8]) {
    let lower: UInt16
    switch scalar {
    case 0xC0...0xD6, 0xD8...0xDE, 0x0410...0x042F: lower = scalar + 0x20
    case 0x0400...0x040F: lower = scalar + 0x50
    case 0x0130:
      out.append(0x69)
      return
    case 0x0178: lower = 0xFF
    case 0x0100...0x0137, 0x014A...0x0177: lower = scalar | 1
    case 0x0139...0x0148, 0x0179...0x017E: lower = scalar + (scalar & 1)
    default: lower = scalar
    }
    out.append(UInt8(0xC0 | lower >> 6))
    out.append(UInt8(0x80 | lower & 0x3F))
  }
}
