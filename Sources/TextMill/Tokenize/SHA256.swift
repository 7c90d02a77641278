internal import CCrypto

/// SHA-256 (FIPS 180-4) by the system's crypto library.
enum SHA256 {
  /// The digest of `bytes` in 64 hexadecimal digits.
  static func hexadecimal(_ bytes: UnsafeBufferPointer<UInt8>) -> String {
    var digest = [UInt8](repeating: 0, count: 32)
    // It fails only for lack of memory.
    let done = EVP_Digest(bytes.baseAddress, bytes.count, &digest, nil, EVP_sha256(), nil)
    precondition(done == 1, "SHA-256 failed")
    let digits = Array("0123456789abcdef".utf8)
    return String(decoding: digest.flatMap { [digits[Int($0 >> 4)], digits[Int($0 & 15)]] }, as: UTF8.self)
  }
}
