/// The encoding that Western spreadsheets and mail still use; ISO 8859-1 is read as it, as browsers do.
package enum Windows1252 {
  /// Appends `bytes` as UTF-8. The five bytes without a character become the C1 control of their number
  /// (WHATWG Encoding). Linear.
  package static func append(_ bytes: UnsafeBufferPointer<UInt8>, to out: inout [UInt8]) {
    out.reserveCapacity(out.count + bytes.count)
    for byte in bytes {
      if byte < 0x80 {
        out.append(byte)
      } else {
        UTF8Encoding.append(
          byte < 0xA0 ? UInt32(upper[Int(byte) - 0x80]) : UInt32(byte), to: &out)
      }
    }
  }

  private static let upper: [UInt16] = [
    0x20AC, 0x0081, 0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021, 0x02C6, 0x2030, 0x0160,
    0x2039, 0x0152, 0x008D, 0x017D, 0x008F, 0x0090, 0x2018, 0x2019, 0x201C, 0x201D, 0x2022,
    0x2013, 0x2014, 0x02DC, 0x2122, 0x0161, 0x203A, 0x0153, 0x009D, 0x017E, 0x0178,
  ]
}
