/// The cuts by structure, from the top down.
extension ReplyMessage {
  struct Cut {
    enum Kind {
      /// Lines that are quoted or introduce a quote.
      case quote
      /// Only the helpdesk's line.
      case marker
      /// All to the end: an unmarked quote.
      case rest
      /// All to the end: a forwarded mail.
      case forward
    }

    let kind: Kind
    let lines: Range<Int>
    /// Bytes of the first line that stay.
    var offset = 0
  }

  /// The quoted parts in order; the last may reach to the end.
  func cuts() -> [Cut] {
    let n = lines.count
    var cuts: [Cut] = []
    var hasTextAbove = false
    var i = 0
    while i < n {
      if lines.isBlank(i) {
        i += 1
        continue
      }
      defer { hasTextAbove = true }
      if isPlain(i) {
        i += 1
        continue
      }
      let line = lines[i]
      if line.depth > 0 {
        var j = i
        var last = i
        while j < n, lines.isBlank(j) || lines[j].depth > 0 {
          if !lines.isBlank(j) { last = j }
          j += 1
        }
        cuts.append(Cut(kind: .quote, lines: i..<(last + 1)))
        i = last + 1
        continue
      }
      if mayHaveMarker(i), !line.trimmed.isLonger(than: 139),
        tables.above.isIn(line.trimmed, wholeWord: false)
      {
        if hasTextAbove {
          cuts.append(Cut(kind: .rest, lines: i..<n))
          return cuts
        }
        cuts.append(Cut(kind: .marker, lines: i..<(i + 1)))
        i += 1
        continue
      }
      if toEnding(i) < ReplyMessage.mostJoined, let found = attribution(at: i) {
        let end = i + found.lineCount
        if isQuoted(from: end) {
          cuts.append(Cut(kind: .quote, lines: i..<end, offset: found.offset))
        } else if hasTextAbove || found.offset > 0
          || lines[i..<end].contains(where: { $0.trimmed.hasAddress })
        {
          cuts.append(Cut(kind: .rest, lines: i..<n, offset: found.offset))
          return cuts
        }
        // All of a message never goes on the word of a line without an address.
        i = end
        continue
      }
      if let isForward = separator(at: i) {
        if !isQuoted(from: i + 1) {
          cuts.append(Cut(kind: isForward ? .forward : .rest, lines: i..<n))
          return cuts
        }
        cuts.append(Cut(kind: .quote, lines: i..<(i + 1)))
        i += 1
        continue
      }
      if let block = headerBlock(at: i) {
        let top = topOfHeaders(i, block, floor: cuts.last?.lines.upperBound ?? 0)
        if !isQuoted(from: i + block.lineCount) {
          cuts.append(Cut(kind: .rest, lines: top..<n))
          return cuts
        }
        cuts.append(Cut(kind: .quote, lines: top..<(i + block.lineCount)))
        i += block.lineCount
        continue
      }
      i += 1
    }
    return cuts
  }

  /// Is there nothing in a line with text that could make it one of those that cut?
  @inline(__always)
  private func isPlain(_ i: Int) -> Bool {
    let first = lines.firstByte(i)
    // Rules, quotes and emphasis begin with a sign, and headers and phrases end with a colon.
    let isLetter =
      isWordByte(first) && first != 0x5F || first >= 0xC3 && first < 0xE2
      || (0xE4..<0xEF).contains(first)
    return isLetter && toEnding(i) >= ReplyMessage.mostJoined && !lines.facts(i).mayHaveColon
      && !mayHaveMarker(i)
  }

  /// Is the line a separator of mails, and is it one of forwards?
  private func separator(at i: Int) -> Bool? {
    let line = lines[i].all
    // A separator begins with a sign or with the first letter of its phrase.
    if line[0] < 0x80, line[0] != 0x5F, isWordByte(line[0]),
      !tables.longOriginals.mayStart(line[0]), !tables.longForwards.mayStart(line[0])
    {
      return nil
    }
    if line.isLonger(than: 400) { return nil }
    if line.isForward(tables) { return true }
    if line.isOriginalMessage(tables) { return false }
    // The separator of Lotus Notes may wrap: "------ Forwarded by X" and the date below.
    let s = lines[i].trimmed
    if s.count < 100, s.count > 3, s[0] == s[1], s[1] == s[2],
      s[0] == 0x2D || s[0] == 0x5F || s[0] == 0x3D
    {
      let words = s.skip(0) { $0 == s.scalar(at: 0).value || $0 == 0x20 }
      if s.hasPrefix("forwarded by", at: words) { return true }
      if words == s.count, i + 1 < lines.count, lines[i + 1].trimmed.hasPrefix("forwarded by") {
        return true
      }
    }
    return nil
  }

  /// The first line of a header block with the rule above it and the name lines of Lotus Notes.
  private func topOfHeaders(_ i: Int, _ block: HeaderBlock, floor: Int) -> Int {
    var top = i
    let startsWithFrom = lines[i].trimmed.hasPrefix("from", at: lines[i].trimmed.startOfWords)
    if block.roles & ReplyTables.Role.from == 0 || !startsWithFrom {
      top = notesTop(i, floor: floor)
    }
    var j = top - 1
    while j >= floor, lines.isBlank(j) || lines[j].all.isRule {
      if !lines.isBlank(j) { top = j }
      j -= 1
      if top - j > 3 { break }
    }
    return top
  }
}

extension TextView {
  /// The first offset that is part of a word.
  var startOfWords: Int { skip(0) { !Scalars.isWord($0) } }
}
