internal import TextAlgorithms

/// Looks at web archives before they are read: where they can be cut, and which payloads revisits repeat.
///
/// The payloads that are repeated are copied to a file of the work folder, so that a revisit is read like
/// any other record, wherever the payload stands.
struct WARCSurvey {
  let context: ReaderContext
  let partSize: Int

  /// The most revisits that are followed; a set of this many keys is held in memory.
  static let revisitLimit = 1_000_000

  /// The parts of all files; `payloads` is where repeated payloads go, `titles` where those of pages do.
  func plan(payloads: String, titles path: String) throws -> [InputPart] {
    var parts: [InputPart] = []
    var wanted: Set<UInt64> = []
    var titles = try WARCTitles(path)
    for file in context.files { parts += try cut(file, &wanted, &titles) }
    let hasTitles = titles.count > 0
    try titles.finish()
    if !wanted.isEmpty { try copy(wanted, to: payloads) }
    for i in parts.indices {
      if !wanted.isEmpty { parts[i].support = payloads }
      if hasTitles { parts[i].titles = path }
    }
    return parts
  }

  private func whole(_ file: InputFile) -> InputPart {
    InputPart(
      source: context.index, file: file.file, path: file.path, range: nil, weight: file.size)
  }

  private func cut(
    _ file: InputFile, _ wanted: inout Set<UInt64>, _ titles: inout WARCTitles
  ) throws -> [InputPart] {
    var cuts: [(start: Int, content: Int, record: Int)] = []
    var count = 0
    try WARCFile.forEachRecord(of: whole(file), options: context.options) {
      try titles.read($0)
    } defect: { _, _ in
      count += 1
    } record: { head, place, _ in
      if let start = place.start, start - (cuts.last?.start ?? 0) >= partSize {
        cuts.append((start, place.offset, count))
      }
      count += 1
      if head.type == "revisit", wanted.count < WARCSurvey.revisitLimit {
        for key in WARCSurvey.keys(of: head) { wanted.insert(key) }
      }
    }
    if cuts.isEmpty { return [whole(file)] }
    cuts.insert((0, 0, 0), at: 0)
    return cuts.indices.map { i in
      let end = i + 1 < cuts.count ? cuts[i + 1].start : max(file.size, cuts[i].start)
      var part = whole(file)
      part.range = cuts[i].start..<end
      // The last part reads to the file's end, whatever stands there.
      if i + 1 == cuts.count { part.range = cuts[i].start..<Int.max }
      part.weight = end - cuts[i].start
      part.contentStart = cuts[i].content
      part.recordStart = cuts[i].record
      return part
    }
  }

  /// What a revisit says about the record that it repeats: its id, or its address and date.
  static func keys(of revisit: WARCHead) -> [UInt64] {
    var keys: [UInt64] = []
    if let id = revisit.refersTo { keys.append(LookupFile.key(id.utf8)) }
    if let uri = revisit.refersToURI, let date = revisit.refersToDate {
      keys.append(LookupFile.key("\(uri) \(date)".utf8))
    }
    return keys
  }

  private func copy(_ wanted: Set<UInt64>, to path: String) throws {
    var table = try LookupFile.Builder(path)
    for file in context.files {
      try WARCFile.forEachRecord(of: whole(file), options: context.options) { _, _ in
      } record: { head, _, block in
        guard head.type == "response" || head.type == "resource" else { return }
        var keys: [UInt64] = []
        if let id = head.id { keys.append(LookupFile.key(id.utf8)) }
        if let uri = head.uri, let date = head.date {
          keys.append(LookupFile.key("\(uri) \(date)".utf8))
        }
        keys.removeAll { !wanted.contains($0) }
        guard !keys.isEmpty, head.length <= context.options.recordLimit,
          let bytes = try block.whole()
        else { return }
        for key in keys { try table.add(key, bytes) }
      }
    }
    try table.finish()
  }
}
