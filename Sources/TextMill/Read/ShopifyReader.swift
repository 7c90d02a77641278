internal import TextAlgorithms

/// Reads product CSV files as Shopify exports them: rows with one handle, one after the other, are one
/// product.
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

  init(_ context: ReaderContext) { self.context = context }

  func takeNotes() -> [ReadNote] { notes.take() }

  func read(_ part: InputPart, _ body: (ReadResult) throws -> Void) throws {
    try InputOpener.forEachMember(of: part, context: context, body) { path, stream in
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
          if let done = group { try body(done.result(context)) }
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
      if let done = group { try body(done.result(context)) }
      if rows.encodingWasDetected { notes.add("encoding_detected") }
    }
  }
}
