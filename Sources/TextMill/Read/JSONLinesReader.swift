internal import TextAlgorithms

/// Reads JSON Lines by a field mapping; plain files are cut into byte ranges.
///
/// A record is known by its byte offset; its number is 0, because counting would read every file twice.
struct JSONLinesReader: SourceReader {
  let context: ReaderContext

  var files: [InputFile] { context.files }

  func plan(partSize: Int, workFolder: String) throws(TextMillError) -> [InputPart] {
    try PartCutter.cut(context, partSize: partSize)
  }

  func makePartReader() -> any PartReader { JSONLinesPartReader(context) }
}

/// Streams the lines of a part; keeps its scanner and mapping.
final class JSONLinesPartReader: PartReader {
  private let context: ReaderContext
  private var builder: DocumentBuilder
  private var scanner = JSONObjectScanner()

  init(_ context: ReaderContext) {
    self.context = context
    builder = DocumentBuilder(context)
  }

  func takeNotes() -> [ReadNote] { builder.notes.take() }

  func read(_ part: InputPart, _ body: (ReadResult) throws -> Void) throws {
    try LineParts.forEachLine(of: part, context: context, body) { line, location in
      try body(result(line, location))
    }
  }

  private func result(_ line: UnsafeBufferPointer<UInt8>, _ location: SourceLocation) -> ReadResult
  {
    if let defect = JSONLineCheck.scan(line, with: &scanner) {
      return context.rejection(
        defect.reason, at: location, evidence: defect.evidence, raw: line)
    }
    return builder.build(
      JSONFields(line: line, members: scanner.members), at: location, raw: line)
  }
}
