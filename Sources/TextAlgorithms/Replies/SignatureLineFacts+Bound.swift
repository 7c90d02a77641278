/// What the weight of a line is at most; far cheaper than the weight.
extension SignatureLineFacts {
  /// The bound of a line that has no emphasis around it; nil for other lines.
  static func bound(
    _ line: ReplyLine, _ facts: ReplyLineFacts, _ tables: ReplyTables
  ) -> Double? {
    let s = line.trimmed
    guard !s.isEmpty, !s.hasEmphasisAround, !facts.mayHaveControl else { return nil }
    // Blanks within a number make no words, and a line with more than 64 words counts as one with 64.
    let words = min(64, facts.gaps + 1) - min(63, facts.numbers)
    var weight = -1.0811 + bound(s, words: words, facts)
    if s.count > 60, facts.isASCII || s.isLonger(than: 60) { weight += -1.5933 }
    if !isWordByte(s[0]) || s[0] == 0x5F {
      if line.all.isRule { weight += 1.4986 }
      if line.all.isDashedName { weight += 0.6866 }
    }
    guard facts.mayHaveClosing, let closing = s.closing(tables) else { return weight }
    return weight + (closing <= 3 ? 0.5057 : 1.7295)
  }

  /// What at least so many words say, the last sign, and what only short lines and lines with digits have.
  private static func bound(_ s: TextView, words n: Int, _ facts: ReplyLineFacts) -> Double {
    var w = n <= 2 ? 0.8075 : n <= 4 ? 0.7422 : n <= 7 ? -0.593 : n <= 11 ? -0.7004 : -1.3375
    let last = s[s.count - 1]
    if n > 4, last == 0x2E || last == 0x21 || last == 0x3F { w += -0.2388 }
    if last == 0x3A || last == 0x3F { w += -0.666 }
    if last == 0x2C { w += 0.055 }
    if n <= 4 { w += 0.2063 + (facts.mayHaveAddress ? 0.9455 : 0) }
    if n <= 8, facts.mayHaveTitle { w += 1.5426 }
    if facts.mayHaveDigit { w += 0.4415 + (n <= 10 ? 1.0418 : 0) }
    return w
  }
}
