/// What the words around a number say about it.
enum PhoneCue {
  case phone, other, none

  /// By the nearest cue word in the `back` scalars before; one right behind counts first.
  static func nearest(
    _ text: PersonalText, _ range: Range<Int>, _ cues: CueWords, back: Int = 48
  ) -> PhoneCue {
    let start = range.lowerBound
    var from = text.window(before: start, back)
    var i = start
    // An empty line parts the number from what stands before.
    while i > from &+ 1 {
      i &-= 1
      if text[i] == 0x0A, text[i &- 1] == 0x0A {
        from = i
        break
      }
    }
    if isNamedBehind(text, range.upperBound, cues) { return .phone }
    var phone = -1
    var other = -1
    cues.scan(text, from..<start) { meaning, word in
      if meaning.contains(.phone) { phone = word.upperBound }
      if meaning.contains(.other) { other = word.upperBound }
    }
    if isMarked(text, start, from) { other = start }
    if phone < 0, other < 0 { return .none }
    return phone >= other ? .phone : .other
  }

  /// True when a number sign or a currency stands right before.
  private static func isMarked(_ text: PersonalText, _ start: Int, _ from: Int) -> Bool {
    var i = start
    while i > from, PersonalText.isSpace(text[i &- 1]) { i &-= 1 }
    switch text[i &- 1] {
    case 0x23, 0x24: return true
    case 0xA3, 0xA5: return text[i &- 2] == 0xC2
    case 0xAC: return text.has("€", at: i &- 3)
    case 0x96: return text.has("№", at: i &- 3)
    default: return false
    }
  }

  /// True when "office", "fax", "(m)" or the like stands right behind `end`.
  private static func isNamedBehind(_ text: PersonalText, _ end: Int, _ cues: CueWords) -> Bool {
    var i = end
    while i &- end < 4 {
      switch text[i] {
      case 0x20, 0x09...0x0D, 0x2C, 0x3B, 0x28, 0x5C, 0x2D:
        if text[i] == 0x28, isSideLetter(text[i &+ 1]), text[i &+ 2] == 0x29 { return true }
        i &+= 1
        continue
      default: break
      }
      break
    }
    if text[i] == 0x28, isSideLetter(text[i &+ 1]), text[i &+ 2] == 0x29 { return true }
    var stop = i
    while stop &- i < 12, PersonalText.isLetter(text[stop]) { stop &+= 1 }
    guard stop > i, !text.isWord(at: stop) else { return false }
    if stop == i &+ 1 {
      guard isSideLetter(text[i]) else { return false }
      while text[stop] == 0x20 || text[stop] == 0x09 { stop &+= 1 }
      return stop >= text.count || text[stop] == 0x0A || text[stop] == 0x0D
    }
    return cues.meaning(text, i..<stop).contains(.behind)
  }

  private static func isSideLetter(_ b: UInt8) -> Bool {
    switch b | 0x20 {
    case 0x6F, 0x68, 0x6D, 0x63, 0x77, 0x66, 0x70: return true
    default: return false
    }
  }

  /// True when what stands right before only hints: "number is", "contact me on", "T:", "home:".
  static func isWeak(_ text: PersonalText, _ start: Int, _ cues: CueWords) -> Bool {
    var words = WordsBefore(text, start)
    guard let last = words.next() else { return false }
    let mark = words.mark
    if text.matches("is", at: last.lowerBound), last.count == 2, let w = words.next() {
      guard isWord(text, w, "number") else { return false }
      // "My licence number is" names something else.
      return words.next().map { !cues.meaning(text, $0).contains(.other) } ?? true
    }
    if isWord(text, last, "number") || isWord(text, last, "numbers") { return mark == 0x3A }
    if last.count == 1, mark == 0x3A || mark == 0x2E {
      switch text[last.lowerBound] {
      case 0x54, 0x4D, 0x50, 0x46, 0x48, 0x4F, 0x57: return true
      default: break
      }
    }
    if mark == 0x3A || mark == 0x2E {
      for word: StaticString in ["home", "work", "off", "res", "main"]
      where isWord(text, last, word) {
        return true
      }
    }
    var verb: Range<Int>? = last
    if isWord(text, last, "at") || isWord(text, last, "on") { verb = words.next() }
    if let w = verb, isWord(text, w, "me") || isWord(text, w, "us") { verb = words.next() }
    if let w = verb {
      for word: StaticString in ["contact", "text", "message", "ping"] where isWord(text, w, word) {
        return true
      }
    }
    return false
  }

  /// True when a country or its adjective stands right before: "UK:", "my Israeli number is".
  static func isCountry(_ text: PersonalText, _ start: Int) -> Bool {
    var words = WordsBefore(text, start)
    guard var last = words.next() else { return false }
    if isWord(text, last, "is") {
      guard let number = words.next(), isWord(text, number, "number"), let w = words.next() else {
        return false
      }
      last = w
    }
    let n = last.count
    let first = last.lowerBound
    guard PersonalText.isUpper(text[first]) else { return false }
    if n == 2 { return PersonalText.isUpper(text[first &+ 1]) }
    if isWord(text, last, "brazil") || isWord(text, last, "states") { return true }
    let end = last.upperBound
    return n > 4
      && (text.has("an", at: end - 2) || text.has("ese", at: end - 3)
        || text.has("ish", at: end - 3)
        || text.has("li", at: end - 2))
  }

  private static func isWord(_ text: PersonalText, _ range: Range<Int>, _ word: StaticString)
    -> Bool
  {
    range.count == word.utf8CodeUnitCount && text.matches(word, at: range.lowerBound)
  }

  /// True alone on a line below another line, with a dash, as in a signature.
  static func isSignatureLine(_ text: PersonalText, _ candidate: PhoneCandidate) -> Bool {
    guard [7, 10, 11].contains(candidate.digits.count) else { return false }
    var hasDash = false
    for i in candidate.range where text[i] == 0x2D { hasDash = true }
    guard hasDash else { return false }
    var i = candidate.range.lowerBound
    while [0x20, 0x09, 0x3E, 0x2A, 0x7C].contains(text[i &- 1]) { i &-= 1 }
    guard i > 0, text[i &- 1] == 0x0A else { return false }
    var end = candidate.range.upperBound
    while [0x20, 0x09, 0x7C, 0x2C, 0x3B, 0x0D].contains(text[end]) { end &+= 1 }
    return end >= text.count || text[end] == 0x0A
  }
}
