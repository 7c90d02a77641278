/// Cuts a range of text into smaller ones: lines, sentences, words, grapheme clusters.
///
/// Each cut covers the range without a gap, and none stands inside a grapheme cluster (UAX 29).
enum TextBreaks {
  /// After each line end.
  static func lines(_ text: UnsafeBufferPointer<UInt8>, _ range: Range<Int>) -> [Range<Int>] {
    cut(range) { i in text[i - 1] == 0x0A }
  }

  /// After sentence ends: `.`, `!`, `?`, `…` and their like with closing marks and white space behind,
  /// and after ideographic ones without; and after blank lines.
  static func sentences(_ text: UnsafeBufferPointer<UInt8>, _ range: Range<Int>) -> [Range<Int>] {
    cut(range) { i in
      let before = text[i - 1]
      if before == 0x20 || before == 0x0A || before == 0x09 {
        if ASCIISpace.contains(text[i]) || !isBoundary(text, i) { return false }
        return endsSentence(text, range.lowerBound, i)
      }
      return before >= 0x80 && text[i] & 0xC0 != 0x80 && isIdeographicEnd(text, i)
        && !isClosing(text, i)
    }
  }

  /// Before each word: after white space, and between ideographs.
  static func words(_ text: UnsafeBufferPointer<UInt8>, _ range: Range<Int>) -> [Range<Int>] {
    cut(range) { i in
      ASCIISpace.contains(text[i - 1]) && !ASCIISpace.contains(text[i]) && isBoundary(text, i)
    }
  }

  /// Grapheme clusters, by the standard library.
  static func clusters(_ text: UnsafeBufferPointer<UInt8>, _ range: Range<Int>) -> [Range<Int>] {
    let string = String(decoding: UnsafeBufferPointer(rebasing: text[range]), as: UTF8.self)
    var ranges: [Range<Int>] = []
    var start = range.lowerBound
    for character in string {
      let end = start + character.utf8.count
      ranges.append(start..<end)
      start = end
    }
    return ranges
  }

  /// Scalars, for a cluster that is larger than any limit.
  static func scalars(_ text: UnsafeBufferPointer<UInt8>, _ range: Range<Int>) -> [Range<Int>] {
    cut(range) { i in text[i] & 0xC0 != 0x80 }
  }

  private static func cut(_ range: Range<Int>, _ isCut: (Int) -> Bool) -> [Range<Int>] {
    var ranges: [Range<Int>] = []
    var start = range.lowerBound
    for i in range.dropFirst() where isCut(i) {
      ranges.append(start..<i)
      start = i
    }
    if start < range.upperBound { ranges.append(start..<range.upperBound) }
    return ranges
  }

  /// False where the scalar at `i` continues a cluster begun before it.
  private static func isBoundary(_ text: UnsafeBufferPointer<UInt8>, _ i: Int) -> Bool {
    if text[i] < 0x80 { return true }
    if text[i - 1] == 0x0A { return true }
    let count = min(4, text.count - i)
    let next = String(decoding: UnsafeBufferPointer(rebasing: text[i..<(i + count)]), as: UTF8.self)
    guard let scalar = next.unicodeScalars.first else { return true }
    switch scalar.properties.generalCategory {
    case .nonspacingMark, .enclosingMark, .spacingMark, .format: return false
    default: return !(0x1F3FB...0x1F3FF).contains(scalar.value)
    }
  }

  private static func endsSentence(
    _ text: UnsafeBufferPointer<UInt8>, _ start: Int, _ end: Int
  ) -> Bool {
    var i = end
    var lineEnds = 0
    while i > start, ASCIISpace.contains(text[i - 1]) {
      if text[i - 1] == 0x0A { lineEnds += 1 }
      i -= 1
    }
    if lineEnds > 1 { return true }
    // Closing quotes and brackets, ASCII or ’ ” ».
    while i > start {
      let byte = text[i - 1]
      if byte == 0x22 || byte == 0x27 || byte == 0x29 || byte == 0x5D || byte == 0x2A
        || byte == 0x5F
        || byte == 0x60
      {
        i -= 1
      } else if i - 3 > start, text[i - 3] == 0xE2, text[i - 2] == 0x80,
        byte == 0x99 || byte == 0x9D
      {
        i -= 3
      } else if i - 2 > start, text[i - 2] == 0xC2, byte == 0xBB {
        i -= 2
      } else {
        break
      }
    }
    guard i > start else { return false }
    let byte = text[i - 1]
    if byte == 0x21 || byte == 0x3F { return true }
    if byte == 0x2E {
      // A single letter before the point is an initial, digits alone a list number.
      guard i - 2 >= start else { return false }
      let isShort = i - 3 < start || ASCIISpace.contains(text[i - 3])
      return !(isShort && text[i - 2] < 0x80 && text[i - 2] != 0x2E)
    }
    return isIdeographicEnd(text, i)
      || (i - 3 >= start && text[i - 3] == 0xE2 && text[i - 2] == 0x80 && byte == 0xA6)
  }

  /// 。 ！ ？ । before `i`.
  private static func isIdeographicEnd(_ text: UnsafeBufferPointer<UInt8>, _ i: Int) -> Bool {
    guard i >= 3 else { return false }
    switch (text[i - 3], text[i - 2], text[i - 1]) {
    case (0xE3, 0x80, 0x82), (0xEF, 0xBC, 0x81), (0xEF, 0xBC, 0x9F), (0xE0, 0xA5, 0xA4): return true
    default: return false
    }
  }

  /// 」 』 ） ” ’ at `i`.
  private static func isClosing(_ text: UnsafeBufferPointer<UInt8>, _ i: Int) -> Bool {
    guard i + 3 <= text.count else { return false }
    switch (text[i], text[i + 1], text[i + 2]) {
    case (0xE3, 0x80, 0x8D), (0xE3, 0x80, 0x8F), (0xEF, 0xBC, 0x89), (0xE2, 0x80, 0x99),
      (0xE2, 0x80, 0x9D):
      return true
    default: return !isBoundary(text, i)
    }
  }
}
