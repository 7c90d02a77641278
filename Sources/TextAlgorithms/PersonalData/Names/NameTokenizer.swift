/// Cuts text into the tokens of names: words with inner apostrophes and hyphens, numbers with letters, signs, runs
/// of line ends; a span found by rule and a placeholder are one token each. Linear.
struct NameTokenizer {
  let table: NameTable
  let words: NameWords

  /// Appends the tokens of `range`; `masks` are sorted and don't overlap.
  func tokenize(
    _ text: PersonalText, _ range: Range<Int>, masks: [PersonalFinding],
    into tokens: inout [NameToken]
  ) {
    var i = range.lowerBound
    var next = masks.partitioningIndex { $0.range.upperBound > i }
    while i < range.upperBound { i = step(text, i, range.upperBound, masks, &next, &tokens) }
  }

  /// Appends the tokens from the beginning of `range` to the second one behind the one that holds `place`; returns the
  /// latter's index, or nil when there is none.
  func tokenize(
    _ text: PersonalText, _ range: Range<Int>, around place: Int, masks: [PersonalFinding],
    into tokens: inout [NameToken]
  ) -> Int? {
    var i = range.lowerBound
    var next = masks.isEmpty ? 0 : masks.partitioningIndex { $0.range.upperBound > i }
    var index: Int?
    while i < range.upperBound {
      i = step(text, i, range.upperBound, masks, &next, &tokens)
      if i > place, let last = tokens.last, last.end > place {
        if index == nil { index = tokens.firstIndex { $0.end > place } }
        if let index, tokens.count > index + 2 { break }
      }
    }
    return index
  }

  /// Appends what stands at `i`, and returns where it ends. `next`: the first mask that doesn't end before `i`.
  @inline(__always) private func step(
    _ text: PersonalText, _ i: Int, _ limit: Int, _ masks: [PersonalFinding], _ next: inout Int,
    _ tokens: inout [NameToken]
  ) -> Int {
    guard next < masks.count else { return self.next(text, i, limit, &tokens) }
    let mask = masks[next]
    if i < mask.range.lowerBound {
      return self.next(text, i, min(mask.range.lowerBound, limit), &tokens)
    }
    next += 1
    if mask.range.upperBound > i { tokens.append(Self.mask(i..<mask.range.upperBound, mask.kind)) }
    return max(i, mask.range.upperBound)
  }

  static func mask(_ range: Range<Int>, _ kind: PersonalDataKind) -> NameToken {
    // One after the other for all placeholders: what a mask hides is worth less than that it hides.
    let code = UInt64(kind.rawValue) + 1000
    return NameToken(
      start: range.lowerBound, end: range.upperBound, shape: .mask, word: code, small: code)
  }

  private func next(_ text: PersonalText, _ i: Int, _ end: Int, _ tokens: inout [NameToken]) -> Int
  {
    let b = text[i]
    if b == 0x20 || b == 9 || b == 0x0D || b == 0x0B || b == 0x0C { return i &+ 1 }
    if b == 0x0A { return lineEnds(text, i, end, &tokens) }
    if b == 0x5B, let stop = FindingResolver.placeholderEnd(text, at: i), stop <= end {
      tokens.append(Self.mask(i..<stop, .person))
      return stop
    }
    if PersonalText.isDigit(b) { return number(text, i, end, &tokens) }
    if b < 0x80 ? PersonalText.isLetter(b) : b >= 0xC2 && text.isWord(at: i) {
      return word(text, i, end, &tokens)
    }
    if b >= 0xE0, text.isJoined(at: i) {
      var stop = i
      while stop < end, text[stop] >= 0xE0, text.isJoined(at: stop) { stop &+= 3 }
      stop = min(stop, end)
      tokens.append(NameToken(start: i, end: stop, shape: .joined, small: 3))
      return stop
    }
    var stop = i &+ 1
    while stop < end, text[stop] & 0xC0 == 0x80 { stop &+= 1 }
    if b == 0xC2, text[i &+ 1] == 0xA0 { return stop }
    let code = b < 0x80 ? UInt64(b) + 100 : 99
    tokens.append(NameToken(start: i, end: stop, shape: .sign, word: code, small: code))
    return stop
  }

  private func lineEnds(
    _ text: PersonalText, _ i: Int, _ end: Int, _ tokens: inout [NameToken]
  ) -> Int {
    var count = 0
    var stop = i
    var k = i
    while k < end, PersonalText.isSpace(text[k]) {
      if text[k] == 0x0A {
        count += 1
        stop = k &+ 1
      }
      k &+= 1
    }
    tokens.append(
      NameToken(
        start: i, end: stop, shape: count > 1 ? .blankLine : .line, small: count > 1 ? 5 : 4))
    return stop
  }

  private func number(
    _ text: PersonalText, _ i: Int, _ end: Int, _ tokens: inout [NameToken]
  ) -> Int {
    var stop = i
    var digits = 0
    while stop < end, text.isWord(at: stop), text[stop] != 0x5F {
      if text.isDigit(stop) { digits += 1 }
      stop &+= 1
    }
    let hasLetters = digits < stop &- i
    let shape: NameToken.Shape =
      hasLetters ? .digitsLetters : NameToken.Shape(rawValue: 1 + UInt8(min(6, digits))) ?? .digits6
    tokens.append(
      NameToken(start: i, end: stop, shape: shape, word: 0, small: 10 + UInt64(shape.rawValue)))
    return stop
  }

  private func word(
    _ text: PersonalText, _ i: Int, _ end: Int, _ tokens: inout [NameToken]
  ) -> Int {
    if let stop = known(text, i, end, &tokens) { return stop }
    var stop = i
    var scan = WordScan()
    while stop < end {
      let b = text[stop]
      if PersonalText.isLetter(b) {
        scan.add(b)
        stop &+= 1
      } else if PersonalText.isDigit(b) {
        scan.hasDigit = true
        stop &+= 1
      } else if b >= 0xC2, text.isWord(at: stop) || b == 0xCC || b == 0xCD {
        let width = b < 0xE0 ? 2 : b < 0xF0 ? 3 : 4
        scan.add(text, at: stop, width: width)
        stop &+= width
      } else if let width = joint(text, stop, end) {
        let isPossessive =
          b != 0x2D && text[stop &+ width] | 0x20 == 0x73
          && !text.isWord(at: stop &+ width &+ 1)
        if isPossessive { break }
        scan.join(b == 0x2D ? 0x2D : 0x27)
        stop &+= width
      } else {
        break
      }
    }
    stop = min(stop, end)
    tokens.append(scan.token(i..<stop, table, words))
    if let width = joint(text, stop, end), text[stop] != 0x2D {
      tokens.append(
        NameToken(start: stop, end: stop &+ width &+ 1, shape: .possessive, word: 6, small: 6))
      return stop &+ width &+ 1
    }
    return stop
  }

  /// How many bytes an apostrophe or hyphen takes that joins two letters at `i`, or nil.
  private func joint(_ text: PersonalText, _ i: Int, _ end: Int) -> Int? {
    let width: Int
    switch text[i] {
    case 0x27, 0x2D: width = 1
    case 0xE2 where text[i &+ 1] == 0x80 && text[i &+ 2] == 0x99: width = 3
    default: return nil
    }
    let b = text[i &+ width]
    guard i &+ width < end, PersonalText.isLetter(b) || (b >= 0xC2 && text.isWord(at: i &+ width))
    else { return nil }
    return width
  }
}

extension Array {
  /// The first index whose element fulfils what all behind it do too.
  fileprivate func partitioningIndex(_ holds: (Element) -> Bool) -> Int {
    var low = 0
    var high = count
    while low < high {
      let middle = (low + high) / 2
      if holds(self[middle]) { high = middle } else { low = middle + 1 }
    }
    return low
  }
}
