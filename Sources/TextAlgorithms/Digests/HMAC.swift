/// Keyed hashes: HMAC with SHA-256 (RFC 2104).
package struct HMAC: Sendable {
  private let inner: [UInt8]
  private let outer: [UInt8]

  /// A key of more than 64 bytes counts as its hash.
  package init(key: [UInt8]) {
    var block = key.count > 64 ? SHA256.hash(key) : key
    block += [UInt8](repeating: 0, count: 64 - block.count)
    inner = block.map { $0 ^ 0x36 }
    outer = block.map { $0 ^ 0x5C }
  }

  /// The 32 bytes for a message.
  package func hash(_ message: [UInt8]) -> [UInt8] {
    SHA256.hash(outer + SHA256.hash(inner + message))
  }
}
