/// Checksums of wallet addresses.
package enum WalletChecksum {
  private static let alphabet58 = Array(
    "123456789ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz".utf8)
  private static let alphabet32 = Array("qpzry9x8gf2tvdw0s3jn54khce6mua7l".utf8)

  /// True when `text` is 25 bytes in base 58, the last four of them a double SHA-256 of the rest.
  package static func isBase58Check(_ text: [UInt8]) -> Bool {
    var raw = [UInt8](repeating: 0, count: 25)
    guard text.count >= 25, text.count <= 35 else { return false }
    for byte in text {
      guard let digit = alphabet58.firstIndex(of: byte) else { return false }
      var carry = digit
      for i in raw.indices.reversed() {
        carry += Int(raw[i]) * 58
        raw[i] = UInt8(truncatingIfNeeded: carry)
        carry >>= 8
      }
      if carry > 0 { return false }
    }
    let digest = SHA256.hash(SHA256.hash(Array(raw[..<21])))
    return Array(digest[..<4]) == Array(raw[21...])
  }

  /// True when `text` (lower case, with "bc1" before) holds by Bech32 or Bech32m (BIP 173, BIP 350).
  package static func isBech32(_ text: [UInt8]) -> Bool {
    var check: UInt32 = 1
    func add(_ value: UInt32) {
      let top = check >> 25
      check = (check & 0x1FF_FFFF) << 5 ^ value
      let generator: [UInt32] = [
        0x3B6A_57B2, 0x2650_8E6D, 0x1EA1_19FA, 0x3D42_33DD, 0x2A14_62B3,
      ]
      for (i, g) in generator.enumerated() where top >> UInt32(i) & 1 == 1 { check ^= g }
    }
    for value: UInt32 in [3, 3, 0, 2, 3] { add(value) }
    for byte in text.dropFirst(3) {
      guard let value = alphabet32.firstIndex(of: byte) else { return false }
      add(UInt32(value))
    }
    return check == 1 || check == 0x2BC8_30A3
  }
}
