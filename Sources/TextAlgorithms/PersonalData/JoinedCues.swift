/// Cue words of scripts that write no blanks: found wherever they stand, the longest first.
struct JoinedCues {
  private var words: [UInt32: [(word: [UInt8], meaning: CueWords.Meaning)]] = [:]

  init() {
    add(CueTables.joinedPhone, .phone)
    add(CueTables.joinedCard, .card)
    add(CueTables.joinedOther, .other)
    add(CueTables.joinedVersion, [.version, .other])
    for (words, meaning) in CueTables.joinedIdentity { add(words, meaning) }
  }

  private mutating func add(_ table: StaticString, _ meaning: CueWords.Meaning) {
    table.withUTF8Buffer { bytes in
      for word in bytes.split(whereSeparator: { $0 == 0x20 || $0 == 0x0A }) {
        let bytes = Array(word)
        let key = UInt32(bytes[0]) << 16 | UInt32(bytes[1]) << 8 | UInt32(bytes[2])
        words[key, default: []].append((bytes, meaning))
        words[key]!.sort { $0.word.count > $1.word.count }
      }
    }
  }

  /// The longest word that begins at `i` and ends by `end`, or nil.
  func word(
    _ text: PersonalText, at i: Int, end: Int
  ) -> (meaning: CueWords.Meaning, end: Int)? {
    guard text[i] >= 0xE0, i &+ 3 <= end,
      let list = words[UInt32(text[i]) << 16 | UInt32(text[i &+ 1]) << 8 | UInt32(text[i &+ 2])]
    else { return nil }
    next: for (word, meaning) in list where i &+ word.count <= end {
      for k in 0..<word.count where text[i &+ k] != word[k] { continue next }
      return (meaning, i &+ word.count)
    }
    return nil
  }
}
