/// The closed word lists of names and addresses, as a table from a word's hash to its classes.
struct NameWords {
  private var keys = [UInt64](repeating: 0, count: 8192)
  private var values = [NameClasses](repeating: [], count: 8192)

  init() {
    for (words, classes) in NameLists.all {
      words.withUTF8Buffer { bytes in
        for word in bytes.split(whereSeparator: { $0 == 0x20 || $0 == 0x0A }) {
          insert(word.reduce(NameTable.seed) { NameTable.add($1, to: $0) }, classes)
        }
      }
    }
  }

  private mutating func insert(_ hash: UInt64, _ classes: NameClasses) {
    var i = Self.slot(hash)
    while keys[i] != 0, keys[i] != hash { i = (i + 1) & 8191 }
    keys[i] = hash
    values[i].formUnion(classes)
  }

  @inline(__always) private static func slot(_ hash: UInt64) -> Int {
    Int(truncatingIfNeeded: hash ^ hash >> 29) & 8191
  }

  /// The classes of the word with this hash.
  func classes(_ hash: UInt64) -> NameClasses {
    var i = Self.slot(hash)
    while keys[i] != 0 {
      if keys[i] == hash { return values[i] }
      i = (i + 1) & 8191
    }
    return []
  }

  /// True when a folded word ends as words for streets do: "Hauptstraße", "Storgatan".
  static func endsAsStreet(_ word: UnsafeBufferPointer<UInt8>) -> Bool {
    guard word.count > 5 else { return false }
    return NameLists.streetEndings.withUTF8Buffer { list in
      var i = 0
      while i < list.count {
        var end = i
        while end < list.count, list[end] != 0x20, list[end] != 0x0A { end += 1 }
        let n = end - i
        if n > 0, n < word.count, list[end - 1] == word[word.count - 1] {
          var k = 0
          while k < n, list[i + k] == word[word.count - n + k] { k += 1 }
          if k == n { return true }
        }
        i = end + 1
      }
      return false
    }
  }
}
