internal import TextAlgorithms

/// Makes pages of the records of one part.
final class WARCPartReader: PartReader {
  private let context: ReaderContext
  private let pages: WARCPages
  private var notes = ReadNotes()
  private var payloads: (path: String, table: LookupFile)?
  private var titles: (path: String, table: LookupFile)?

  init(_ context: ReaderContext) {
    self.context = context
    pages = WARCPages(context: context)
  }

  func takeNotes() -> [ReadNote] { notes.take() }

  func read(_ part: InputPart, _ body: (ReadResult) throws -> Void) throws {
    if let path = part.support, payloads?.path != path {
      payloads = (path, try LookupFile(path))
    }
    if let path = part.titles, titles?.path != path { titles = (path, try LookupFile(path)) }
    var number = part.recordStart
    // The last result waits until the end of its record is known to be there.
    var waiting: ReadResult?
    func deliver() throws {
      if let result = waiting { try body(result) }
      waiting = nil
    }
    let note = { (name: String, count: Int) in self.notes.add(name, count) }
    try WARCFile.forEachRecord(of: part, options: context.options, note: note) { path, defect in
      if defect.reason == "truncated_record" { waiting = nil } else { number += 1 }
      try deliver()
      try body(
        context.rejection(
          defect.reason, at: context.location(path: path, record: number, offset: defect.offset),
          evidence: defect.evidence, raw: defect.raw))
    } record: { head, place, block in
      try deliver()
      number += 1
      let location = context.location(path: place.path, record: number, offset: place.offset)
      waiting = titled(try result(head, block, location))
    }
    try deliver()
  }

  /// With the title that a list of pages gives to the address.
  private func titled(_ result: ReadResult?) -> ReadResult? {
    guard let table = titles?.table, case .document(var document)? = result,
      case .page(var page) = document.body,
      let title = document.url.flatMap({ table[WARCTitles.key($0)] })
    else { return result }
    page.title = String(decoding: title, as: UTF8.self)
    document.body = .page(page)
    return .document(document)
  }

  /// nil for a record that the file's end cuts short, which the walk tells.
  private func result(
    _ head: WARCHead, _ block: WARCRecords.Block, _ location: SourceLocation
  ) throws -> ReadResult? {
    switch head.type {
    case "response", "resource", "conversion":
      return try pages.result(head, block, location, &notes)
    case "revisit": return try revisit(head, block, location)
    case "warcinfo", "request", "metadata", "continuation", "arc_header":
      return context.rejection(
        head.type.hasSuffix("_header") ? head.type : "\(head.type)_record", at: location,
        id: pages.id(head))
    default:
      return context.rejection(
        "unknown_record", at: location, id: pages.id(head), evidence: String(head.type.prefix(40)))
    }
  }

  /// The page whose payload is repeated, under the revisit's own address and date.
  private func revisit(
    _ head: WARCHead, _ block: WARCRecords.Block, _ location: SourceLocation
  ) throws -> ReadResult {
    if let refusal = try pages.refusal(head, block, location) { return refusal }
    let table = payloads?.table
    let payload = WARCSurvey.keys(of: head).lazy.compactMap { table?[$0] }.first
    guard let payload else {
      return context.rejection(
        "revisit_unresolved", at: location, id: pages.id(head),
        evidence: head.refersTo ?? head.refersToURI ?? "names no record")
    }
    notes.add("revisit_resolved")
    return pages.page(head, payload, location, &notes)
  }
}
