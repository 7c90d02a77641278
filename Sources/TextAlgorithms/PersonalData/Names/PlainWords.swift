internal import CLanes

/// Short words that were read lately and are of no interest wherever they stand, so that they needn't be read again.
///
/// What is left out doesn't depend on what was read: a word is kept only when it would never be a place.
final class PlainWords {
  // SAFETY: `TM_PLAIN_SLOTS` elements, initialized at once, freed in deinit.
  let words: UnsafeMutablePointer<tm_plain_word>

  init() {
    words = .allocate(capacity: Int(TM_PLAIN_SLOTS))
    words.initialize(repeating: tm_plain_word(), count: Int(TM_PLAIN_SLOTS))
  }

  deinit { words.deallocate() }

  /// Keeps the word at `range` when it has at most fifteen letters, all ASCII.
  func keep(_ text: PersonalText, _ range: Range<Int>) {
    guard range.count <= 15, text[range.upperBound] < 0x80,
      range.allSatisfy({ text.base[$0] < 0x80 })
    else { return }
    let word = tm_read_plain_word(text.base + range.lowerBound, range.count)
    let slot = tm_plain_slot(word)
    words[slot + 1] = words[slot]
    words[slot] = word
  }
}
