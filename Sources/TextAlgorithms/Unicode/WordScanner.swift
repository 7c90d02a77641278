/// Finds the words of a text and measures it.
///
/// A word is a run of letters, marks, digits and connector punctuation (`\w+`). In scripts written
/// without spaces (Han, kana, Thai, Lao, Khmer, Burmese) each letter is a unit of its own, with the
/// marks behind it, and two units count as one word: the mean length of a word there is near two.
package enum WordScanner {
  /// How long a text is.
  package struct Measure: Equatable, Sendable {
    /// Runs of spaced scripts plus half the units of the others, rounded up.
    package var words: Int
    /// Unicode scalars.
    package var characters: Int
  }

  /// Counts words and characters of valid UTF-8. Linear.
  package static func measure(_ text: UnsafeBufferPointer<UInt8>) -> Measure {
    var runs = 0
    var units = 0
    forEachUnit(text) { _, isUnspaced in
      if isUnspaced { units &+= 1 } else { runs &+= 1 }
    }
    return Measure(words: runs + (units + 1) / 2, characters: UTF8Encoding.scalarCount(text))
  }

  /// Calls `body` with the byte range of each word or unit, and whether its script has no spaces. Linear.
  package static func forEachUnit(
    _ text: UnsafeBufferPointer<UInt8>, _ body: (Range<Int>, _ isUnspaced: Bool) -> Void
  ) {
    guard let base = text.baseAddress else { return }
    let properties = ScalarProperties()
    let count = text.count
    var start = -1
    var isUnspaced = false
    var i = 0
    while i < count {
      let (scalar, length) = UTF8Scanning.decode(base + i)
      let bits = properties[scalar]
      if bits & ScalarProperties.word == 0 {
        if start >= 0 { body(start..<i, isUnspaced) }
        start = -1
      } else if bits & ScalarProperties.unspaced != 0 {
        if start >= 0 { body(start..<i, isUnspaced) }
        start = i
        isUnspaced = true
      } else if start < 0 {
        start = i
        isUnspaced = false
      } else if isUnspaced, !isMark(scalar, bits) {
        body(start..<i, true)
        start = i
        isUnspaced = false
      }
      i &+= length
    }
    if start >= 0 { body(start..<count, isUnspaced) }
  }

  /// Whether a word scalar behind a unit belongs to it: a mark of its script or a general one.
  @inline(__always)
  private static func isMark(_ scalar: UInt32, _ bits: UInt8) -> Bool {
    switch scalar {
    case 0x0300...0x036F, 0x0E30...0x0E4E, 0x0EB0...0x0ECE, 0x102B...0x1064: true
    case 0x17B4...0x17DD, 0x3099, 0x309A, 0xFE00...0xFE0F: true
    default: false
    }
  }
}
