/// National ids, passports, licences and plates: by check digits, or by a word that stands beside them.
struct IdentityScanner {
  private let cues: CueWords
  private let cueWords = ListedWords(parts: IdentityScanner.cueWords)

  init(cues: CueWords) { self.cues = cues }

  /// The scalars before a number in which a word speaks for it.
  private static let window = 60

  /// The words that `find` must know of.
  static let cueWords: [StaticString] = CueTables.identity.filter {
    !$0.meaning.isDisjoint(with: .identityWords.union(.plate))
  }.map(\.words)

  /// True when the word of which the letters from `i` on are the end is, or is part of, one of `cueWords`; always for words
  /// with letters beyond ASCII.
  func isCue(_ text: PersonalText, at i: Int) -> Bool {
    var end = i
    var hash = NameTable.seed
    while text.isWord(at: end) {
      if text[end] >= 0x80 { return true }
      hash = NameTable.add(PersonalText.lower(text[end]), to: hash)
      end &+= 1
    }
    return cueWords.contains(hash)
  }

  /// True when a letter of a script without blanks, in which cues are found by themselves, stands in `range`.
  private func hasJoined(_ text: PersonalText, _ range: Range<Int>) -> Bool {
    let end = range.upperBound
    var i = text.nextHigh(from: range.lowerBound, to: end)
    while i < end {
      if text.base[i] >= 0xE0, text.base[i] != 0xE2 { return true }
      i = text.nextHigh(from: i &+ 1, to: end)
    }
    return false
  }

  /// The number in whose midst or beginning the digit run at `digits` stands, beginning not before `floor`, or nil.
  ///
  /// `cue`: where the last word before stands that is a cue; all of them begin with an ASCII letter.
  func find(
    _ text: PersonalText, digits: Int, floor: Int, cue: Int
  ) -> (kind: PersonalDataKind, range: Range<Int>)? {
    var start = digits
    while start > floor, digits &- start < 6, PersonalText.isLetter(text[start &- 1]) {
      start &-= 1
    }
    if digits &- start == 0, digits &- 3 >= floor, text[digits &- 1] == 0x20,
      PersonalText.isUpper(text[digits &- 2]),
      PersonalText.isUpper(text[digits &- 3]), !text.isWord(before: digits &- 3)
    {
      // "AB 12 34 56 C"
      if let found = first(text, at: digits &- 3, [], 0..<1, minds: false) { return found }
    }
    guard isWorth(text, start, digits), isFree(text, before: start) else { return nil }
    var meaning: CueWords.Meaning = []
    // A scalar is four bytes at most.
    let far = max(0, start &- 4 &* Self.window)
    let from =
      cue >= far || hasJoined(text, far..<start) ? text.window(before: start, Self.window) : start
    if cue >= from || hasJoined(text, from..<start) {
      var plate = -1
      cues.scan(text, from..<start) { found, word in
        meaning.formUnion(found)
        if found.contains(.plate) { plate = word.upperBound }
      }
      if plate >= 0, let range = self.plate(text, behind: plate, digits) { return (.plate, range) }
    }
    var stop = start
    while stop < text.count, stop &- start < 22, !PersonalText.isSpace(text[stop]) { stop &+= 1 }
    let end = min(text.count, stop &+ 20)
    cues.scan(text, stop..<end) { found, _ in meaning.formUnion(found.intersection(.identityWords))
    }
    return first(text, at: start, meaning, 0..<IdentityShapes.all.count)
  }

  /// `minds`: whether words right before that speak for something else count.
  private func first(
    _ text: PersonalText, at start: Int, _ meaning: CueWords.Meaning, _ which: Range<Int>,
    minds: Bool = true
  ) -> (kind: PersonalDataKind, range: Range<Int>)? {
    var left = IdentityShapes.beginnings[Int(text[start])]
    while left != 0 {
      let i = left.trailingZeroBitCount
      left &= left &- 1
      let needs = IdentityShapes.needs[i]
      if !which.contains(i) || !needs.isEmpty && meaning.isDisjoint(with: needs) { continue }
      let shape = IdentityShapes.all[i]
      guard let end = shape.pattern.end(text, at: start), isFree(text, behind: end) else {
        continue
      }
      if shape.cues.isEmpty, minds, isOther(text, before: start) { continue }
      let values = (start..<end).compactMap { i -> Int? in
        let b = text[i]
        return PersonalText.isDigit(b) ? Int(b) - 48 : PersonalText.isUpper(b) ? Int(b) - 55 : nil
      }
      if values.contains(where: { $0 < 10 }), shape.check(values) {
        return (shape.kind, start..<end)
      }
    }
    return nil
  }

  /// True when a word right before says that the number is an order's, an article's or the like.
  private func isOther(_ text: PersonalText, before start: Int) -> Bool {
    var isOther = false
    cues.scan(text, text.window(before: start, 14)..<start) { meaning, _ in
      if meaning.contains(.other) { isOther = meaning.isDisjoint(with: .identityWords) }
    }
    return isOther
  }

  /// True when the run is long enough, or mixed, for a number of this kind.
  private func isWorth(_ text: PersonalText, _ start: Int, _ digits: Int) -> Bool {
    if start < digits { return true }
    var i = digits
    var count = 0
    while i &- digits < 24 {
      let b = text[i]
      if PersonalText.isDigit(b) {
        count += 1
      } else if PersonalText.isUpper(b) {
        return true
      } else if b != 0x20, b != 0x2D, b != 0x2E, b != 0x2F {
        break
      } else if !PersonalText.isAlphanumeric(text[i &+ 1]) {
        break
      }
      i &+= 1
    }
    return count >= 4
  }

  private func isFree(_ text: PersonalText, before start: Int) -> Bool {
    let b = text[start &- 1]
    return !text.isWord(before: start) && b != 0x2E && b != 0x2B && b != 0x2D && b != 0x2C
      && b != 0x24
  }

  private func isFree(_ text: PersonalText, behind end: Int) -> Bool {
    !text.isWord(at: end)
      && !((text[end] == 0x2E || text[end] == 0x2D || text[end] == 0x2C) && text.isDigit(end &+ 1))
  }

  /// The plate that follows its word, when the digits at `digits` belong to it.
  private func plate(_ text: PersonalText, behind word: Int, _ digits: Int) -> Range<Int>? {
    var i = word
    var words = 0
    while i < digits, words < 3 {
      while i < digits, !text.isWord(at: i) { i &+= 1 }
      if let range = plate(text, at: i), range.contains(digits) { return range }
      while i < digits, text.isWord(at: i) { i &+= 1 }
      words += 1
    }
    return i == digits ? plate(text, at: i) : nil
  }

  private func plate(_ text: PersonalText, at start: Int) -> Range<Int>? {
    for pattern in IdentityShapes.plates {
      guard let end = pattern.end(text, at: start), isFree(text, behind: end) else { continue }
      if (start..<end).contains(where: { text.isDigit($0) }) { return start..<end }
    }
    return nil
  }
}
