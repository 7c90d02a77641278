internal import CTables

/// The rows of the word table: a kind, a language and the words, parted by tabs.
struct ReplyTableText {
  private let fields: [[UInt8]: [[[UInt8]]]]

  /// The table that is built into the program.
  static var embedded: ReplyTableText {
    var size = 0
    let start = replies_table(&size)!
    // SAFETY: the table is a constant of the program of just this size.
    return ReplyTableText(Array(UnsafeBufferPointer(start: start, count: size)))
  }

  init(_ text: [UInt8]) {
    var fields: [[UInt8]: [[[UInt8]]]] = [:]
    for line in text.split(separator: 0x0A) where line.first != 0x23 {
      let parts = line.split(separator: 0x09).map(Array.init)
      if parts.count > 2 { fields[parts[0], default: []].append(Array(parts[2...])) }
    }
    self.fields = fields
  }

  /// The rows of a kind, in order.
  func rows(_ kind: String) -> [[[UInt8]]] { fields[Array(kind.utf8)] ?? [] }

  /// All words of a kind. Words with a small `i` first also come with the Turkish capital `İ`.
  func words(_ kind: String) -> [[UInt8]] {
    rows(kind).joined().flatMap { word -> [[UInt8]] in
      word.first == 0x69 && word.count > 2 ? [word, [0xC4, 0xB0] + word.dropFirst()] : [word]
    }
  }
}
