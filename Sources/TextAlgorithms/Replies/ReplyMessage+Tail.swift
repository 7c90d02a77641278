/// Pass four: what ends a run of new lines.
extension ReplyMessage {
  /// What goes from the end of a run. `isOnly`: no other run has text; `isClosed`: it is the last or a quote follows; `hasQuotes`: the message has quotes.
  func tail(of run: Range<Int>, isOnly: Bool, isClosed: Bool, hasQuotes: Bool) -> [Removal] {
    var out: [Removal] = []
    var end = endOfText(run.lowerBound, run.upperBound)
    if let start = mobileFooter(in: run.lowerBound..<end) {
      out.append(Removal(lines: start..<end, kind: .signature))
      end = start
    }
    if let start = delimitedSignature(in: run.lowerBound..<end),
      !isOnly || hasQuotes || !out.isEmpty || hasText(run.lowerBound..<start)
    {
      out.append(Removal(lines: start..<end, kind: .signature))
      end = start
    }
    end = endOfText(run.lowerBound, end)
    if let start = disclaimers(in: run.lowerBound..<end, mayBeFirst: !out.isEmpty || !isOnly) {
      out.append(Removal(lines: start..<end, kind: .disclaimer))
      end = endOfText(run.lowerBound, start)
    }
    if options.signatures == .full, isClosed,
      let start = SignatureModel.start(in: self, run.lowerBound..<end)
    {
      out.append(Removal(lines: start..<end, kind: .signature))
    }
    return out
  }

  private func endOfText(_ start: Int, _ end: Int) -> Int {
    var end = end
    while end > start, lines.isBlank(end - 1) { end -= 1 }
    return end
  }

  /// The first mobile footer outside fenced code, alone or as the last line.
  private func mobileFooter(in range: Range<Int>) -> Int? {
    var isFenced = false
    for i in range where !lines.isBlank(i) {
      if lines.firstByte(i) == 0x60, lines[i].trimmed.hasPrefix("```") { isFenced.toggle() }
      if isFenced { continue }
      let standsAlone =
        i == range.lowerBound || lines.isBlank(i - 1) || i == range.upperBound - 1
      if standsAlone, lines[i].trimmed.isMobileFooter(tables, lines.facts(i)) { return i }
    }
    return nil
  }

  /// The line of `-- ` with at most thirty lines below, or of other dashes above a list footer.
  private func delimitedSignature(in range: Range<Int>) -> Int? {
    // Only the last 31 lines with text can hold it: what is further up has too many lines below.
    var below = 0
    var found: Int?
    var i = range.upperBound - 1
    while i >= range.lowerBound, below <= 30 {
      if !lines.isBlank(i) {
        if TextView.mayBeginDelimiter(lines.firstByte(i)) {
          let line = lines[i].all
          if line.isSignatureDelimiter {
            found = i
          } else if below <= 12, line.isLooseDelimiter,
            isListFooter((i + 1)..<range.upperBound, count: below)
          {
            found = i
          }
        }
        below += 1
      }
      i -= 1
    }
    return found
  }

  /// Are the lines a list's footer, `count` of which have text? One of the first six of these says so, and most are short.
  private func isListFooter(_ range: Range<Int>, count: Int) -> Bool {
    var rank = 0
    var short = 0
    var isFooter = false
    for i in range where !lines.isBlank(i) {
      let s = lines[i].trimmed
      if rank < 6, !isFooter { isFooter = s.isListFooter(tables) }
      if !s.isLonger(than: 80) { short += 1 }
      rank += 1
    }
    return isFooter && short * 10 >= count * 6
  }

  /// Where the disclaimers begin that end the run: at most five paragraphs from the end.
  private func disclaimers(in range: Range<Int>, mayBeFirst: Bool) -> Int? {
    var found: Int?
    var end = range.upperBound
    for _ in 0..<5 {
      end = endOfText(range.lowerBound, end)
      if end == range.lowerBound { break }
      var start = end
      while start > range.lowerBound, !lines.isBlank(start - 1) { start -= 1 }
      let isFirst = endOfText(range.lowerBound, start) == range.lowerBound
      if isFirst, !mayBeFirst, found == nil { break }
      let score = DisclaimerScore(self, start..<end, atLeast: found == nil ? 4 : 2)
      if score.points >= 4 && (!isFirst || mayBeFirst) || (found != nil && score.points >= 2)
        || (score.points >= 3 && score.length > 60 && !isFirst && score.isStrong)
      {
        found = start
      } else if found != nil, end - start == 1, lines[start].all.isRule {
        found = start
      } else if score.length > 240 || isFirst || found != nil {
        break
      }
      end = start
    }
    return found
  }
}
