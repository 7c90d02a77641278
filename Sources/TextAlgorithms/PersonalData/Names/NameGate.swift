internal import CLanes

/// Tells where in a text a name or an address may stand, so that the model looks only there.
///
/// It may at a word with a capital that is rare or a name, at a number beside a word for streets, at a name in small
/// letters behind a word that introduces one; in a text without capitals, at a rare word that is a name. Linear: one
/// look-up a word with a capital.
struct NameGate {
  let table: NameTable
  let words: NameWords
  private let nameCues = NameCues()
  private let plainCapitals = PlainWords()
  private let plainSmall = PlainWords()

  /// Whether words that hardly belong to people are places too, as they may be places' and companies' names.
  private let isThorough: Bool

  init(table: NameTable, words: NameWords, isThorough: Bool = false) {
    self.table = table
    self.words = words
    self.isThorough = isThorough
  }

  /// Whether the text has no capital outside placeholders.
  func isLow(_ text: PersonalText) -> Bool {
    var i = 0
    while i < text.count {
      let capital = tm_next_capital(text.base, text.count, i)
      guard capital < text.count else { return true }
      var open = capital
      while open > i, text.base[open] != 0x5B, capital &- open < 64 { open &-= 1 }
      guard text.base[open] == 0x5B, let end = FindingResolver.placeholderEnd(text, at: open),
        end > capital
      else { return false }
      i = end
    }
    return true
  }

  /// Appends the places of the text that no mask covers, in order; `masks` are sorted and don't overlap.
  ///
  /// `cues`: where words stand that may introduce names.
  func find(
    _ text: PersonalText, masks: [PersonalFinding], cues: [Int], isLow: Bool,
    into places: inout [NamePlace]
  ) {
    let first = places.count
    let plain = isLow ? plainSmall : plainCapitals
    /// Where the word or placeholder ends that was read last.
    var skip = 0
    withUnsafeTemporaryAllocation(of: Int.self, capacity: Batch.capacity) { buffer in
      Batch.with { batch in
        var from = 0
        while from < text.count {
          // SAFETY: the text is of `count` bytes; the buffer is as long as the function is told.
          let found = tm_word_places(
            plain.words, text.base, text.count, isLow, &from, buffer.baseAddress!, buffer.count)
          let count = read(text, buffer[..<found], &skip, batch)
          table.replaceByBins(UnsafeMutableBufferPointer(rebasing: batch.hashes[..<count]))
          for k in 0..<count {
            let bins = NameTable.Bins(bits: UInt32(truncatingIfNeeded: batch.hashes[k]))
            if let place = place(text, batch.words[k], bins, isLow, plain) { places.append(place) }
          }
        }
      }
    }
    let ofWords = places.count
    for i in cues { if let place = introduced(text, by: i) { places.append(place) } }
    if places.count > ofWords { places[first...].sort { $0.start < $1.start } }
    if !masks.isEmpty { Self.removeMasked(&places, from: first, masks) }
  }

  private static func removeMasked(
    _ places: inout [NamePlace], from first: Int, _ masks: [PersonalFinding]
  ) {
    var next = 0
    var kept = first
    for k in first..<places.count {
      let start = places[k].start
      while next < masks.count, masks[next].range.upperBound <= start { next &+= 1 }
      if next < masks.count, masks[next].range.lowerBound <= start { continue }
      places[kept] = places[k]
      kept &+= 1
    }
    places.removeSubrange(kept...)
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

  /// True for a word in small letters that may be a name where one is introduced.
  @inline(__always) static func mayBeIntroduced(given: UInt8, surname: UInt8, common: UInt8) -> Bool
  {
    (given | surname) != 0 && (common < 3 || given > 2)
  }

  /// Room for words and numbers that are looked up at once.
  private struct Batch {
    static let capacity = 512
    let words: UnsafeMutableBufferPointer<Word>
    let hashes: UnsafeMutableBufferPointer<UInt64>

    static func with(_ body: (Batch) -> Void) {
      withUnsafeTemporaryAllocation(of: Word.self, capacity: capacity) { words in
        withUnsafeTemporaryAllocation(of: UInt64.self, capacity: capacity) { hashes in
          body(Batch(words: words, hashes: hashes))
        }
      }
    }

    /// SAFETY: `i` is below the capacity, as no more places are found at once; words are plain bits.
    @inline(__always) func set(_ i: Int, _ word: Word) {
      words[i] = word
      hashes[i] = word.hash
    }
  }

  /// Reads the words and numbers at some places into the batch and returns how many. `skip`: where the last word or
  /// placeholder ended.
  private func read(
    _ text: PersonalText, _ places: UnsafeMutableBufferPointer<Int>.SubSequence, _ skip: inout Int,
    _ batch: Batch
  ) -> Int {
    var count = 0
    for i in places where i >= skip {
      let b = text.base[i]
      let before = text[i &- 1]
      if before == 0x5B || before == 0x5F, let stop = placeholderEnd(text, around: i) {
        skip = stop
        continue
      }
      if PersonalText.isDigit(b) {
        guard isBesideStreet(text, i) else { continue }
        batch.set(count, (0, i, i &+ 1, false))
        count &+= 1
        continue
      }
      if b >= 0x80 ? text.isWord(before: i) || !text.isWord(at: i) : isInner(text, i) { continue }
      let word = read(text, i)
      guard word.end > i else { continue }
      skip = word.end
      batch.set(count, word)
      count &+= 1
    }
    return count
  }

  private func place(
    _ text: PersonalText, _ word: Word, _ bins: NameTable.Bins, _ isLow: Bool, _ plain: PlainWords
  ) -> NamePlace? {
    if word.hash == 0 {
      return NamePlace(start: word.start, end: word.end, isSeed: true, mayRepeat: false)
    }
    if isLow {
      guard bins.isName, bins.common < 2 else {
        plain.keep(text, word.start..<word.end)
        return nil
      }
      return NamePlace(start: word.start, end: word.end, isSeed: true, mayRepeat: false)
    }
    guard word.isCapital else { return nil }
    let count = word.end &- word.start
    if count == 1 || isPlain(bins) {
      plain.keep(text, word.start..<word.end)
      return nil
    }
    let isSeed =
      Self.mayBeName(
        given: bins.given, surname: bins.surname, common: bins.common,
        isAcronym: PersonalText.isUpper(text[word.start &+ 1]), begins: begins(text, word.start))
      && (isThorough || bins.common > 0 || bins.isName || !isAlone(text, word))
    let mayRepeat = bins.common < 2 && count > 3
    guard isSeed || mayRepeat else { return nil }
    return NamePlace(start: word.start, end: word.end, isSeed: isSeed, mayRepeat: mayRepeat)
  }

  /// True when a word with a capital is never of interest: a plain word that is no one's given name stands beside one that is
  /// of interest where it belongs to a name.
  private func isPlain(_ bins: NameTable.Bins) -> Bool {
    guard bins.common > 1 else { return false }
    if bins.given == 0, !isThorough { return true }
    return ![true, false].contains {
      Self.mayBeName(
        given: bins.given, surname: bins.surname, common: bins.common, isAcronym: $0,
        begins: false)
    }
  }

  /// True when a word that nothing is known of stands amid small letters, and no word beside it speaks for a name: brands
  /// do, and people hardly.
  private func isAlone(_ text: PersonalText, _ word: Word) -> Bool {
    let before = word.start &- 1
    guard text[before] == 0x20, text[before &- 1] &- 0x61 < 26 else { return false }
    var start = before
    while start > 0, PersonalText.isLetter(text.base[start &- 1]) { start &-= 1 }
    let speaking: NameClasses = [.naming, .greeting, .kin, .title, .goodbye, .saying]
    if !words.classes(read(text, start).hash).isDisjoint(with: speaking) { return false }
    switch text[word.end] {
    case 0x2C, 0x2E: return true
    case 0x20:
      guard text[word.end &+ 1] &- 0x61 < 26 else { return false }
      return words.classes(read(text, word.end &+ 1).hash).isDisjoint(with: speaking)
    default: return false
    }
  }

  /// The end of the placeholder that holds `i`, or nil.
  private func placeholderEnd(_ text: PersonalText, around i: Int) -> Int? {
    var open = i &- 1
    while open > 0, i &- open < 64, text.base[open] != 0x5B { open &-= 1 }
    guard open >= 0, text.base[open] == 0x5B,
      let end = FindingResolver.placeholderEnd(text, at: open), end > i
    else { return nil }
    return end
  }

  /// True when the letter at `i` goes on with a word whose last letter is beyond ASCII.
  @inline(__always) private func isInner(_ text: PersonalText, _ i: Int) -> Bool {
    text[i &- 1] >= 0x80 && text.isWord(before: i)
  }

  /// The name in small letters within three words of the one at `i` that may introduce it.
  private func introduced(_ text: PersonalText, by i: Int) -> NamePlace? {
    var word = read(text, i)
    guard nameCues.contains(word.hash) else { return nil }
    for _ in 0..<3 {
      var next = word.end
      while next &- word.end < 4,
        PersonalText.isSpace(text[next]) || text[next] == 0x2C
          || text[next] == 0x3A || text[next] == 0x27
      { next &+= 1 }
      guard PersonalText.isLetter(text[next]) || text[next] >= 0xC3 else { return nil }
      word = read(text, next)
      guard word.end > next, !word.isCapital, !nameCues.contains(word.hash) else { return nil }
      let bins = table.bins(word.hash)
      if Self.mayBeIntroduced(given: bins.given, surname: bins.surname, common: bins.common) {
        return NamePlace(start: next, end: word.end, isSeed: true, mayRepeat: false)
      }
    }
    return nil
  }

  /// True when a sentence begins with the word at `i`. Looks at what stands between it and the word before.
  private func begins(_ text: PersonalText, _ i: Int) -> Bool {
    var k = i &- 1
    while k >= 0 {
      let b = text.base[k]
      if b == 0x2E || b == 0x21 || b == 0x3F || b == 0x3A || b == 0x3E || b == 0x22 || b == 0x28
        || b == 0x0A
      {
        return true
      }
      if PersonalText.isAlphanumeric(b) || b >= 0x80 && text.isWord(at: k) { return false }
      k &-= 1
    }
    return true
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
