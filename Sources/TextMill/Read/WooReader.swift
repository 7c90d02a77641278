internal import TextAlgorithms

/// Reads the product CSV of WooCommerce: variations are joined to their parents, wherever both stand in a
/// file, by `id:100` or by SKU. Files aren't cut, and products aren't joined across files.
struct WooReader: SourceReader {
  let context: ReaderContext

  var files: [InputFile] { context.files }

  func plan(partSize: Int, workFolder: String) throws(TextMillError) -> [InputPart] {
    context.joinedFileParts(workFolder)
  }

  func makePartReader() -> any PartReader { WooPartReader(context) }
}

/// Joins the rows of each product.
final class WooPartReader: PartReader {
  private let context: ReaderContext
  private var products: WooProducts
  private var notes = ReadNotes()

  init(_ context: ReaderContext) {
    self.context = context
    products = WooProducts(context)
  }

  func takeNotes() -> [ReadNote] { notes.take() }

  func read(_ part: InputPart, _ body: (ReadResult) throws -> Void) throws {
    var member = 0
    try InputOpener.forEachMember(of: part, context: context, body) { path, stream in
      member += 1
      let prefix = "\(part.support ?? "")-\(member)"
      let limit = context.options.recordLimit
      // Rows that name a parent by its number, and parents, which alone know their SKU.
      var byNumber = FeedJoin(prefix: prefix + "-number", limit: limit)
      var byProduct = FeedJoin(prefix: prefix + "-product", limit: limit)
      var rows = try CSVRows(stream, path: path, context: context)
      var columns: [String?] = []
      try rows.forEach(body) { header in
        columns = header.map(WooColumns.name)
        if !WooColumns.areProducts(header) {
          throw TextMillError(
            .data, "\(path): no columns Type, Name and ID or SKU",
            remedy: "Use reader csv with a field mapping for other tables.")
        }
      } row: { row in
        let item = FeedItem(row, columns: columns)
        guard let key = WooPartReader.key(item) else {
          return try body(
            context.rejection("missing_field", at: row.location, evidence: "ID, SKU", raw: row.raw))
        }
        let parent = item.text("parent")
        if WooProducts.isVariation(item) {
          guard let parent else {
            return try body(
              context.rejection("missing_field", at: row.location, evidence: "Parent", raw: row.raw)
            )
          }
          if parent.hasPrefix("id:") {
            try byNumber.add(parent, item)
          } else {
            try byProduct.add("sku:\(parent)", item)
          }
        } else if let id = item.text("id"), item.text("sku") != nil {
          try byNumber.add("id:\(id)", item)
        } else {
          try byProduct.add(key, item)
        }
      }
      if rows.encodingWasDetected { notes.add("encoding_detected") }
      let excess = { (item: FeedItem) in
        try body(self.reject("record_too_large", item, path, "a product of over \(limit) bytes"))
      }
      try byNumber.forEachKey(excess: excess) { number, items in
        let parent = items.first { !WooProducts.isVariation($0) }
        let key = parent.flatMap(WooPartReader.key) ?? number
        for item in items { try byProduct.add(key, item) }
      }
      try byProduct.forEachGroup(excess: excess) { _, items in
        try deliver(items, path, body)
      }
    }
  }

  /// The name under which a product's rows meet.
  private static func key(_ item: FeedItem) -> String? {
    item.text("sku").map { "sku:\($0)" } ?? item.text("id").map { "id:\($0)" }
  }

  private func deliver(
    _ items: [FeedItem], _ path: String, _ body: (ReadResult) throws -> Void
  ) throws {
    let parents = items.filter { !WooProducts.isVariation($0) }
    let variations = items.filter(WooProducts.isVariation)
    if parents.isEmpty {
      for item in variations {
        try body(reject("parent_missing", item, path, item.text("parent")))
      }
    }
    // Rows that repeat a SKU are products of their own; the variations belong to the first.
    for (i, parent) in parents.enumerated() {
      try body(products.document(parent, variations: i == 0 ? variations : [], path))
    }
  }

  private func reject(
    _ reason: String, _ item: FeedItem, _ path: String, _ evidence: String?
  ) -> ReadResult {
    item.coded.withUnsafeBufferPointer {
      context.rejection(
        reason, at: context.location(path: path, record: item.record, offset: item.offset),
        evidence: evidence, raw: $0)
    }
  }
}
