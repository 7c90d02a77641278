/// Names in small letters behind words by which people introduce themselves: "my name is john smith".
struct IntroducedNames {
  let tokenizer: NameTokenizer

  /// Words that a name follows at once.
  private static let verbs: [StaticString] = ["heiße", "heisse", "appelle", "llamo", "chiamo"]
  /// What stands before and behind the word "name".
  private static let owners: [StaticString] = ["my ", "mein ", "full "]
  private static let links: [StaticString] = [" is ", "'s ", "’s ", " ist ", ": "]

  /// The names behind the words at `cues`, in order. Bounded for each.
  func find(_ text: PersonalText, cues: [Int]) -> [PersonalFinding] {
    var out: [PersonalFinding] = []
    var tokens: [NameToken] = []
    for cue in cues {
      guard let start = Self.start(text, cue), PersonalText.isLetter(text[start]),
        !PersonalText.isUpper(text[start])
      else { continue }
      tokens.removeAll(keepingCapacity: true)
      tokenizer.tokenize(text, start..<min(text.count, start &+ 64), masks: [], into: &tokens)
      guard let first = tokens.first, first.shape == .lower, first.given > 1,
        first.classes.isDisjoint(with: [.function, .particle, .title])
      else { continue }
      let others = tokens.dropFirst().prefix(2).prefix(while: Self.goesOn)
      out.append(
        PersonalFinding(
          kind: .person, range: first.start..<(others.last ?? first).end, detector: .rule))
    }
    return out
  }

  private static func goesOn(_ token: NameToken) -> Bool {
    token.shape == .lower && token.isName && token.common < 4
      && token.classes.isDisjoint(with: [.function, .naming, .saying, .greeting, .goodbye])
  }

  /// Where a name may begin that the word at `cue` introduces, or nil.
  private static func start(_ text: PersonalText, _ cue: Int) -> Int? {
    for verb in verbs where text.matches(verb, at: cue) {
      let end = cue &+ verb.utf8CodeUnitCount
      return text[end] == 0x20 ? end &+ 1 : nil
    }
    guard text.matches("name", at: cue),
      owners.contains(where: { text.matches($0, at: cue &- $0.utf8CodeUnitCount) })
    else { return nil }
    for link in links where text.matches(link, at: cue &+ 4) {
      return cue &+ 4 &+ link.utf8CodeUnitCount
    }
    return nil
  }
}
