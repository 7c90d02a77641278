/// Opens what holds web archives: plain files, files of gzip members, and archives (WACZ among them) with
/// such files inside.
enum WARCFile {
  /// A record where it stands.
  struct Place {
    var path: String
    /// Bytes after decompression.
    var offset: Int
    /// Where reading may begin to get this record first: an offset of the file as stored; nil when the
    /// record is inside a gzip member or an archive.
    var start: Int?
  }

  /// Hands over all records and defects of a file, or of the range of it that `part` stands for.
  ///
  /// `note` is told by name what is odd: in a gzipped file, records that begin inside a member, which
  /// nothing can seek to, and members that begin inside a record; records whose length is off.
  ///
  /// `list` gets the lists of pages of a WACZ.
  static func forEachRecord(
    of part: InputPart, options: SourceOptions, list: (any ByteStream) throws -> Void = { _ in },
    note: (String, Int) -> Void = { _, _ in },
    defect: (String, WARCRecords.Defect) throws -> Void,
    record: (WARCHead, Place, WARCRecords.Block) throws -> Void
  ) throws {
    let file = InputFile(file: part.file, path: part.path, size: part.weight)
    let start = part.range?.lowerBound ?? 0
    let stream = try PeekedStream(FileStream(file, from: start), count: 3)
    if stream.head.starts(with: [0x1F, 0x8B]) {
      return try members(
        stream, file.path, part, allowance(file, options), isInArchive: false, note,
        defect, record)
    }
    guard try InputOpener.isPacked(file) else {
      let window = ByteWindow(stream, offset: start)
      let stop = part.range?.upperBound ?? .max
      return try WARCRecords(window).forEach {
        $0 >= stop
      } note: {
        note($0, $1)
      } defect: {
        try defect(file.path, $0)
      } record: { head, offset, block in
        try record(head, Place(path: file.path, offset: offset, start: offset), block)
      }
    }
    try InputOpener.forEachMember(of: file, options: options) { path, stream in
      if WARCTitles.isList(path) { return try list(stream) }
      guard isArchive(path) else { return }
      let peeked = try PeekedStream(stream, count: 3)
      if peeked.head.starts(with: [0x1F, 0x8B]) {
        return try members(
          peeked, path, part, options.expansion.bytes, isInArchive: true, note, defect,
          record)
      }
      try WARCRecords(ByteWindow(peeked)).forEach(note: note) {
        try defect(path, $0)
      } record: { head, offset, block in
        try record(head, Place(path: path, offset: offset, start: nil), block)
      }
    } onDefect: { path, found in
      try defect(path, WARCFile.defect(found))
    }
  }

  private static func members(
    _ stream: any ByteStream, _ path: String, _ part: InputPart, _ allowance: Int,
    isInArchive: Bool, _ note: (String, Int) -> Void,
    _ defect: (String, WARCRecords.Defect) throws -> Void,
    _ record: (WARCHead, Place, WARCRecords.Block) throws -> Void
  ) throws {
    let range = isInArchive ? nil : part.range
    let members = GzipMembers(
      stream, offset: range?.lowerBound ?? 0, contentOffset: range == nil ? 0 : part.contentStart,
      allowance: allowance)
    let stop = range?.upperBound ?? .max
    var isDone = false
    do {
      repeat {
        var start: Int?
        let window = ByteWindow(members, offset: members.produced)
        try WARCRecords(window).forEach { offset in
          start = members.memberStart(at: offset)
          isDone = start.map { $0 >= stop } ?? false
          return isDone
        } note: {
          note($0, $1)
        } defect: { found in
          // What cuts a record short here is told below.
          if found.reason == "truncated_record", members.defect != nil { return }
          try defect(path, found)
        } record: { head, offset, block in
          if start == nil { note("record_begins_no_member", 1) }
          try record(
            head, Place(path: path, offset: offset, start: isInArchive ? nil : start), block)
        }
        if !isDone, let found = members.defect { try defect(path, WARCFile.defect(found)) }
      } while try !isDone && members.resume()
    } catch let found as ArchiveDefect where !isInArchive {
      try defect(path, WARCFile.defect(found))
    }
    note("member_begins_no_record", members.unasked(toTheEnd: !isDone))
  }

  private static func defect(_ found: ArchiveDefect) -> WARCRecords.Defect {
    WARCRecords.Defect(
      reason: found.reason, evidence: found.evidence, offset: found.offset, raw: nil)
  }

  private static func allowance(_ file: InputFile, _ options: SourceOptions) -> Int {
    let (product, overflow) = max(1, file.size).multipliedReportingOverflow(
      by: options.expansion.ratio)
    return min(
      options.expansion.bytes, max(ArchiveStream.freeBytes, overflow ? Int.max : product))
  }

  /// Members of a WACZ or another archive that hold records; the rest are indexes and lists.
  private static func isArchive(_ path: String) -> Bool {
    let name = path.lowercased()
    return [".warc", ".warc.gz", ".arc", ".arc.gz", ".warc.zst"].contains { name.hasSuffix($0) }
      || !path.contains("!/")
  }
}
