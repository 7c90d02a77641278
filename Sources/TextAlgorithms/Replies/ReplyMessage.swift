/// A message cut into lines, for the time of one call.
///
/// Its extensions are the passes: attributions, header blocks, cuts, wrapped rests, tails, signatures.
struct ReplyMessage: ~Copyable {
  let tables: ReplyTables
  let lines: ReplyLines
  let options: ReplyTrimmer.Options

  /// A message of valid UTF-8 that isn't empty in the lines of `buffer`, which must read no other as long as it lives.
  ///
  /// - Parameter isGated: False passes no line for how it ends, to hold the gates against.
  init(
    _ text: UnsafeBufferPointer<UInt8>, _ tables: ReplyTables, _ options: ReplyTrimmer.Options,
    in buffer: ReplyLineBuffer, isGated: Bool = true
  ) {
    self.tables = tables
    self.options = options
    lines = buffer.read(text, tables.filter)
    if isGated { measureEndings() }
  }

  /// How many lines below line `i` an attribution may first end; 255: far, or nowhere.
  @inline(__always)
  func toEnding(_ i: Int) -> UInt8 { lines.note(i) }

  /// Bits of a line for how it ends.
  private enum Ending {
    static let any: UInt8 = 1
    /// An attribution that no quote follows may end there.
    static let unquoted: UInt8 = 2
  }

  private func measureEndings() {
    var hasQuotes = false
    var evidence = -ReplyMessage.mostJoined
    for i in 0..<lines.count where !lines.isBlank(i) {
      if lines.facts(i).mayHaveEvidence { evidence = i }
      let line = lines[i]
      if line.depth > 0 { hasQuotes = true }
      if !line.trimmed.mayEndAttribution(tables) { continue }
      let isUnquoted = i - evidence < ReplyMessage.mostJoined || line.trimmed.mayEndInVerb(tables)
      lines.setNote(i, isUnquoted ? Ending.any | Ending.unquoted : Ending.any)
    }
    let wanted = hasQuotes ? Ending.any : Ending.unquoted
    var distance: UInt8 = .max
    for i in (0..<lines.count).reversed() {
      if lines.note(i) & wanted != 0 {
        distance = 0
      } else if distance < .max {
        distance += 1
      }
      lines.setNote(i, distance)
    }
  }

  /// May the line say that the answer goes above it?
  @inline(__always)
  func mayHaveMarker(_ i: Int) -> Bool {
    lines.facts(i).tables & ReplyWordFilter.Table.above != 0
  }

  /// Does the next line with text from here on carry a quote mark?
  func isQuoted(from i: Int) -> Bool {
    for j in i..<max(i, min(lines.count, i + 4)) where !lines.isBlank(j) {
      return lines[j].depth > 0
    }
    return false
  }

  /// Is there text in these lines?
  func hasText(_ range: Range<Int>) -> Bool { range.contains { !lines.isBlank($0) } }
}
