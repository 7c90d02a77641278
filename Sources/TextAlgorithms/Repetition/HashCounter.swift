/// Counts 64-bit hashes in a flat table that is used again; equal hashes are taken for equal things.
struct HashCounter {
  private var keys: [UInt64] = []
  private var counts: [UInt32] = []
  private var mask = 0

  /// Empties the table and makes room for so many different hashes.
  mutating func reset(capacity: Int) {
    var size = 16
    while size < capacity * 2 { size *= 2 }
    if size > keys.count {
      keys = [UInt64](repeating: 0, count: size)
      counts = [UInt32](repeating: 0, count: size)
    } else {
      for i in 0..<size { counts[i] = 0 }
    }
    mask = size - 1
  }

  /// Counts a hash once more and returns how often it has come, this time included.
  @inline(__always)
  mutating func add(_ hash: UInt64) -> Int {
    var slot = Int(truncatingIfNeeded: HashCounter.mix(hash)) & mask
    while counts[slot] != 0 {
      if keys[slot] == hash {
        counts[slot] &+= 1
        return Int(counts[slot])
      }
      slot = (slot &+ 1) & mask
    }
    keys[slot] = hash
    counts[slot] = 1
    return 1
  }

  /// The finalizer of SplitMix64.
  @inline(__always)
  static func mix(_ value: UInt64) -> UInt64 {
    var z = value &+ 0x9E37_79B9_7F4A_7C15
    z = (z ^ z >> 30) &* 0xBF58_476D_1CE4_E5B9
    z = (z ^ z >> 27) &* 0x94D0_49BB_1331_11EB
    return z ^ z >> 31
  }

  /// A hash of bytes, the same in every process.
  @inline(__always)
  static func hash(_ bytes: UnsafeBufferPointer<UInt8>) -> UInt64 {
    var h = UInt64(truncatingIfNeeded: bytes.count) &* 0x9E37_79B9_7F4A_7C15
    for byte in bytes { h = (h ^ UInt64(byte)) &* 0x0000_0100_0000_01B3 }
    return mix(h)
  }
}
