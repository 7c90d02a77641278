/// Labels tokens as parts of people's names, addresses, places and companies: a linear-chain model over the
/// stretches of tokens that may be one.
struct NameTagger {
  let model: NameModel

  /// The stretches of tokens that are worth a look: those within two tokens of a name, a number beside a name, or a
  /// street, that begins in `core`. All others are labelled as nothing.
  static func stretches(_ tokens: [NameToken], in core: Range<Int>, isLow: Bool) -> [Range<Int>] {
    var out: [Range<Int>] = []
    for i in tokens.indices where core.contains(tokens[i].start) && isCandidate(tokens, i, isLow) {
      let start = max(0, i - 2)
      let end = min(tokens.count, i + 3)
      if let last = out.last, last.upperBound >= start {
        out[out.count - 1] = last.lowerBound..<end
      } else {
        out.append(start..<end)
      }
    }
    return out
  }

  private static func isCandidate(_ tokens: [NameToken], _ i: Int, _ isLow: Bool) -> Bool {
    let x = tokens[i]
    if x.shape.isCapital {
      if x.shape == .capital { return i + 1 < tokens.count && tokens[i + 1].shape != .lower }
      let isAcronym = x.shape == .capitals || x.shape == .longCapitals
      if NameGate.mayBeName(
        given: x.given, surname: x.surname, common: x.common, isAcronym: isAcronym,
        begins: begins(tokens, i) || x.shape == .noun)
      {
        return true
      }
      if x.place > 1, x.common < 3 { return true }
      if i > 0, tokens[i - 1].shape.isNumber { return true }
      return !x.classes.isDisjoint(with: [.street, .unit])
    }
    if x.shape == .lower {
      if x.common < 2, x.isName { return true }
      if x.isName, isIntroduced(tokens, i) { return true }
      guard !x.classes.isDisjoint(with: [.street, .unit, .streetEnd]) else {
        return isLow && x.common == 0
      }
      for k in max(0, i - 4)..<min(tokens.count, i + 5) where tokens[k].shape.isNumber {
        return true
      }
      return false
    }
    if x.shape.isNumber || x.shape == .mixed {
      for k in max(0, i - 2)..<min(tokens.count, i + 3) {
        if tokens[k].shape.isCapital && tokens[k].common < 3 { return true }
        if !tokens[k].classes.isDisjoint(with: [.street, .unit, .streetEnd]) { return true }
      }
    }
    return false
  }

  /// True when a word right before, or one before two others in small letters, introduces the name at `i`.
  private static func isIntroduced(_ tokens: [NameToken], _ i: Int) -> Bool {
    for k in 1...3 where i >= k {
      let before = tokens[i - k]
      if !before.classes.isDisjoint(with: .introducing) {
        return k == 1 || mayBeIntroduced(tokens[i])
      }
      guard before.shape == .lower || before.shape == .small || before.shape == .sign else { break }
    }
    return false
  }

  private static func mayBeIntroduced(_ token: NameToken) -> Bool {
    NameGate.mayBeIntroduced(given: token.given, surname: token.surname, common: token.common)
  }

  /// True when the token at `i` is the first of a line or of a sentence.
  private static func begins(_ tokens: [NameToken], _ i: Int) -> Bool {
    guard i > 0 else { return true }
    let before = tokens[i - 1]
    return before.shape.isLineEnd || before.shape == .sign && before.small != 0x2C + 100
  }

  /// The best labels of the tokens in `stretch`. Linear.
  func labels(_ features: NameFeatures, _ stretch: Range<Int>) -> [NameModel.Label] {
    var buffer: [UInt32] = []
    buffer.reserveCapacity(64)
    var scores: [NameModel.Scores] = []
    scores.reserveCapacity(stretch.count)
    for i in stretch {
      features.features(i, &buffer)
      scores.append(model.scores(buffer))
    }
    return model.path(scores).map { NameModel.Label(rawValue: Int($0)) ?? .outside }
  }
}
