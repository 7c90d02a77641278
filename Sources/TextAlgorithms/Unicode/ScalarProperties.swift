internal import CTables

/// Constant-time look-up of what the stages ask of a scalar value, from tables of Unicode 15.0.
///
/// A value to take into a local before a loop: it holds the addresses of the constant tables.
package struct ScalarProperties {
  /// Unchanged by NFC whatever stands beside it: quick check "yes", combining class 0.
  package static let nfcInert: UInt8 = 1
  /// Letter, mark, number or connector punctuation: `\w`.
  package static let word: UInt8 = 2
  package static let upper: UInt8 = 4
  package static let lower: UInt8 = 8
  /// A word character of a script written without spaces (Han, kana, Thai, Lao, Khmer, Burmese).
  package static let unspaced: UInt8 = 16
  /// Emoji or pictograph beyond ASCII.
  package static let emoji: UInt8 = 32
  /// A letter or mark of a script where joiners carry meaning (Arabic, Indic, Mongolian, …).
  package static let joinerScript: UInt8 = 64
  /// Control, format character or variation selector: what the step `invisible` looks at.
  package static let invisible: UInt8 = 128

  // SAFETY: both point to constant arrays of the program; every index stays inside them for any
  // scalar up to U+10FFFF, the only values the decoder makes of valid UTF-8.
  private let index: UnsafePointer<UInt16>
  private let blocks: UnsafePointer<UInt8>

  package init() {
    index = tm_scalar_index_start()
    blocks = tm_scalar_blocks_start()
  }

  /// The property bits of a scalar value (at most U+10FFFF).
  @inline(__always)
  package subscript(scalar: UInt32) -> UInt8 {
    blocks[Int(index[Int(scalar >> 7)]) << 7 | Int(scalar & 0x7F)]
  }

  /// Whether the scalar has any of the bits.
  @inline(__always)
  package func has(_ bits: UInt8, _ scalar: UInt32) -> Bool { self[scalar] & bits != 0 }
}
