package import TextAlgorithms

/// A document's 128-bit key: the first half of the SHA-256 of its id. Keys order documents in a shard.
package struct DocumentKey: Hashable, Comparable, Sendable {
  package var high: UInt64
  package var low: UInt64

  package init(high: UInt64, low: UInt64) {
    self.high = high
    self.low = low
  }

  package init(id: String, hash: SHA256) {
    var id = id
    id.withUTF8 { hash.update(UnsafeRawBufferPointer($0)) }
    let digest = hash.finish()
    high = digest[0..<8].reduce(0) { $0 << 8 | UInt64($1) }
    low = digest[8..<16].reduce(0) { $0 << 8 | UInt64($1) }
  }

  package static func < (a: DocumentKey, b: DocumentKey) -> Bool {
    (a.high, a.low) < (b.high, b.low)
  }

  /// The shard among `count`, a power of two: the leading bits.
  package func shard(of count: Int) -> Int {
    count <= 1 ? 0 : Int(high >> UInt64(64 - count.trailingZeroBitCount))
  }
}
