/// A message cut into lines, for the time of one call.
///
/// Its extensions are the passes: attributions, header blocks, cuts, wrapped rests, tails, signatures.
struct ReplyMessage {
  let tables: ReplyTables
  let lines: [ReplyLine]
  /// Of each line, in the same order.
  let facts: [ReplyLineFacts]
  let options: ReplyTrimmer.Options

  init(_ text: TextView, _ tables: ReplyTables, _ options: ReplyTrimmer.Options) {
    self.tables = tables
    self.options = options
    var lines: [ReplyLine] = []
    lines.reserveCapacity(text.count / 32 + 1)
    var start = 0
    while true {
      let end = text.firstIndex(of: 0x0A, from: start) ?? text.count
      lines.append(ReplyLine(text, start, end))
      if end == text.count { break }
      start = end + 1
    }
    self.lines = lines
    var facts: [ReplyLineFacts] = []
    facts.reserveCapacity(lines.count)
    for (i, line) in lines.enumerated() {
      let below = i + 1 < lines.count ? lines[i + 1].trimmed : line.trimmed.slice(0, 0)
      facts.append(ReplyLineFacts(line.trimmed, below: below, tables.filter))
    }
    self.facts = facts
  }

  /// Does the next line with text from here on carry a quote mark?
  func isQuoted(from i: Int) -> Bool {
    for j in i..<max(i, min(lines.count, i + 4)) where !lines[j].isBlank {
      return lines[j].depth > 0
    }
    return false
  }

  /// Is there text in these lines?
  func hasText(_ range: Range<Int>) -> Bool { lines[range].contains { !$0.isBlank } }
}
