/// Words of a list, found by their hashes.
struct ListedWords: Sendable {
  private struct Mark: OptionSet {
    let rawValue: UInt8
    static let listed = Mark(rawValue: 1)
  }

  private var words = HashedWords<Mark>()

  /// The words of a text that blanks and line ends part, in lower case.
  init(_ list: StaticString) {
    list.withUTF8Buffer { bytes in
      for word in bytes.split(whereSeparator: { $0 == 0x20 || $0 == 0x0A }) {
        words.insert(.listed, for: word.reduce(NameTable.seed) { NameTable.add($1, to: $0) })
      }
    }
  }

  /// The words of texts that blanks, line ends and low lines part, in lower case.
  init(parts lists: [StaticString]) {
    for list in lists {
      list.withUTF8Buffer { bytes in
        for word in bytes.split(whereSeparator: { $0 == 0x20 || $0 == 0x0A || $0 == 0x5F }) {
          words.insert(.listed, for: word.reduce(NameTable.seed) { NameTable.add($1, to: $0) })
        }
      }
    }
  }

  /// True when a word with this hash is in the list.
  @inline(__always) func contains(_ hash: UInt64) -> Bool { !words[hash].isEmpty }
}
