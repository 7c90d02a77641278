internal import TextAlgorithms

/// What a file holds, by its first bytes and never by its name.
package enum InputFormat: Equatable, Sendable {
  case zendesk, mbox, eml, shopify, woocommerce, magento, merchantFeed, page, warc
  /// JSON Lines of pages as crawlers write them.
  case crawl
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
    try InputOpener.forEachMember(of: file, options: options) { member, stream in
      // The web archives of a WACZ stand among its indexes.
      if member.contains("!/"), member.contains(".warc") { found = .warc }
      guard isFirst else { return }
      isFirst = false
      let window = ByteWindow(stream)
      while window.count < InputFormat.sampleSize, try window.fill() {}
      try window.skipByteOrderMark()
      found = found ?? InputFormat(head: Array(window.bytes.prefix(InputFormat.sampleSize)))
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
    if head.starts(with: Array("WARC/".utf8)) || head.starts(with: Array("filedesc:".utf8)) {
      self = .warc
      return
    }
    let text = head.drop { $0 <= 0x20 }
    switch text.first {
    case 0x3C:
      self = InputFormat.export(xml: text) ?? (InputFormat.isFeed(text) ? .merchantFeed : .page)
    case 0x7B, 0x5B:
      guard let found = InputFormat(json: text) else { return nil }
      self = found
    default:
      let line = text.prefix { $0 != 0x0A && $0 != 0x0D }
      if let found = InputFormat.export(header: line) {
        self = found
      } else if let table = InputFormat(header: InputFormat.cells(line)) {
        self = table
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
    if let record = try? JSONValue(parsing: line), CrawlFields.arePage(record) {
      self = .crawl
      return
    }
    if InputFormat.contains(Array("\"variants\"".utf8), in: text),
      InputFormat.contains(Array("\"handle\"".utf8), in: text)
    {
      self = .shopify
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

  /// The table whose columns these are; nil: none that is known.
  private init?(header cells: [String]) {
    let columns = ShopifyColumns(cells)
    if MagentoReader.areProducts(cells) {
      self = .magento
    } else if WooColumns.areUnmistakable(cells) {
      self = .woocommerce
    } else if columns[.handle] != nil, columns[.title] != nil {
      self = .shopify
    } else if MerchantColumns.areUnmistakable(cells) {
      self = .merchantFeed
    } else {
      return nil
    }
  }

  /// The cells of a header line, at the delimiter that it has most of.
  private static func cells(_ line: ArraySlice<UInt8>) -> [String] {
    let bytes = Array(line)
    return bytes.withUnsafeBufferPointer { line in
      var scanner = CSVScanner(delimiter: CSVDelimiter.detect(line))
      guard case .row = scanner.scanRow(line, from: 0, isFinal: true) else { return [] }
      return scanner.cells.map { cell in
        var text: [UInt8] = []
        CSVScanner.appendText(of: cell, in: line, to: &text)
        return String(decoding: text, as: UTF8.self).withoutOuterSpace
      }
    }
  }

  /// Whether XML is a feed of products.
  private static func isFeed(_ text: ArraySlice<UInt8>) -> Bool {
    let front = text.prefix(4096)
    guard contains(Array("<rss".utf8), in: front) || contains(Array("<feed".utf8), in: front)
    else { return false }
    return contains(Array("base.google.com/ns".utf8), in: front)
      || contains(Array("<g:id".utf8), in: text)
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
