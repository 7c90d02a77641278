internal import TextAlgorithms

/// Reads products of Shopify: CSV files as it exports them, in which rows with one handle, one after the
/// other, are one product; and `products.json` of the storefront or the Admin API. Files aren't cut.
struct ShopifyReader: SourceReader {
  let context: ReaderContext

  var files: [InputFile] { context.files }

  func plan(partSize: Int, workFolder: String) throws(TextMillError) -> [InputPart] {
    context.wholeFileParts()
  }

  func makePartReader() -> any PartReader { ShopifyPartReader(context) }
}

/// Gathers the rows of each product.
final class ShopifyPartReader: PartReader {
  private let context: ReaderContext
  private var notes = ReadNotes()
  private var assembly: ProductAssembly

  init(_ context: ReaderContext) {
    self.context = context
    assembly = ProductAssembly(context)
  }

  func takeNotes() -> [ReadNote] { notes.take() }

  func read(_ part: InputPart, _ body: (ReadResult) throws -> Void) throws {
    try InputOpener.forEachMember(of: part, context: context, body) { path, stream in
      let peeked = try PeekedStream(stream, count: 4096)
      let first = peeked.head.first { $0 > 0x20 && $0 < 0x80 }
      if first == 0x7B || first == 0x5B {
        try readJSON(peeked, path, body)
      } else {
        try readTable(peeked, path, body)
      }
    }
  }

  private func readJSON(
    _ stream: any ByteStream, _ path: String, _ body: (ReadResult) throws -> Void
  ) throws {
    var items = try ShopifyItems(stream, path: path, context: context)
    try items.forEach(body) { json, location in
      let record = ShopifyRecord(json)
      guard record.isProduct,
        let (product, details, status) = record.product(
          at: location, context: context)
      else {
        return try body(
          context.rejection("missing_field", at: location, evidence: "handle, variants"))
      }
      let id = context.documentID(details.id)
      if let excluded = context.excluded(status: status, at: location, id: id) {
        return try body(excluded)
      }
      try body(assembly.document(product, details))
    }
  }

  private func readTable(
    _ stream: any ByteStream, _ path: String, _ body: (ReadResult) throws -> Void
  ) throws {
    var rows = try CSVRows(stream, path: path, context: context)
    var columns = ShopifyColumns([])
    var group: ShopifyProduct?
    try rows.forEach(body) { header in
      columns = ShopifyColumns(header)
      if columns[.handle] == nil || columns[.title] == nil {
        throw TextMillError(
          .data, "\(path): no columns Handle and Title",
          remedy: "Use reader csv with a field mapping for other tables.")
      }
    } row: { row in
      let handle = columns.text(.handle, row)
      if let handle, handle != group?.handle {
        if let done = group { try body(done.result(&assembly)) }
        group = ShopifyProduct(handle: handle, location: row.location)
      }
      if group == nil {
        try body(
          context.rejection("missing_field", at: row.location, evidence: "Handle", raw: row.raw))
      } else if group!.bytes + row.raw.count > context.options.recordLimit {
        try body(
          context.rejection(
            "record_too_large", at: row.location,
            evidence: "a product of over \(context.options.recordLimit) bytes", raw: row.raw))
      } else {
        group!.add(row, columns)
      }
    }
    if let done = group { try body(done.result(&assembly)) }
    if rows.encodingWasDetected { notes.add("encoding_detected") }
  }
}
