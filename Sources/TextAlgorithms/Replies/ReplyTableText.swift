internal import CTables

/// The rows of the word table: a kind, a language and the words, parted by tabs.
struct ReplyTableText {
  private struct Row {
    let kind: [UInt8]
    let fields: [[UInt8]]
  }

  private let rowList: [Row]

  /// The table that is built into the program.
  static var embedded: ReplyTableText {
    var size = 0
    let start = replies_table(&size)!
    // SAFETY: the table is a constant of the program of just this size.
    return ReplyTableText(Array(UnsafeBufferPointer(start: start, count: size)))
  }

  init(_ text: [UInt8]) {
    rowList = text.split(separator: 0x0A).compactMap { line in
      if line.first == 0x23 { return nil }
      let fields = line.split(separator: 0x09).map(Array.init)
      return fields.count > 2 ? Row(kind: fields[0], fields: Array(fields[2...])) : nil
    }
  }

  /// The rows of a kind, in order.
  func rows(_ kind: String) -> [[[UInt8]]] {
    let key = Array(kind.utf8)
    return rowList.filter { $0.kind == key }.map(\.fields)
  }

  /// All words of a kind. Words with a small `i` first also come with the Turkish capital `İ`.
  func words(_ kind: String) -> [[UInt8]] {
    rows(kind).joined().flatMap { word -> [[UInt8]] in
      word.first == 0x69 && word.count > 2 ? [word, [0xC4, 0xB0] + word.dropFirst()] : [word]
    }
  }
}
