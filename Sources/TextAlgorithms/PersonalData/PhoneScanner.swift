/// Decides which candidates are telephone numbers: cue words first, a telephone library last.
struct PhoneScanner {
  let cues: CueWords
  let oracle: PhoneOracle
  /// Digits of known numbers (values, the last nine at most).
  var known: [(digits: [UInt8], identity: Int)] = []
  private var answers: [[UInt8]: Bool] = [:]

  init(cues: CueWords, oracle: @escaping PhoneOracle) {
    self.cues = cues
    self.oracle = oracle
  }

  /// The known number that a candidate ends with, as an identity, or nil.
  func identity(of candidate: PhoneCandidate) -> Int? {
    for number in known where candidate.digits.count >= number.digits.count {
      if candidate.digits.suffix(number.digits.count).elementsEqual(number.digits) {
        return number.identity
      }
    }
    return nil
  }

  /// True when the candidate is a telephone number.
  mutating func accepts(_ text: PersonalText, _ candidate: PhoneCandidate) -> Bool {
    if candidate.isSomethingElse(text) { return false }
    let range = candidate.range
    let start = range.lowerBound
    let count = candidate.digits.count
    let cue = PhoneCue.nearest(text, range, cues)
    let isPlus = text[start] == 0x2B || (text[start] == 0x28 && text[start &+ 1] == 0x2B)
    if isPlus || (text[start] == 0x30 && text[start &+ 1] == 0x30 && count > 9) {
      return cue != .other && count >= 8 || ask(.international, candidate, text)
    }
    if cue == .phone {
      if count >= 7 { return true }
      return !isHouseNumber(text, range.upperBound)
        && PhoneCue.nearest(text, range, cues, back: 14) == .phone
    }
    if candidate.isNorthAmerican(text) {
      if cue == .none { return true }
      var isSplit = false
      for i in start..<candidate.coreEnd where [0x28, 0x29, 0x2D].contains(text[i]) {
        isSplit = true
      }
      let goods = cues.last(.goods, in: text, before: start, 40)
      return isSplit && (goods.map { start &- $0 > 3 } ?? true)
        && ask(.unitedStates, candidate, text)
    }
    let isWeak = PhoneCue.isWeak(text, start, cues)
    if cue == .other, !isWeak { return false }
    if isWeak || PhoneCue.isCountry(text, start), count >= 6, ask(.anyRegion, candidate, text) {
      return true
    }
    guard cue == .none, count >= 7 else { return false }
    let isGrouped = candidate.isGrouped(text)
    if count >= 9, isGrouped || (text[start] == 0x30 && count <= 11) {
      var blanks = 0
      for i in start..<candidate.coreEnd where text[i] == 0x20 { blanks += 1 }
      if text[start] == 0x30 || text[start] == 0x28 || blanks >= 2,
        ask(.nationalShape, candidate, text)
      {
        return true
      }
    }
    return isGrouped && PhoneCue.isSignatureLine(text, candidate)
  }

  /// True when a word that doesn't name a telephone follows the few digits that end at `end`.
  private func isHouseNumber(_ text: PersonalText, _ end: Int) -> Bool {
    guard text[end] == 0x20, PersonalText.isLetter(text[end &+ 1]) else { return false }
    var stop = end &+ 1
    while stop &- end < 16, PersonalText.isLetter(text[stop]) { stop &+= 1 }
    return !cues.meaning(text, (end + 1)..<stop).contains(.behind)
  }

  private mutating func ask(
    _ question: PhoneQuestion, _ candidate: PhoneCandidate, _ text: PersonalText
  ) -> Bool {
    let number = candidate.core(text)
    let key = [question.rawValue] + number
    if let answer = answers[key] { return answer }
    // A cache that has grown is emptied: what it answers doesn't depend on it.
    if answers.count > 4096 { answers.removeAll(keepingCapacity: true) }
    let answer = oracle(question, number)
    answers[key] = answer
    return answer
  }
}
