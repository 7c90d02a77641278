internal import CLanes

/// Finds where in a text personal data and secrets may begin: numbers, certain signs and words, long tokens.
final class AnchorTable {
  /// What stands at a place.
  struct Kind: OptionSet {
    let rawValue: Int
    /// A number, a sign or a word that announces something.
    static let anchor = Kind(rawValue: Int(TM_ANCHOR))
    /// A word that says something of numbers near it.
    static let cue = Kind(rawValue: Int(TM_CUE))
    /// A word behind which a name may stand.
    static let nameCue = Kind(rawValue: Int(TM_NAME_CUE))
    /// A run of fourteen bytes that tokens are made of, or more, ends there.
    static let runEnd = Kind(rawValue: Int(TM_RUN_END))
  }

  // SAFETY: `TM_WORD_KINDS` elements, written in `init` alone, freed in `deinit`.
  private let kinds: UnsafeMutablePointer<UInt8>

  /// Places that are found at once.
  private static let capacity = 1024

  /// - Parameter words: Lists in lower case that blanks, line ends and low lines part, and what their words are; of a word
  ///   its first run of ASCII letters counts.
  init(_ words: [(list: StaticString, kind: Kind)]) {
    kinds = .allocate(capacity: Int(TM_WORD_KINDS))
    kinds.initialize(repeating: 0, count: Int(TM_WORD_KINDS))
    for (list, kind) in words {
      list.withUTF8Buffer { bytes in
        for word in bytes.split(whereSeparator: { $0 == 0x20 || $0 == 0x0A || $0 == 0x5F }) {
          let letters = word.prefix(while: PersonalText.isLetter).prefix(8)
          if letters.isEmpty { continue }
          let number = letters.reversed().reduce(UInt64(0)) { $0 << 8 | UInt64($1 | 0x20) }
          kinds[tm_word_kind(number)] |= UInt8(kind.rawValue)
        }
      }
    }
  }

  deinit { kinds.deallocate() }

  /// Calls `body` with each place in order, and what stands there. Linear.
  func each(_ text: PersonalText, _ body: (_ place: Int, _ kind: Kind) -> Void) {
    var state = tm_anchor_state()
    withUnsafeTemporaryAllocation(of: Int.self, capacity: Self.capacity) { buffer in
      while state.at <= text.count {
        // SAFETY: the text is of `count` bytes; the buffer is as long as the function is told.
        let found = tm_find_anchors(
          kinds, text.base, text.count, &state, buffer.baseAddress!, buffer.count)
        for place in buffer[..<found] { body(place >> 4, Kind(rawValue: place & 15)) }
      }
    }
  }
}
