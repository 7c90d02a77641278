/// Cuts what the model labels to what can be a name, and drops what can't.
struct NamePolish {
  let tokens: [NameToken]

  /// `span` cut at line ends and sentence ends, without outer signs; nil when nothing is left that may stand.
  func polished(_ span: NameSpan) -> NameSpan? {
    var span = span
    span.tokens = trimmed(span.tokens)
    if let cut = span.tokens.first(where: { ends(span, before: $0) }) {
      span.tokens = trimmed(span.tokens.lowerBound..<cut)
    }
    if span.kind == .person { span.tokens = withoutOpening(span.tokens) }
    guard !span.tokens.isEmpty else { return nil }
    switch span.kind {
    case .person: return isPerson(span.tokens) ? span : nil
    case .address:
      let next = span.tokens.upperBound
      if next < tokens.count, tokens[next].classes.contains(.street), tokens[next].shape.isCapital {
        span.tokens = span.tokens.lowerBound..<(next + 1)
      }
      return isAddress(span.tokens) ? span : nil
    default:
      return span.tokens.contains { tokens[$0].classes.isDisjoint(with: [.measure, .field]) }
        ? span : nil
    }
  }

  private func ends(_ span: NameSpan, before i: Int) -> Bool {
    let token = tokens[i]
    if token.shape.isLineEnd || token.shape == .mask { return true }
    guard span.kind == .person else { return false }
    if token.shape.isNumber { return true }
    // A dot behind a word ends a sentence, behind an initial or a title it doesn't.
    guard token.shape == .sign, token.small == 0x2E + 100, i > span.tokens.lowerBound else {
      return false
    }
    let before = tokens[i - 1]
    return before.end - before.start > 2 && !before.classes.contains(.title)
  }

  /// Without the common word that opens a sentence in front of a name: "Today Ann called".
  private func withoutOpening(_ range: Range<Int>) -> Range<Int> {
    guard range.count > 1, let first = range.first, !tokens[first].isName,
      tokens[first].common > 2, tokens[first].shape == .title,
      first == 0 || !tokens[first - 1].shape.isWord, tokens[first + 1].shape.isWord
    else { return range }
    return range.dropFirst()
  }

  private func trimmed(_ range: Range<Int>) -> Range<Int> {
    var range = range
    while let first = range.first, isOuter(tokens[first]) { range.removeFirst() }
    while let last = range.last, isOuter(tokens[last]) { range.removeLast() }
    return range
  }

  private func isOuter(_ token: NameToken) -> Bool {
    switch token.shape {
    case .sign, .line, .blankLine, .possessive, .mask: true
    default: false
    }
  }

  private func isPerson(_ range: Range<Int>) -> Bool {
    let hopeless: NameClasses = [
      .street, .field, .measure, .unit, .title, .month, .role, .greeting, .goodbye, .company,
    ]
    let isHopeless = range.allSatisfy {
      !tokens[$0].shape.isWord && tokens[$0].shape != .joined
        || !tokens[$0].classes.isDisjoint(with: hopeless) && tokens[$0].given < 3
    }
    if isHopeless || range.contains(where: { tokens[$0].shape == .mixed }) { return false }
    if range.count == 1, let only = range.first {
      let token = tokens[only]
      if token.shape == .lower, token.common > 1 { return false }
      if token.shape == .small || token.shape == .capital { return false }
      if token.shape == .longCapitals, !token.isName { return false }
    }
    return true
  }

  private func isAddress(_ range: Range<Int>) -> Bool {
    let words = range.filter {
      tokens[$0].shape.isWord || tokens[$0].shape.isNumber || tokens[$0].shape == .mixed
    }
    guard let first = words.first, let last = words.last else { return false }
    if !tokens[first].classes.isDisjoint(with: [.field]) { return false }
    if tokens[last].classes.contains(.measure), !tokens[last].classes.contains(.state) {
      return false
    }
    if range.contains(where: { tokens[$0].shape.isNumber || tokens[$0].shape == .mixed }) {
      return true
    }
    let hasStreet = range.contains {
      !tokens[$0].classes.isDisjoint(with: [.street, .streetEnd])
        && tokens[$0].end - tokens[$0].start > 2
    }
    return (hasStreet && words.count > 1)
      || (words.count == 1 && tokens[first].shape == .capitals
        && tokens[first].classes.contains(.state))
  }
}
