/// Keys and hashes of byte strings, read in words.
extension VocabularyTables {
  @inline(__always)
  static func word(_ q: UnsafePointer<UInt8>) -> UInt64 {
    UInt64(littleEndian: UnsafeRawPointer(q).loadUnaligned(as: UInt64.self))
  }

  /// One to seven bytes with their number on top.
  @inline(__always)
  static func shortKey(_ q: UnsafePointer<UInt8>, _ length: Int) -> UInt64 {
    let n = UInt64(truncatingIfNeeded: length)
    return word(q) & (~0 &>> (64 &- n &* 8)) | n << 56
  }

  /// Eight to fifteen bytes with their number on top of the second word.
  @inline(__always)
  static func middleKey(_ q: UnsafePointer<UInt8>, _ length: Int) -> (low: UInt64, high: UInt64) {
    let n = UInt64(truncatingIfNeeded: length &- 8)
    // A mask for n = 0 would need a shift by the whole width: two shifts instead of one.
    return (word(q), word(q + 8) & ((~0 &>> 1) &>> (63 &- n &* 8)) | (n &+ 8) << 56)
  }

  @inline(__always)
  static func shortHash(_ key: UInt64) -> Int {
    let product = key &* 0x9E37_79B9_7F4A_7C15
    return Int(truncatingIfNeeded: (product ^ product >> 29) >> 20)
  }

  @inline(__always)
  static func middleHash(_ key: (low: UInt64, high: UInt64)) -> Int {
    Int(
      truncatingIfNeeded: mix(key.low ^ 0x9E37_79B9_7F4A_7C15, key.high ^ 0xA076_1D64_78BD_642F)
        >> 8)
  }

  /// Of sixteen bytes and more.
  @inline(__always)
  static func longHash(_ q: UnsafePointer<UInt8>, _ length: Int) -> Int {
    var hash = UInt64(truncatingIfNeeded: length)
    var i = 0
    while i &+ 8 <= length {
      hash = mix(hash ^ word(q + i), 0x9E37_79B9_7F4A_7C15)
      i &+= 8
    }
    hash = mix(hash ^ word(q + (length &- 8)), 0xA076_1D64_78BD_642F)
    return Int(truncatingIfNeeded: hash >> 8)
  }

  @inline(__always)
  private static func mix(_ a: UInt64, _ b: UInt64) -> UInt64 {
    let product = a.multipliedFullWidth(by: b)
    return product.high ^ product.low
  }
}
