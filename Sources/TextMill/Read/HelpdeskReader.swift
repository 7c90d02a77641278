internal import TextAlgorithms

/// Reads exports of helpdesks and trackers: tickets, messages and people in any number of files, in any
/// order, joined on disk and handed over in the order of the conversations' ids.
struct HelpdeskReader: SourceReader {
  let context: ReaderContext
  let format: any HelpdeskFormat

  var files: [InputFile] { context.files }

  func plan(partSize: Int, workFolder: String) throws(TextMillError) -> [InputPart] {
    do {
      let path = "\(workFolder)/helpdesk-\(context.index)"
      let hasPeople = try join(to: path + "-joined.jsonl", people: path + "-people")
      return try JoinedLines.parts(
        of: path + "-joined.jsonl", context: context, partSize: partSize,
        support: hasPeople ? path + "-people" : nil)
    } catch let error as TextMillError {
      throw error
    } catch {
      throw TextMillError(
        .inputOutput, "\(context.options.name): \(error)", remedy: "Check the files and run again.")
    }
  }

  func makePartReader() -> any PartReader { HelpdeskPartReader(context, format) }

  /// Whether there are people to look up.
  private func join(to path: String, people: String) throws -> Bool {
    var join = try HelpdeskJoin(context, path: path)
    var builder: ZendeskUserTable.Builder?
    for part in context.wholeFileParts() {
      try HelpdeskInput.forEachRecord(of: part, sections: format.sections, context: context) {
        if case .rejection(let rejection) = $0 { try join.add(rejection) }
      } record: { value, section, location, raw in
        let pieces: [HelpdeskPiece]
        do throws(HelpdeskDefect) {
          pieces = try format.pieces(of: value, section: section)
        } catch {
          return try join.add(
            Rejection(
              stage: "read", reason: error.reason, source: location, evidence: error.evidence,
              raw: Array(raw.prefix(Rejection.rawLimit))))
        }
        for piece in pieces {
          if case .person(let id, let person) = piece {
            if builder == nil { builder = try ZendeskUserTable.Builder(people) }
            try builder!.add(id, person)
          } else {
            try join.add(piece, at: location)
          }
        }
      }
    }
    try join.finish()
    guard let builder else { return false }
    try builder.finish()
    return true
  }
}

/// Files of the work folder that hold joined records, one a line.
enum JoinedLines {
  /// Cuts such a file into parts.
  static func parts(
    of path: String, context: ReaderContext, partSize: Int, support: String? = nil
  ) throws -> [InputPart] {
    let file = InputFile(file: path, path: "", size: try WorkFile.size(of: path))
    let inner = ReaderContext(options: context.options, index: context.index, files: [file])
    return try PartCutter.cut(inner, partSize: partSize, support: support)
  }

  /// The lines of a part: `notes` takes the counts, `body` the rejections, `line` everything else.
  static func forEach(
    of part: InputPart, context: ReaderContext, notes: inout ReadNotes,
    _ body: (ReadResult) throws -> Void,
    line: (JSONValue, SourceLocation) throws -> Void
  ) throws {
    var options = context.options
    // The line holds a record within the limit, with what the join wrote around it.
    options.recordLimit = 2 * options.recordLimit + 1 << 20
    let wide = ReaderContext(options: options, index: context.index, files: [])
    var found: [ReadNote] = []
    try LineParts.forEachLine(of: part, context: wide, body) { bytes, place in
      guard let value = try? JSONValue(parsing: bytes) else {
        return try body(context.rejection("invalid_json", at: place, raw: bytes))
      }
      if let note = value["_note"]?.string {
        found.append(ReadNote(name: note, count: value["_count"]?.int ?? 0))
        return
      }
      let location = context.location(
        path: value["_path"]?.string ?? "", record: value["_record"]?.int ?? 0,
        offset: value["_offset"]?.int ?? 0)
      guard let reason = value["_reason"]?.string else { return try line(value, location) }
      try body(
        .rejection(
          Rejection(
            stage: "read", reason: reason, source: location, id: value["_id"]?.string,
            evidence: value["_evidence"]?.string,
            raw: value["_raw"]?.string.map(JoinedLines.bytes))))
    }
    for note in found { notes.add(note.name, note.count) }
  }

  private static func bytes(_ hexadecimal: String) -> [UInt8] {
    let digits = hexadecimal.utf8.map { $0 < 0x3A ? $0 - 0x30 : ($0 | 0x20) - 0x57 }
    return stride(from: 0, to: digits.count - 1, by: 2).map { digits[$0] << 4 | digits[$0 + 1] }
  }
}
