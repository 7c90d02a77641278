/// A 128-bit hash of bytes: equal for equal texts, and different for different ones in practice.
///
/// Two lanes of wide multiplications over 16 bytes each, with fixed constants, so that a hash means
/// the same in every run. It resists accidents (2⁻¹²⁸ · n²), not an adversary who searches for
/// collisions.
package struct ContentHash: Hashable, Comparable, Sendable, BitwiseCopyable {
  package var high: UInt64
  package var low: UInt64

  package init(high: UInt64, low: UInt64) {
    self.high = high
    self.low = low
  }

  /// The hash of `bytes`. Linear.
  package init(of bytes: UnsafeBufferPointer<UInt8>) {
    let count = bytes.count
    var a = 0x243F_6A88_85A3_08D3 ^ UInt64(truncatingIfNeeded: count)
    var b: UInt64 = 0x1319_8A2E_0370_7344
    // SAFETY: whole blocks end at or before `count`; the rest is copied into a block of zeros.
    if let base = bytes.baseAddress {
      let raw = UnsafeRawPointer(base)
      var at = 0
      while at &+ 32 <= count {
        Self.absorb(raw + at, &a, &b)
        at &+= 32
      }
      if at < count {
        withUnsafeTemporaryAllocation(byteCount: 32, alignment: 8) { block in
          block.initializeMemory(as: UInt8.self, repeating: 0)
          block.copyMemory(from: UnsafeRawBufferPointer(start: raw + at, count: count &- at))
          if let start = block.baseAddress { Self.absorb(UnsafeRawPointer(start), &a, &b) }
        }
      }
    }
    high = WideMultiply.fold(a ^ 0xA409_3822_299F_31D0, b ^ 0x082E_FA98_EC4E_6C89)
    low = WideMultiply.fold(
      WideMultiply.scramble(b) ^ 0x4528_21E6_38D0_1377, a ^ 0xBE54_66CF_34E9_0C6C)
  }

  /// Mixes 32 bytes into both lanes; each lane keeps its own sum of what it saw, so that a product
  /// of zero loses nothing.
  @inline(__always)
  private static func absorb(_ block: UnsafeRawPointer, _ a: inout UInt64, _ b: inout UInt64) {
    let w0 = block.loadUnaligned(as: UInt64.self)
    let w1 = block.loadUnaligned(fromByteOffset: 8, as: UInt64.self)
    let w2 = block.loadUnaligned(fromByteOffset: 16, as: UInt64.self)
    let w3 = block.loadUnaligned(fromByteOffset: 24, as: UInt64.self)
    let x = WideMultiply.fold(w0 ^ 0xC0AC_29B7_C97C_50DD, w1 ^ a)
    let y = WideMultiply.fold(w2 ^ 0x3F84_D5B5_B547_0917, w3 ^ b)
    a = (a ^ w2) &* 0x9E37_79B9_7F4A_7C15 &+ x &+ (w3 << 32 | w3 >> 32)
    b = (b ^ w0) &* 0xD1B5_4A32_D192_ED03 &+ y &+ (w1 << 32 | w1 >> 32)
  }

  package static func < (a: ContentHash, b: ContentHash) -> Bool {
    a.high != b.high ? a.high < b.high : a.low < b.low
  }
}
