/// Tells which lines of a text may hold a name or an address, so that the model looks only there.
///
/// A line may when it has a word with a capital that is rare or a name, or a number beside a word for streets; in a
/// text without capitals, when it has a rare word that is a name. Linear: one look-up a word with a capital.
struct NameGate {
  let table: NameTable
  let words: NameWords

  /// Lines that belong together, with those around them that the model looks at.
  struct Blocks {
    var ranges: [Range<Int>] = []
    /// Whether the text has no capitals.
    var isLow = true
  }

  /// The most bytes of one block; a longer line is cut at a blank.
  private static let longest = 1 << 13

  func blocks(_ text: PersonalText) -> Blocks {
    var blocks = Blocks()
    blocks.isLow = !hasCapital(text)
    /// Where the three lines before began, the nearest first.
    var starts = (0, 0, 0)
    var start = 0
    while start < text.count {
      var end = start
      let isHit = mayHold(text, from: start, isLow: blocks.isLow, &end)
      if isHit { while end < text.count, text.base[end] != 0x0A { end &+= 1 } }
      if isHit { add(text, starts.2, start, end, &blocks.ranges) }
      starts = (start, starts.0, starts.1)
      start = end &+ 1
    }
    return blocks
  }

  /// True for a word with a capital that may be a name by its bins; `begins`: that begins a sentence, where every word
  /// has a capital.
  @inline(__always) static func mayBeName(
    given: UInt8, surname: UInt8, common: UInt8, isAcronym: Bool, begins: Bool
  ) -> Bool {
    if common == 4 { return given == 4 && !begins }
    if isAcronym { return given > 2 || surname > 3 }
    if common == 0 || given > 1 || surname > common { return true }
    return surname | given != 0 && !begins
  }

  private func add(
    _ text: PersonalText, _ from: Int, _ start: Int, _ end: Int, _ ranges: inout [Range<Int>]
  ) {
    guard end &- start <= Self.longest else {
      var i = start
      while i < end {
        var stop = min(end, i + Self.longest)
        while stop < end, stop > i + Self.longest / 2, text[stop] != 0x20 { stop &-= 1 }
        while stop < end, text[stop] & 0xC0 == 0x80 { stop &+= 1 }
        ranges.append(max(i, ranges.last?.upperBound ?? 0)..<stop)
        i = stop
      }
      return
    }
    var first = max(from, start &- Self.longest)
    while first < start, text[first] & 0xC0 == 0x80 { first &+= 1 }
    // The next line says whether this one is the last.
    var stop = end
    while stop < text.count, stop &- end < 64, PersonalText.isSpace(text[stop]) { stop &+= 1 }
    if let last = ranges.last, last.upperBound >= first, last.count < 4 * Self.longest {
      ranges[ranges.count - 1] = last.lowerBound..<max(stop, last.upperBound)
    } else {
      let low = max(first, ranges.last?.upperBound ?? 0)
      if stop > low { ranges.append(low..<stop) }
    }
  }

  /// True when the text has a capital outside placeholders.
  private func hasCapital(_ text: PersonalText) -> Bool {
    var i = 0
    while i < text.count {
      if text.base[i] == 0x5B, let end = FindingResolver.placeholderEnd(text, at: i) {
        i = end
      } else if PersonalText.isUpper(text.base[i]) {
        return true
      } else {
        i &+= 1
      }
    }
    return false
  }

  /// Looks through the line at `start`; `end` becomes the line's end, or where the search stopped.
  private func mayHold(
    _ text: PersonalText, from start: Int, isLow: Bool, _ end: inout Int
  ) -> Bool {
    var i = start
    var before: NameClasses = []
    /// Whether the next word begins a sentence.
    var begins = true
    defer { end = i }
    while i < text.count {
      let b = text.base[i]
      if b &- 0x61 < 26, !isLow {
        i = text.endOfSmallLetters(from: i &+ 1)
        begins = false
      } else if PersonalText.isLetter(b) || b >= 0xC3 {
        guard b < 0x80 || text.isWord(at: i) else {
          i &+= 1
          continue
        }
        let isInner = i > start && (text.base[i &- 1] & 0xDF) &- 0x41 < 26
        let word = read(text, i)
        i = max(word.end, i &+ 1)
        if isInner { continue }
        if isLow {
          let bins = table.bins(word.hash)
          if bins.isName {
            if bins.common < 2 { return true }
            if !before.isDisjoint(with: [.naming, .greeting, .kin, .title]) { return true }
          }
          before = words.classes(word.hash)
        } else if word.isCapital, word.end &- word.start > 1 {
          let bins = table.bins(word.hash)
          let isAcronym = PersonalText.isUpper(text[word.start &+ 1])
          if Self.mayBeName(
            given: bins.given, surname: bins.surname, common: bins.common, isAcronym: isAcronym,
            begins: begins)
          {
            return true
          }
        }
        begins = false
      } else if PersonalText.isDigit(b) {
        if isBesideStreet(text, i) { return true }
        while i < text.count, PersonalText.isDigit(text.base[i]) { i &+= 1 }
        begins = false
      } else if b == 0x0A {
        return false
      } else if b == 0x5B, let stop = FindingResolver.placeholderEnd(text, at: i) {
        i = stop
      } else {
        if b == 0x2E || b == 0x21 || b == 0x3F || b == 0x3A || b == 0x3E || b == 0x22 || b == 0x28 {
          begins = true
        }
        i &+= 1
      }
    }
    return false
  }

  private typealias Word = (hash: UInt64, start: Int, end: Int, isCapital: Bool)

  private func read(_ text: PersonalText, _ start: Int) -> Word {
    var i = start
    var hash = NameTable.seed
    var isCapital = false
    while i < text.count {
      let b = text.base[i]
      if PersonalText.isLetter(b) {
        if i == start { isCapital = PersonalText.isUpper(b) }
        hash = NameTable.add(b | 0x20, to: hash)
        i &+= 1
      } else if b >= 0xC3, b < 0xE0 {
        let scalar = UInt32(b & 0x1F) << 6 | UInt32(text[i &+ 1] & 0x3F)
        let low = CaseFold.lower(scalar)
        if i == start { isCapital = low != scalar }
        hash = NameTable.add(UInt8(truncatingIfNeeded: 0xC0 | low >> 6), to: hash)
        hash = NameTable.add(UInt8(truncatingIfNeeded: 0x80 | low & 0x3F), to: hash)
        i &+= 2
      } else {
        break
      }
    }
    return (hash, start, min(i, text.count), isCapital)
  }

  /// True when a word for streets stands right before or behind the number at `i`.
  private func isBesideStreet(_ text: PersonalText, _ i: Int) -> Bool {
    var behind = i
    while PersonalText.isAlphanumeric(text[behind]) { behind &+= 1 }
    while text[behind] == 0x20 || text[behind] == 0x2C { behind &+= 1 }
    if PersonalText.isUpper(text[behind]), PersonalText.isLetter(text[behind &+ 1]) { return true }
    if isStreet(text, behind) { return true }
    var end = i
    while end > 0, text[end &- 1] == 0x20 || text[end &- 1] == 0x2C || text[end &- 1] == 0x2E {
      end &-= 1
    }
    var start = end
    while start > 0, end &- start < 48,
      PersonalText.isLetter(text[start &- 1]) || text[start &- 1] >= 0x80
    {
      start &-= 1
    }
    return start < end && isStreet(text, start)
  }

  private func isStreet(_ text: PersonalText, _ start: Int) -> Bool {
    guard PersonalText.isLetter(text[start]) || text[start] >= 0xC3 else { return false }
    let word = read(text, start)
    if !words.classes(word.hash).isDisjoint(with: [.street, .unit]) { return true }
    guard word.end &- start > 5, word.end &- start < 48 else { return false }
    return words.endsAsStreet(
      UnsafeBufferPointer(start: text.base + start, count: word.end &- start))
      && table.bins(word.hash).common == 0
  }
}
