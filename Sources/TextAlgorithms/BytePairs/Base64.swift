/// Base64 of RFC 4648, with padding where it is written.
package enum Base64 {
  private static let alphabet: StaticString =
    "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/"

  /// The value of each digit; 255 for bytes that are none.
  static let values: [UInt8] = {
    var values = [UInt8](repeating: 255, count: 256)
    for i in 0..<64 { values[Int(alphabet.utf8Start[i])] = UInt8(i) }
    return values
  }()

  static func append(_ bytes: [UInt8], to out: inout [UInt8]) {
    for start in stride(from: 0, to: bytes.count, by: 3) {
      let left = min(3, bytes.count - start)
      var group = UInt32(bytes[start]) << 16
      if left > 1 { group |= UInt32(bytes[start + 1]) << 8 }
      if left > 2 { group |= UInt32(bytes[start + 2]) }
      for digit in 0..<4 {
        out.append(
          digit <= left ? alphabet.utf8Start[Int(group >> UInt32(18 - 6 * digit) & 63)] : 0x3D)
      }
    }
  }
}
