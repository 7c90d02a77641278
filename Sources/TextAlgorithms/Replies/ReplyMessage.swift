/// A message cut into lines, for the time of one call.
///
/// Its extensions are the passes: attributions, header blocks, cuts, wrapped rests, tails, signatures.
struct ReplyMessage {
  let tables: ReplyTables
  let lines: [ReplyLine]
  /// Of each line, in the same order.
  let facts: ReplyFacts
  /// How many lines below each an attribution may first end; 255: far, or nowhere.
  let toEnding: [UInt8]
  /// Where lines may say that the answer goes above them, in order.
  private let markers: [Int]
  let options: ReplyTrimmer.Options

  init(_ text: TextView, _ tables: ReplyTables, _ options: ReplyTrimmer.Options) {
    self.init(text, tables, options, isGated: true)
  }

  /// The message as it is when no line is passed for how it ends, to hold the gates against.
  init(ungated text: TextView, _ tables: ReplyTables, _ options: ReplyTrimmer.Options) {
    self.init(text, tables, options, isGated: false)
  }

  private init(
    _ text: TextView, _ tables: ReplyTables, _ options: ReplyTrimmer.Options, isGated: Bool
  ) {
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
    facts = ReplyFacts(lines, tables.filter)
    markers = tables.aboveGate.places(in: text)
    var distances = [UInt8](repeating: 0, count: lines.count)
    var distance: UInt8 = .max
    for i in lines.indices.reversed() {
      if !isGated || lines[i].trimmed.mayEndAttribution(tables) {
        distance = 0
      } else if distance < .max {
        distance += 1
      }
      distances[i] = distance
    }
    toEnding = distances
  }

  /// May the line say that the answer goes above it? Logarithmic in such places.
  func mayHaveMarker(_ i: Int) -> Bool {
    guard !markers.isEmpty else { return false }
    var (low, high) = (0, markers.count)
    while low < high {
      let middle = (low + high) / 2
      if markers[middle] < lines[i].start { low = middle + 1 } else { high = middle }
    }
    return low < markers.count && markers[low] < lines[i].end
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
