/// How much a paragraph reads like a company's disclaimer.
///
/// A point for each different cue of one language, the best language counts, and two for a phrase that
/// only disclaimers have.
struct DisclaimerScore {
  let points: Int
  let isStrong: Bool
  /// Bytes of the paragraph.
  let length: Int

  /// Most bytes that are read.
  private static let longest = 20_000

  /// - Parameter least: A score without a strong phrase that is sure to be lower may be told as 0.
  init(_ message: borrowing ReplyMessage, _ range: Range<Int>, atLeast least: Int = 1) {
    typealias Table = ReplyWordFilter.Table
    var seen: UInt8 = 0
    var places = 0
    for i in range {
      let facts = message.lines.facts(i)
      seen |= facts.tables
      places += facts.cues
    }
    let most = places > 0 ? places + message.tables.sharedCueGroups : 0
    if most < least { seen &= ~Table.cue }
    // Three points with a strong phrase, which are two of them, do as four without.
    if most + 2 < min(least, 3) { seen &= ~Table.strong }
    guard seen & (Table.cue | Table.strong) != 0 else {
      self.init(
        points: 0, isStrong: false, length: DisclaimerScore.length(message.lines, range))
      return
    }
    self.init(joining: message.lines[range], message.tables, seen)
  }

  private init(points: Int, isStrong: Bool, length: Int) {
    self.points = points
    self.isStrong = isStrong
    self.length = length
  }

  /// Reads the lines for the words of the tables in `wanted`.
  init(joining lines: Slice<ReplyLines>, _ tables: ReplyTables, _ wanted: UInt8 = .max) {
    var joined: [UInt8] = []
    for line in lines {
      let s = line.trimmed
      if joined.count + s.count > DisclaimerScore.longest { break }
      if !joined.isEmpty { joined.append(0x20) }
      joined.append(contentsOf: UnsafeBufferPointer(start: s.low, count: s.count))
    }
    let length = joined.count
    joined.append(contentsOf: repeatElement(0, count: ReplyWordFilter.slack))
    self.length = length
    (points, isStrong) = joined.withUnsafeBufferPointer { bytes in
      // SAFETY: the view ends with the closure; folded bytes stand for both faces.
      let view = TextView(raw: bytes.baseAddress!, low: bytes.baseAddress!, count: length)
      return DisclaimerScore.points(view, tables, wanted)
    }
  }

  private static func points(
    _ view: TextView, _ tables: ReplyTables, _ wanted: UInt8
  ) -> (Int, Bool) {
    typealias Table = ReplyWordFilter.Table
    let places = WordPlaces(
      tables.filter.hits(view.low, count: view.count, wanted: Table.cue | Table.strong))
    let isStrong = wanted & Table.strong != 0 && DisclaimerScore.isStrong(view, tables, places)
    // A strong phrase makes the least cue count.
    let cues = isStrong || wanted & Table.cue != 0 ? DisclaimerScore.cues(view, tables, places) : 0
    return (cues + (isStrong ? 2 : 0), isStrong)
  }

  /// The bytes of the lines when they are joined, as far as they are read.
  private static func length(_ lines: ReplyLines, _ range: Range<Int>) -> Int {
    var length = 0
    for i in range {
      let count = lines.length(i)
      if length + count > longest { break }
      length += count + (length > 0 ? 1 : 0)
    }
    return length
  }

  private static func cues(_ view: TextView, _ tables: ReplyTables, _ places: WordPlaces) -> Int {
    var seen = [Bool](repeating: false, count: tables.cueGroupCount)
    var perLanguage = [Int](repeating: 0, count: tables.languageCount)
    for i in places where view[i] >= 0xE3 || view.startsWord(i) {
      tables.cues.visit(view, at: i) { match in
        for (language, group) in tables.cueOwners[Int(match.payload)] where !seen[group] {
          seen[group] = true
          perLanguage[language] += 1
        }
        return false
      }
    }
    return perLanguage.max() ?? 0
  }

  private static func isStrong(
    _ view: TextView, _ tables: ReplyTables, _ places: WordPlaces
  ) -> Bool {
    for i in places where view[i] >= 0xE3 || view.startsWord(i) {
      var isFound = false
      tables.strongOpenings.visit(view, at: i) { match in
        let phrase = tables.strongPhrases[Int(match.payload)]
        guard let endings = phrase.endings else {
          isFound = true
          return true
        }
        var at = match.end
        let stop = min(view.count, match.end + phrase.gap * 2)
        while at < stop, view[at] != 0x2E {
          if endings.longest(view, at: at, wholeWord: false) != nil {
            isFound = true
            return true
          }
          at += 1
        }
        return false
      }
      if isFound { return true }
    }
    return false
  }
}
