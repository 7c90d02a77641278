/// What the tables said of words that were read lately, by the words' hashes.
///
/// Holds plain words alone: letters without joints and digits. What it tells is what the tables would tell.
final class WordMemory {
  /// What a token has from its word.
  struct Word {
    var hash: UInt64 = 0
    var small: UInt64 = 0
    var classes: NameClasses = []
    var endings: (UInt32, UInt32) = (0, 0)
    /// Bytes of the word.
    var count: UInt32 = 0
    var given: UInt8 = 0
    var surname: UInt8 = 0
    var common: UInt8 = 0
    var place: UInt8 = 0
  }

  private static let size = 16384
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
    let word = words + Self.slot(hash)
    guard word.pointee.hash == hash, Int(word.pointee.count) == range.count else { return nil }
    return NameToken(
      start: range.lowerBound, end: range.upperBound, shape: shape, given: word.pointee.given,
      surname: word.pointee.surname, common: word.pointee.common, place: word.pointee.place,
      classes: word.pointee.classes, word: hash, small: word.pointee.small,
      endings: word.pointee.endings)
  }

  /// Keeps what a token has from its word.
  func keep(_ token: NameToken) {
    words[Self.slot(token.word)] = Word(
      hash: token.word, small: token.small, classes: token.classes, endings: token.endings,
      count: UInt32(truncatingIfNeeded: token.end - token.start), given: token.given,
      surname: token.surname, common: token.common, place: token.place)
  }
}
