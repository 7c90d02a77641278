internal import TextAlgorithms

/// Reads the product CSV of Magento and Adobe Commerce: the rows of a SKU's store views are laid over its
/// first row, and configurable products get their variations, wherever these stand in a file. Files
/// aren't cut, and products aren't joined across files.
struct MagentoReader: SourceReader {
  let context: ReaderContext

  var files: [InputFile] { context.files }

  func plan(partSize: Int, workFolder: String) throws(TextMillError) -> [InputPart] {
    context.joinedFileParts(workFolder)
  }

  func makePartReader() -> any PartReader { MagentoPartReader(context) }

  /// Whether a header is that of such a table.
  static func areProducts(_ header: [String]) -> Bool {
    let names = Set(header.map { $0.lowercased() })
    return names.isSuperset(of: ["sku", "name"])
      && !names.isDisjoint(with: ["store_view_code", "attribute_set_code", "product_type"])
  }
}

/// Joins the rows of each product.
final class MagentoPartReader: PartReader {
  private let context: ReaderContext
  private var products: MagentoProducts
  private var notes = ReadNotes()

  init(_ context: ReaderContext) {
    self.context = context
    products = MagentoProducts(context)
  }

  func takeNotes() -> [ReadNote] {
    notes.add("store_view_passed", products.takePassedViews())
    return notes.take()
  }

  func read(_ part: InputPart, _ body: (ReadResult) throws -> Void) throws {
    var member = 0
    try InputOpener.forEachMember(of: part, context: context, body) { path, stream in
      member += 1
      let prefix = "\(part.support ?? "")-\(member)"
      let limit = context.options.recordLimit
      var bySKU = FeedJoin(prefix: prefix + "-sku", limit: limit)
      var byProduct = FeedJoin(prefix: prefix + "-product", limit: limit)
      try readTable(stream, path, &bySKU, body)
      let excess = { (item: FeedItem) in
        try body(
          self.context.rejection(
            "record_too_large",
            at: self.context.location(path: path, record: item.record, offset: item.offset),
            evidence: "a product of over \(limit) bytes"))
      }
      try bySKU.forEachKey(excess: excess) { sku, items in
        let rows = items.filter { $0.text(MagentoVariation.parent) == nil }
        let mentions = items.filter { $0.text(MagentoVariation.parent) != nil }
        for mention in mentions {
          let variation = MagentoVariation.item(mention, row: rows.first, sku: sku)
          try byProduct.add(mention.text(MagentoVariation.parent)!, variation)
        }
        let isSeenAlone = rows.contains { row in
          row.text("visibility").map { !$0.lowercased().hasPrefix("not visible") } ?? false
        }
        guard mentions.isEmpty || isSeenAlone else { return }
        for row in rows { try byProduct.add(sku, row) }
      }
      try byProduct.forEachGroup(excess: excess) { _, items in
        for result in products.documents(items, path) { try body(result) }
      }
    }
  }

  private func readTable(
    _ stream: any ByteStream, _ path: String, _ join: inout FeedJoin,
    _ body: (ReadResult) throws -> Void
  ) throws {
    var rows = try CSVRows(stream, path: path, context: context)
    var columns: [String?] = []
    try rows.forEach(body) { header in
      columns = header.map { $0.lowercased() }
      if !MagentoReader.areProducts(header) {
        throw TextMillError(
          .data, "\(path): no columns sku, name and product_type",
          remedy: "Use reader csv with a field mapping for other tables.")
      }
    } row: { row in
      let item = FeedItem(row, columns: columns)
      guard let sku = item.text("sku") else {
        return try body(
          context.rejection("missing_field", at: row.location, evidence: "sku", raw: row.raw))
      }
      try join.add(sku, item)
      guard let list = item.text("configurable_variations") else { return }
      for mention in MagentoVariation.mentions(list, by: item, sku: sku) {
        try join.add(mention.text("sku")!, mention)
      }
    }
    if rows.encodingWasDetected { notes.add("encoding_detected") }
  }
}
