internal import TextAlgorithms

/// Reads tables of comma-separated values by a field mapping. Files aren't cut: a line end may be text.
struct CSVReader: SourceReader {
  let context: ReaderContext

  var files: [InputFile] { context.files }

  func plan(partSize: Int, workFolder: String) throws(TextMillError) -> [InputPart] {
    context.wholeFileParts()
  }

  func makePartReader() -> any PartReader { CSVPartReader(context) }
}

/// Streams the rows of a file as documents.
final class CSVPartReader: PartReader {
  private let context: ReaderContext
  private var builder: DocumentBuilder

  init(_ context: ReaderContext) {
    self.context = context
    builder = DocumentBuilder(context)
  }

  func takeNotes() -> [ReadNote] { builder.notes.take() }

  func read(_ part: InputPart, _ body: (ReadResult) throws -> Void) throws {
    try InputOpener.forEachMember(of: part, context: context, body) { path, stream in
      var rows = try CSVRows(stream, path: path, context: context)
      var columns: [Int?] = []
      try rows.forEach(body) { header in
        columns = builder.mapping.paths.map { header.firstIndex(of: $0.name) }
        try check(columns, header, path)
      } row: { row in
        try body(
          builder.build(CSVFields(row: row, columns: columns), at: row.location, raw: row.raw))
      }
      if rows.encodingWasDetected { builder.notes.add("encoding_detected") }
    }
  }

  /// A column that every row needs and no row has is a mistake of the configuration.
  private func check(_ columns: [Int?], _ header: [String], _ path: String) throws {
    let mapping = builder.mapping
    var needed = [mapping.id].compactMap(\.self)
    let bodies =
      [mapping.text, mapping.html].compactMap(\.self)
      + mapping.messages.flatMap { [$0.text, $0.html].compactMap(\.self) }
    if bodies.allSatisfy({ columns[$0.slot] == nil }) { needed += bodies }
    for path in needed where columns[path.slot] == nil {
      throw TextMillError(
        .data, "\(context.options.name): \(part(path, of: header))",
        remedy: "Name a column of the file, or the delimiter if it was read wrongly.")
    }
  }

  private func part(_ path: FieldPath, of header: [String]) -> String {
    "no column \"\(path.name)\"; the columns are \(header.joined(separator: ", "))"
  }
}

/// The fields of one row; valid while the row is.
struct CSVFields: FieldSource {
  let row: CSVRows.Row
  /// The column of each field of the mapping, by its slot.
  let columns: [Int?]

  func appendText(of path: FieldPath, to out: inout [UInt8]) -> Bool {
    guard let column = columns[path.slot] else { return false }
    row.appendText(column, to: &out)
    return true
  }

  func value(of path: FieldPath) -> JSONValue? {
    columns[path.slot].map { .string(row.text($0)) }
  }
}
