/// Reads one configured source: cuts it into parts, and streams the records of a part.
///
/// Law: the documents and rejections of all parts, in the order of the parts, are a function of the
/// files' bytes and the options alone; how parts are cut changes only their number.
package protocol SourceReader: Sendable {
  /// The files of the source, in reading order.
  var files: [InputFile] { get }

  /// Looks at every file and cuts parts of about `partSize` bytes, in a stable order. A format that
  /// must be joined first writes what it needs below `workFolder`.
  func plan(partSize: Int, workFolder: String) throws(TextMillError) -> [InputPart]

  /// A reader with buffers of its own, for one worker.
  func makePartReader() -> any PartReader
}

/// Streams records; used by one worker at a time and kept from part to part.
package protocol PartReader: AnyObject {
  /// Hands over every record of the part, in order, as a document or as a rejection.
  ///
  /// A defect of a record is a rejection; what is thrown stops the run (a file that can't be read).
  func read(_ part: InputPart, _ body: (ReadResult) throws -> Void) throws

  /// What was done to records since the last call, counted, sorted by name.
  func takeNotes() -> [ReadNote]
}

extension PartReader {
  package func takeNotes() -> [ReadNote] { [] }
}

/// One record as read.
package enum ReadResult: Sendable {
  case document(Document)
  case rejection(Rejection)
}
