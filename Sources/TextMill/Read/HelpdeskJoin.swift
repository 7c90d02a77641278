internal import TextAlgorithms

/// Brings the records of each conversation together, wherever an export keeps them.
///
/// The result is JSON Lines in the order of the conversations' ids: `{"_path", "_record", "_offset",
/// "_id", "record", "parts"}`; before them stand rejections (`_reason`) and at the end counts (`_note`).
/// Memory is bounded: records are sorted on disk.
struct HelpdeskJoin {
  private static let conversationMark: UInt8 = 0x30
  private static let partMark: UInt8 = 0x31

  let context: ReaderContext
  private var sorter: ExternalSort
  /// Parts and names of what is no conversation itself; aliases come before parts.
  private var names: ExternalSort
  private var hasNames = false
  private let out: WorkFile
  private var notes = ReadNotes()

  /// `path` is the file of the result, and what the names of work files begin with.
  init(_ context: ReaderContext, path: String) throws {
    self.context = context
    sorter = ExternalSort(prefix: path + "-records")
    names = ExternalSort(prefix: path + "-names")
    out = try WorkFile(creating: path)
  }

  mutating func add(_ piece: HelpdeskPiece, at location: SourceLocation) throws {
    switch piece {
    case .conversation(let id, let value, let updatedAt):
      let payload = HelpdeskJoin.payload(value, location, updatedAt: updatedAt)
      try sorter.add(key: Array(id.utf8), payload: [HelpdeskJoin.conversationMark] + payload)
    case .part(let id, let value):
      let payload = HelpdeskJoin.payload(value, location, updatedAt: nil)
      try sorter.add(key: Array(id.utf8), payload: [HelpdeskJoin.partMark] + payload)
    case .indirect(let name, let value):
      hasNames = true
      let payload = HelpdeskJoin.payload(value, location, updatedAt: nil)
      try names.add(key: Array(name.utf8) + [1], payload: [HelpdeskJoin.partMark] + payload)
    case .alias(let name, let id):
      hasNames = true
      try names.add(key: Array(name.utf8) + [0], payload: Array(id.utf8))
    case .unread(let note): notes.add(note)
    case .person: break
    }
  }

  /// A rejection met on the way; it comes out of the joined file again.
  func add(_ rejection: Rejection) throws {
    try out.write(HelpdeskJoin.line(rejection))
  }

  /// Writes the joined lines.
  consuming func finish() throws {
    if hasNames {
      var name: [UInt8] = []
      var id: [UInt8] = []
      var sorter = sorter
      try names.merge { record in
        let own = Array(record.key.dropLast())
        if record.key.last == 0 {
          // Of several the smallest holds, in whatever order they came.
          if own != name || ExternalSort.precedes(record.payload, id) { id = record.payload }
          name = own
        } else {
          try sorter.add(key: own == name ? id : own, payload: record.payload)
        }
      }
      self.sorter = sorter
    }
    var group = HelpdeskGroup(context: context)
    let out = out
    try sorter.merge { record in
      if record.key != group.key {
        for line in group.takeLines() { try out.write(line) }
        group.key = record.key
      }
      group.add(record.payload, isConversation: record.payload[0] == HelpdeskJoin.conversationMark)
    }
    for line in group.takeLines() { try out.write(line) }
    for note in notes.take() {
      try out.write(
        Array(#"{"_note":"\#(note.name)","_count":\#(note.count)}"#.utf8) + [0x0A])
    }
    try out.close()
  }

  /// The place as a line, then the value without line ends.
  private static func payload(
    _ value: JSONValue, _ location: SourceLocation, updatedAt: String?
  ) -> [UInt8] {
    var head: [UInt8] = [0x7B]
    head.appendMember("path", location.path)
    head.appendMember("record", location.record)
    head.appendMember("offset", location.offset)
    head.appendMember("updated", updatedAt)
    return head + [0x7D, 0x0A] + value.bytes
  }

  static func line(_ rejection: Rejection) -> [UInt8] {
    var line: [UInt8] = [0x7B]
    line.appendMember("_reason", rejection.reason)
    line.appendMember("_evidence", rejection.evidence)
    line.appendMember("_id", rejection.id)
    line.appendMember("_path", rejection.source.path)
    line.appendMember("_record", rejection.source.record)
    line.appendMember("_offset", rejection.source.offset)
    // Raw bytes need not be text.
    line.appendMember("_raw", rejection.raw.map { SHA256.hexadecimal($0) })
    return line + [0x7D, 0x0A]
  }
}
