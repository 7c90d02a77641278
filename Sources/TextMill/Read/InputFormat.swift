internal import TextAlgorithms

/// What a file holds, by its first bytes and never by its name.
package enum InputFormat: Equatable, Sendable {
  case zendesk, mbox, eml, shopify, page
  /// An export that its own reader reads.
  case export(SourceOptions.Reader)
  /// JSON Lines of records that name or hold a page.
  case pageRecords
  /// JSON Lines of records that hold a mail.
  case mailRecords

  /// How much is looked at.
  private static let sampleSize = 1 << 16

  /// Looks at the beginning of a file, or of its first member when it is packed; nil: none of these.
  package init?(of path: String) throws {
    let options = SourceOptions(name: path, reader: .pages, folder: "", paths: [])
    let file = InputFile(file: path, path: path, size: 0)
    var found: InputFormat?
    var isFirst = true
    try InputOpener.forEachMember(of: file, options: options) { _, stream in
      guard isFirst else { return }
      isFirst = false
      let window = ByteWindow(stream)
      while window.count < InputFormat.sampleSize, try window.fill() {}
      try window.skipByteOrderMark()
      found = InputFormat(head: Array(window.bytes.prefix(InputFormat.sampleSize)))
    } onDefect: { _, _ in
    }
    guard let found else { return nil }
    self = found
  }

  /// Tells the format of the bytes at the beginning of a file; nil: none of these.
  init?(head: [UInt8]) {
    if head.starts(with: Array("From ".utf8)) {
      self = .mbox
      return
    }
    let text = head.drop { $0 <= 0x20 }
    switch text.first {
    case 0x3C: self = InputFormat.export(xml: text) ?? .page
    case 0x7B, 0x5B:
      guard let found = InputFormat(json: text) else { return nil }
      self = found
    default:
      let line = text.prefix { $0 != 0x0A && $0 != 0x0D }
      if let found = InputFormat.export(header: line) {
        self = found
      } else if InputFormat.isShopifyHeader(line) {
        self = .shopify
      } else if InputFormat.isMailHeader(line) {
        self = .eml
      } else {
        return nil
      }
    }
  }

  private init?(json text: ArraySlice<UInt8>) {
    let line = Array(text.prefix { $0 != 0x0A })
    if let record = try? JSONValue(parsing: line), record["id"] != nil {
      if record["html"]?.string != nil || record["path"]?.string != nil {
        self = .pageRecords
        return
      }
      if record["raw"]?.string != nil {
        self = .mailRecords
        return
      }
    }
    if let found = InputFormat.export(json: text) {
      self = found
      return
    }
    let keys = [
      "tickets", "ticket_events", "users", "requester_id", "submitter_id", "child_events",
      "comments",
    ]
    let isZendesk = keys.contains { key in
      InputFormat.contains(Array("\"\(key)\"".utf8), in: text)
    }
    guard isZendesk else { return nil }
    self = .zendesk
  }

  static func contains(_ key: [UInt8], in text: ArraySlice<UInt8>) -> Bool {
    var rest = text
    while let quote = rest.firstIndex(of: key[0]) {
      rest = rest[quote...]
      if rest.starts(with: key) { return true }
      rest = rest.dropFirst()
    }
    return false
  }

  /// A header line with the columns that every Shopify product table has.
  private static func isShopifyHeader(_ line: ArraySlice<UInt8>) -> Bool {
    let separators: [UInt8] = [0x2C, 0x3B, 0x09, 0x7C]
    let cells = line.split { separators.contains($0) }.map { cell in
      String(decoding: cell.filter { $0 != 0x22 }, as: UTF8.self).withoutOuterSpace
    }
    let columns = ShopifyColumns(cells)
    return columns[.handle] != nil && columns[.title] != nil
  }

  /// A field name of letters, digits and hyphens, a colon, and something behind it.
  private static func isMailHeader(_ line: ArraySlice<UInt8>) -> Bool {
    let name = line.prefix { byte in
      (0x30...0x39).contains(byte) || (0x61...0x7A).contains(byte | 0x20) || byte == 0x2D
    }
    let rest = line.dropFirst(name.count)
    guard name.count > 1, rest.first == 0x3A else { return false }
    return rest.count == 1 || rest.dropFirst().first == 0x20 || rest.dropFirst().first == 0x09
  }
}
