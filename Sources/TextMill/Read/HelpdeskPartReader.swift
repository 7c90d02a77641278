internal import TextAlgorithms

/// Streams the conversations of a part of the joined file.
final class HelpdeskPartReader: PartReader {
  private let context: ReaderContext
  private let format: any HelpdeskFormat
  private var notes = ReadNotes()
  private var people: ZendeskUserTable?
  private var peoplePath: String?

  init(_ context: ReaderContext, _ format: any HelpdeskFormat) {
    self.context = context
    self.format = format
  }

  func takeNotes() -> [ReadNote] { notes.take() }

  func read(_ part: InputPart, _ body: (ReadResult) throws -> Void) throws {
    if part.support != peoplePath {
      people = try part.support.map { try ZendeskUserTable($0) }
      peoplePath = part.support
    }
    var found = ReadNotes()
    try JoinedLines.forEach(of: part, context: context, notes: &found, body) { line, location in
      try body(result(line, location))
    }
    for note in found.take() { notes.add(note.name, note.count) }
  }

  private func result(_ line: JSONValue, _ location: SourceLocation) -> ReadResult {
    let id = line["_id"]?.string ?? ""
    let record = line["record"]
    let parts = line["parts"]?.array ?? []
    do throws(HelpdeskDefect) {
      let draft = try format.draft(record, parts: parts, people: people, notes: &notes)
      return draft.result(id, context: context, at: location, raw: nil)
    } catch {
      let raw = (record ?? parts.first ?? line).bytes
      return raw.withUnsafeBufferPointer {
        context.rejection(
          error.reason, at: location, id: record == nil ? nil : context.documentID(id),
          evidence: error.evidence, raw: $0)
      }
    }
  }
}
