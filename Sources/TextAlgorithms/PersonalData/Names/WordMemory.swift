/// What the tables said of words that were read lately, by the words' hashes.
///
/// Holds plain words alone: letters without joints and digits. What it tells is what the tables would tell.
final class WordMemory {
  /// What a token has from its word, in few bytes, so that many words stay near.
  struct Word {
    var hash: UInt64 = 0
    var classes: NameClasses = []
    /// Its last three letters, the last the lowest; 0 when features don't name them.
    var ending: UInt32 = 0
    /// Bytes of the word.
    var count: UInt16 = 0
    /// Given name, surname, plain word and place, three bits each.
    var bins: UInt16 = 0
  }

  private static let size = 8192
  // SAFETY: `size` elements, initialized at once, freed in deinit; `slot` is always below `size`.
  private let words: UnsafeMutablePointer<Word>

  init() {
    words = .allocate(capacity: Self.size)
    words.initialize(repeating: Word(), count: Self.size)
  }

  deinit { words.deallocate() }

  @inline(__always) private static func slot(_ hash: UInt64) -> Int {
    Int(truncatingIfNeeded: hash ^ hash >> 31) & (size &- 1)
  }

  /// The token of a word at `range`, when the word was read lately.
  @inline(__always) func token(
    _ range: Range<Int>, _ hash: UInt64, _ shape: NameToken.Shape
  ) -> NameToken? {
    let word = (words + Self.slot(hash)).pointee
    guard word.hash == hash, Int(word.count) == range.count else { return nil }
    let common = UInt8(truncatingIfNeeded: word.bins >> 6 & 7)
    return NameToken(
      start: range.lowerBound, end: range.upperBound, shape: shape,
      given: UInt8(truncatingIfNeeded: word.bins & 7),
      surname: UInt8(truncatingIfNeeded: word.bins >> 3 & 7), common: common,
      place: UInt8(truncatingIfNeeded: word.bins >> 9), classes: word.classes, word: hash,
      small: NameToken.small(hash, word.classes, common: common),
      endings: (word.ending & 0xFFFF, word.ending))
  }

  /// Keeps what a token has from its word.
  func keep(_ token: NameToken) {
    guard let count = UInt16(exactly: token.end - token.start) else { return }
    words[Self.slot(token.word)] = Word(
      hash: token.word, classes: token.classes, ending: token.endings.1, count: count,
      bins: UInt16(token.given) | UInt16(token.surname) << 3 | UInt16(token.common) << 6
        | UInt16(token.place) << 9)
  }
}
