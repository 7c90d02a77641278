internal import TextAlgorithms

/// One row or item of a product feed: its fields in their order, and where it stands.
struct FeedItem: Equatable {
  /// 1-based, in the file.
  var record: Int
  var offset: Int
  /// Names as the reader's columns call them; blank fields are left out. A name may stand several times.
  var fields: [JSONValue.Member]

  /// The first text of the first of these names that there is.
  func text(_ names: String...) -> String? {
    for name in names {
      if let found = fields.first(where: { $0.key == name })?.value.string { return found }
    }
    return nil
  }

  /// All values of a name.
  func all(_ name: String) -> [JSONValue] { fields.filter { $0.key == name }.map(\.value) }

  /// All texts of a name.
  func texts(_ name: String) -> [String] { all(name).compactMap(\.string) }

  /// The item as bytes, which `init(_:)` reads.
  var coded: [UInt8] {
    var out: [UInt8] = []
    JSONValue.array([.int(record), .int(offset), .object(fields)]).append(to: &out)
    return out
  }

  init(record: Int, offset: Int, fields: [JSONValue.Member]) {
    self.record = record
    self.offset = offset
    self.fields = fields
  }

  init(_ coded: some Collection<UInt8>) {
    let parts = (try? JSONValue(parsing: Array(coded)))?.array ?? []
    record = parts.first?.int ?? 0
    offset = parts.dropFirst().first?.int ?? 0
    fields = parts.last?.members ?? []
  }

  /// The cells of a row that aren't blank, under the names of `columns`; nil names are left out.
  init(_ row: CSVRows.Row, columns: [String?]) {
    record = row.location.record
    offset = row.location.offset
    fields = []
    for (i, name) in columns.enumerated() {
      guard let name else { continue }
      let text = row.text(i).withoutOuterBlanks
      if !text.isEmpty { fields.append(.init(key: name, value: .string(text))) }
    }
  }
}

extension String {
  /// Without spaces, tabs and line ends at both ends.
  var withoutOuterBlanks: String {
    let isSpace: (UInt8) -> Bool = { $0 <= 0x20 }
    let front = utf8.drop(while: isSpace)
    guard let last = front.lastIndex(where: { !isSpace($0) }) else { return "" }
    return String(front[...last]) ?? self
  }
}
