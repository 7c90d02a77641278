internal import CCrypto

/// SHA-256 (FIPS 180-4) by libcrypto, which uses the processor's own instructions where it has them.
///
/// A class, so that the context is freed; used by one thread at a time.
package final class SHA256 {
  private let context: OpaquePointer

  /// The hash of nothing yet.
  package init() {
    // libcrypto returns nil only when memory is exhausted.
    context = EVP_MD_CTX_new()!
    EVP_DigestInit_ex(context, EVP_sha256(), nil)
  }

  deinit { EVP_MD_CTX_free(context) }

  /// Takes the next bytes of the message.
  package func update(_ bytes: UnsafeRawBufferPointer) {
    EVP_DigestUpdate(context, bytes.baseAddress, bytes.count)
  }

  /// Takes the next bytes of the message.
  package func update(_ bytes: [UInt8]) { bytes.withUnsafeBytes { update($0) } }

  /// The 32 bytes; the object starts anew afterwards.
  package func finish() -> [UInt8] {
    var digest = [UInt8](repeating: 0, count: 32)
    EVP_DigestFinal_ex(context, &digest, nil)
    EVP_DigestInit_ex(context, EVP_sha256(), nil)
    return digest
  }

  /// The 32 bytes of a whole message.
  package static func hash(_ bytes: [UInt8]) -> [UInt8] {
    let hash = SHA256()
    hash.update(bytes)
    return hash.finish()
  }

  /// The 32 bytes of a whole message.
  package static func hash(_ bytes: UnsafeBufferPointer<UInt8>) -> [UInt8] {
    let hash = SHA256()
    hash.update(UnsafeRawBufferPointer(bytes))
    return hash.finish()
  }

  /// Two lower-case digits for each byte.
  package static func hexadecimal(_ bytes: [UInt8]) -> String {
    let digits = Array("0123456789abcdef".utf8)
    var out: [UInt8] = []
    for byte in bytes {
      out.append(digits[Int(byte >> 4)])
      out.append(digits[Int(byte & 15)])
    }
    return String(decoding: out, as: UTF8.self)
  }
}
