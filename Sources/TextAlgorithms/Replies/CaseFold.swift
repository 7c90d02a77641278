internal import CLanes

/// Lower-casing of UTF-8 that keeps every byte offset.
///
/// Covers ASCII, Latin, Greek, Cyrillic and full-width letters whose lower case is as long as the
/// capital; what isn't (the Turkish İ, for one) stays as it is. Two texts of equal letters fold alike.
package enum CaseFold {
  /// Writes the folded text over `low`, which has the same length.
  package static func fold(
    _ text: UnsafeBufferPointer<UInt8>, into low: UnsafeMutableBufferPointer<UInt8>
  ) {
    precondition(low.count == text.count)
    var i = 0
    while i < text.count {
      if i &+ 8 <= text.count, foldASCII(text, low, i) {
        i &+= 8
        if i &+ 64 <= text.count {
          // SAFETY: both buffers have the bytes from `i` on.
          i &+= tm_fold_ascii(text.baseAddress! + i, low.baseAddress! + i, text.count &- i)
        }
        continue
      }
      // The last eight bytes again: folded bytes are what folding them gives.
      if i &+ 8 > text.count, text.count >= 8, foldASCII(text, low, text.count &- 8) { return }
      let b = text[i]
      if b < 0x80 {
        low[i] = b &- 0x41 < 26 ? b | 0x20 : b
        i += 1
      } else if b < 0xE0, i + 1 < text.count {
        let folded = lower(UInt32(b & 0x1F) << 6 | UInt32(text[i + 1] & 0x3F))
        low[i] = UInt8(0xC0 | folded >> 6)
        low[i + 1] = UInt8(0x80 | folded & 0x3F)
        i += 2
      } else if b < 0xF0, i + 2 < text.count {
        let scalar =
          UInt32(b & 0x0F) << 12 | UInt32(text[i + 1] & 0x3F) << 6 | UInt32(text[i + 2] & 0x3F)
        let folded = lower(scalar)
        low[i] = b
        low[i + 1] = UInt8(0x80 | folded >> 6 & 0x3F)
        low[i + 2] = UInt8(0x80 | folded & 0x3F)
        i += 3
      } else {
        let end = min(text.count, i + 4)
        while i < end {
          low[i] = text[i]
          i += 1
        }
      }
    }
  }

  /// Folds eight bytes at once when all of them are ASCII; says whether it did.
  @inline(__always)
  private static func foldASCII(
    _ text: UnsafeBufferPointer<UInt8>, _ low: UnsafeMutableBufferPointer<UInt8>, _ i: Int
  ) -> Bool {
    let ones: UInt64 = 0x0101_0101_0101_0101
    let bytes = UnsafeRawBufferPointer(text).loadUnaligned(fromByteOffset: i, as: UInt64.self)
    guard bytes & (ones &* 0x80) == 0 else { return false }
    // A byte's top bit is set when it isn't below A, and when it is above Z.
    let capitals = ((bytes &+ ones &* 0x3F) ^ (bytes &+ ones &* 0x25)) & (ones &* 0x80)
    UnsafeMutableRawBufferPointer(low).storeBytes(
      of: bytes | capitals >> 2, toByteOffset: i, as: UInt64.self)
    return true
  }

  /// The folded bytes of a text.
  package static func fold(_ text: [UInt8]) -> [UInt8] {
    [UInt8](unsafeUninitializedCapacity: text.count) { low, count in
      text.withUnsafeBufferPointer {
        fold($0, into: UnsafeMutableBufferPointer(rebasing: low[..<$0.count]))
      }
      count = text.count
    }
  }

  /// The lower-case scalar, of the same length in UTF-8.
  static func lower(_ s: UInt32) -> UInt32 {
    switch s {
    case 0xC0...0xDE: return s == 0xD7 ? s : s + 0x20
    case 0x130, 0x131, 0x138, 0x149, 0x17F: return s
    case 0x178: return 0xFF
    case 0x139...0x148, 0x179...0x17E: return s & 1 == 1 ? s + 1 : s
    case 0x100...0x177: return s | 1
    case 0x1A0...0x1A5, 0x218...0x21B, 0x1E00...0x1E95, 0x1EA0...0x1EFF: return s | 1
    case 0x1AF: return 0x1B0
    case 0x386: return 0x3AC
    case 0x388...0x38A: return s + 37
    case 0x38C: return 0x3CC
    case 0x38E, 0x38F: return s + 63
    case 0x391...0x3A1, 0x3A3...0x3AB: return s + 0x20
    case 0x400...0x40F: return s + 0x50
    case 0x410...0x42F: return s + 0x20
    case 0x460...0x481, 0x48A...0x4BF, 0x4D0...0x52F: return s | 1
    case 0xFF21...0xFF3A: return s + 0x20
    default: return s
    }
  }
}
