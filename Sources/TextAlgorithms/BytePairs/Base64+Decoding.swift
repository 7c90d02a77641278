extension Base64 {
  /// The bytes of a text of Base64, with or without padding, also in the alphabet of addresses; white space
  /// is passed over. nil when anything else stands in it. Linear.
  package static func decode(_ text: some Sequence<UInt8>) -> [UInt8]? {
    var out: [UInt8] = []
    var group: UInt32 = 0
    var digits = 0
    for byte in text {
      if byte <= 0x20 || byte == 0x3D { continue }
      let value = byte == 0x2D ? 62 : byte == 0x5F ? 63 : values[Int(byte)]
      if value == 255 { return nil }
      group = group << 6 | UInt32(value)
      digits += 1
      if digits == 4 {
        out += [UInt8(group >> 16 & 255), UInt8(group >> 8 & 255), UInt8(group & 255)]
        (group, digits) = (0, 0)
      }
    }
    switch digits {
    case 0: return out
    case 2: return out + [UInt8(group >> 4 & 255)]
    case 3: return out + [UInt8(group >> 10 & 255), UInt8(group >> 2 & 255)]
    default: return nil
    }
  }
}
