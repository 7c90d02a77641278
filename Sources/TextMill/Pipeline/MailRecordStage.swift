internal import TextAlgorithms

/// The `extract --as mail` filter: a record `{"id", "raw"}` that holds one mail becomes a document.
///
/// The record's id and its unknown members stay; what the mail says about itself is the rest.
package struct MailRecordStage: RecordStage {
  private let parser: MailPartReader
  private var extractor: DocumentExtractor
  private let source: String

  package init(source: String) {
    self.source = source
    let options = SourceOptions(name: source, reader: .eml, folder: "", paths: [])
    parser = MailPartReader(ReaderContext(options: options, index: 0, files: []), isMailbox: false)
    extractor = DocumentExtractor(keepsInternalNotes: false)
  }

  package mutating func process(
    _ record: borrowing JSONRecord, into out: inout [UInt8]
  ) throws(RecordError) {
    let raw = try record.requiredText("raw")
    let id = String(decoding: record.id, as: UTF8.self)
    let location = SourceLocation(source: source, path: id, record: 1, offset: 0)
    switch raw.withUnsafeBufferPointer({ parser.message($0, location) }) {
    case .rejection(let rejection):
      throw RecordError(
        stage: rejection.stage, reason: rejection.reason,
        message: "the record's \"raw\" is no mail: \(rejection.evidence ?? rejection.reason)")
    case .document(var document):
      document.id = id
      if let refusal = extractor.extract(&document) {
        throw RecordError(reason: refusal.rawValue, message: "the mail has no text")
      }
      DocumentLine.appendOpen(document, to: &out)
      record.appendPassing(except: DocumentLine.members + ["raw"], to: &out)
      out.append(contentsOf: [0x7D, 0x0A])
    }
  }
}
