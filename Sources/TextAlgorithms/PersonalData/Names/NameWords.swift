/// The closed word lists of names and addresses, as a table from a word's hash to its classes.
final class NameWords {
  private var table = HashedWords<NameClasses>()
  private let endings = StreetEndings()
  /// What was found out of words lately.
  let memory = WordMemory()

  init() {
    for (words, classes) in NameLists.all {
      words.withUTF8Buffer { bytes in
        for word in bytes.split(whereSeparator: { $0 == 0x20 || $0 == 0x0A }) {
          table.insert(classes, for: word.reduce(NameTable.seed) { NameTable.add($1, to: $0) })
        }
      }
    }
  }

  /// The classes of the word with this hash.
  @inline(__always) func classes(_ hash: UInt64) -> NameClasses { table[hash] }

  /// True when a folded word ends as words for streets do: "Hauptstraße", "Storgatan".
  @inline(__always) func endsAsStreet(_ word: UnsafeBufferPointer<UInt8>) -> Bool {
    endings.end(word)
  }
}
