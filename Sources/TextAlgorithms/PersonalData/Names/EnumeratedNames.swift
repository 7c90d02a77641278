/// Names that stand in a row with a name: "Jan, Kristi and Petra".
struct EnumeratedNames {
  let tokens: [NameToken]

  /// The names beside people in `spans` that aren't there yet; and initials that end a text.
  func more(_ spans: [NameSpan]) -> [NameSpan] {
    var taken = [Bool](repeating: false, count: tokens.count)
    for span in spans { for i in span.tokens { taken[i] = true } }
    var out: [NameSpan] = []
    for span in spans where span.kind == .person {
      for step in [1, -1] {
        var edge = step > 0 ? span.tokens.upperBound - 1 : span.tokens.lowerBound
        for _ in 0..<12 {
          guard isJoint(edge + step) else { break }
          var next = edge + 2 * step
          if isJoint(next), isComma(edge + step) || isComma(next) { next += step }
          guard tokens.indices.contains(next), !taken[next], isName(next), isClosed(next + step)
          else { break }
          taken[next] = true
          out.append(NameSpan(kind: .person, tokens: next..<(next + 1)))
          edge = next
        }
      }
    }
    return out
  }

  private func isComma(_ i: Int) -> Bool {
    tokens.indices.contains(i) && tokens[i].shape == .sign && tokens[i].small == 0x2C + 100
  }

  private static let joints = ListedWords("and und et y e en och og i")

  private func isJoint(_ i: Int) -> Bool {
    guard tokens.indices.contains(i) else { return false }
    if isComma(i) || (tokens[i].shape == .sign && tokens[i].small == 0x26 + 100) { return true }
    return (tokens[i].shape == .lower || tokens[i].shape == .small)
      && Self.joints.contains(tokens[i].word)
  }

  private func isName(_ i: Int) -> Bool {
    tokens[i].shape == .title && tokens[i].given > 0 && tokens[i].common < 3
      && tokens[i].classes.isDisjoint(with: [.month, .country, .field])
  }

  /// True when the row or the sentence goes on or ends at `i`: the name isn't the beginning of something else.
  private func isClosed(_ i: Int) -> Bool {
    guard tokens.indices.contains(i) else { return true }
    switch tokens[i].shape {
    case .line, .blankLine, .sign: return true
    default: return isJoint(i)
    }
  }
}
