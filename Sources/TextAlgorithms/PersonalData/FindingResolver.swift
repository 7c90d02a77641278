/// Keeps of overlapping findings the one of higher rank, then the longer.
struct FindingResolver {
  private var taken: [UInt64] = []

  /// The findings kept, sorted by place; those that touch a placeholder are dropped. Linear but for
  /// the sort.
  mutating func resolve(_ findings: [PersonalFinding], _ text: PersonalText) -> [PersonalFinding] {
    var kept: [PersonalFinding] = []
    if findings.count == 1 {
      kept = findings
    } else {
      let ranked = findings.sorted {
        ($0.rank, -$0.range.count, $0.range.lowerBound) < (
          $1.rank, -$1.range.count, $1.range.lowerBound
        )
      }
      let words = text.count >> 6 + 1
      if taken.count < words { taken += Array(repeating: 0, count: words - taken.count) }
      for finding in ranked where isFree(finding.range) {
        for i in finding.range { taken[i >> 6] |= 1 << UInt64(i & 63) }
        kept.append(finding)
      }
      for finding in kept {
        for word in (finding.range.lowerBound >> 6)...(finding.range.upperBound >> 6) {
          if word < taken.count { taken[word] = 0 }
        }
      }
      kept.sort { $0.range.lowerBound < $1.range.lowerBound }
    }
    return kept.filter { !$0.range.isEmpty && !touchesPlaceholder($0.range, text) }
  }

  private func isFree(_ range: Range<Int>) -> Bool {
    var i = range.lowerBound
    while i < range.upperBound {
      let word = taken[i >> 6] >> UInt64(i & 63)
      let width = 64 - i & 63
      let left = range.upperBound - i
      if left >= width ? word != 0 : word & (1 << UInt64(left) - 1) != 0 { return false }
      i += width
    }
    return true
  }

  /// True when `range` holds a part of a placeholder: a bracket, capitals, a low line, digits.
  private func touchesPlaceholder(_ range: Range<Int>, _ text: PersonalText) -> Bool {
    var i = max(0, range.lowerBound - 32)
    while i < range.upperBound {
      if text[i] == 0x5B, let end = Self.placeholderEnd(text, at: i), end > range.lowerBound {
        return true
      }
      i += 1
    }
    return false
  }

  /// The end of the placeholder at `start`, or nil.
  static func placeholderEnd(_ text: PersonalText, at start: Int) -> Int? {
    var i = start + 1
    while i - start < 32, PersonalText.isUpper(text[i]) || text[i] == 0x5F { i += 1 }
    guard i > start + 2, text[i - 1] == 0x5F else { return nil }
    let first = i
    // A number, or the hexadecimal digits of a pseudonym.
    while i - first < 16, text.isDigit(i) || text[i] &- 0x61 < 6 { i += 1 }
    return i > first && text[i] == 0x5D ? i + 1 : nil
  }
}
