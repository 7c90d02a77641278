/// The facts of a message's lines, found when they are first asked for.
///
/// Valid only while the message's text lives.
final class ReplyFacts {
  private let lines: [ReplyLine]
  private let filter: ReplyWordFilter
  private var known: [ReplyLineFacts?]

  init(_ lines: [ReplyLine], _ filter: ReplyWordFilter) {
    self.lines = lines
    self.filter = filter
    known = Array(repeating: nil, count: lines.count)
  }

  /// The facts of line `i`. Linear in the line the first time, then O(1).
  subscript(_ i: Int) -> ReplyLineFacts {
    if let facts = known[i] { return facts }
    let line = lines[i].trimmed
    let below = i + 1 < lines.count ? lines[i + 1].trimmed : line.slice(0, 0)
    let facts = ReplyLineFacts(line, below: below, filter)
    known[i] = facts
    return facts
  }

  /// The tables that may have words in these lines.
  func tables(of range: Range<Int>) -> UInt8 { range.reduce(0) { $0 | self[$1].tables } }
}
