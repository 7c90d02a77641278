internal import TextAlgorithms

/// Reads Google Merchant product feeds: RSS 2.0 and Atom, and tables with a header line (tabs or commas).
///
/// Items of one `item_group_id` are one product with variants, wherever they stand in a file; groups
/// aren't joined across files. Files aren't cut.
struct MerchantReader: SourceReader {
  let context: ReaderContext

  var files: [InputFile] { context.files }

  func plan(partSize: Int, workFolder: String) throws(TextMillError) -> [InputPart] {
    context.joinedFileParts(workFolder)
  }

  func makePartReader() -> any PartReader { MerchantPartReader(context) }
}

extension ReaderContext {
  /// One part for each file, with the beginning of the paths of the work files that its reader needs.
  func joinedFileParts(_ workFolder: String) -> [InputPart] {
    wholeFileParts().enumerated().map { number, part in
      var part = part
      part.support = "\(workFolder)/join-\(index)-\(number)"
      return part
    }
  }
}

/// Gathers the items of each product.
final class MerchantPartReader: PartReader {
  private let context: ReaderContext
  private var products: MerchantProducts
  private var notes = ReadNotes()

  init(_ context: ReaderContext) {
    self.context = context
    products = MerchantProducts(context)
  }

  func takeNotes() -> [ReadNote] { notes.take() }

  func read(_ part: InputPart, _ body: (ReadResult) throws -> Void) throws {
    var member = 0
    try InputOpener.forEachMember(of: part, context: context, body) { path, stream in
      member += 1
      let prefix = "\(part.support ?? "")-\(member)"
      var join = FeedJoin(prefix: prefix, limit: context.options.recordLimit)
      let peeked = try PeekedStream(stream, count: 4096)
      if MerchantPartReader.isXML(peeked.head) {
        try readXML(peeked, path, &join, body)
      } else {
        try readTable(peeked, path, &join, body)
      }
      try join.forEachGroup { item in
        try body(
          context.rejection(
            "record_too_large",
            at: context.location(path: path, record: item.record, offset: item.offset),
            evidence: "a product of over \(context.options.recordLimit) bytes"))
      } _: { _, items in
        try body(products.document(items, path))
      }
    }
  }

  /// Whether a feed is XML rather than a table; a byte order mark or UTF-16 goes before it.
  private static func isXML(_ head: [UInt8]) -> Bool {
    head.first { $0 > 0x20 && $0 < 0x80 } == 0x3C
  }

  private func readXML(
    _ stream: any ByteStream, _ path: String, _ join: inout FeedJoin,
    _ body: (ReadResult) throws -> Void
  ) throws {
    var items = XMLItems(stream, limit: context.options.recordLimit)
    try items.forEach { reason, evidence, mark, record in
      let location = context.location(path: path, record: record, offset: mark?.offset ?? 0)
      try body(reject(reason, location, evidence, mark?.raw ?? []))
    } item: { item, raw in
      try add(item, path, raw, &join, body)
    }
    notes.add("xml_repaired", items.repairs)
  }

  private func readTable(
    _ stream: any ByteStream, _ path: String, _ join: inout FeedJoin,
    _ body: (ReadResult) throws -> Void
  ) throws {
    var rows = try CSVRows(stream, path: path, context: context)
    var columns: [String?] = []
    try rows.forEach(body) { header in
      columns = header.map(MerchantColumns.name)
      if !MerchantColumns.areFeed(header) {
        throw TextMillError(
          .data, "\(path): no columns id and title",
          remedy: "Use reader csv with a field mapping for other tables.")
      }
    } row: { row in
      try add(FeedItem(row, columns: columns), path, Array(row.raw), &join, body)
    }
    if rows.encodingWasDetected { notes.add("encoding_detected") }
  }

  private func add(
    _ item: FeedItem, _ path: String, _ raw: [UInt8], _ join: inout FeedJoin,
    _ body: (ReadResult) throws -> Void
  ) throws {
    let location = context.location(path: path, record: item.record, offset: item.offset)
    guard let id = item.text("id") else {
      return try body(reject("missing_field", location, "id", raw))
    }
    guard item.text("title") != nil else {
      return try body(reject("missing_field", location, "title", raw))
    }
    // A group and an item may have the same id; only the groups are joined.
    try join.add(item.text("item_group_id").map { "group \($0)" } ?? "item \(id)", item)
  }

  private func reject(
    _ reason: String, _ location: SourceLocation, _ evidence: String?, _ raw: [UInt8]
  ) -> ReadResult {
    raw.withUnsafeBufferPointer {
      context.rejection(reason, at: location, evidence: evidence, raw: $0.isEmpty ? nil : $0)
    }
  }
}
