/// The four passes together.
extension ReplyMessage {
  /// Lines that go, and why.
  struct Removal {
    let lines: Range<Int>
    let kind: RemovedSpan.Kind
    var offset = 0
  }

  /// What isn't newly written, in order, without overlap.
  func removedSpans() -> [RemovedSpan] {
    let n = lines.count
    var cuts = self.cuts()
    if cuts.isEmpty {
      if options.signatures == .none || !hasText(0..<n) { return [] }
      let removals = tail(of: 0..<n, isOnly: true, isClosed: true, hasQuotes: false)
      return removals.isEmpty ? [] : spans(removals)
    }
    if let last = cuts.last, keepsEnd(last) {
      cuts.removeLast()
      return spans(cuts.map { Removal(lines: $0.lines, kind: $0.removedKind, offset: $0.offset) })
    }
    var gone = [Bool](repeating: false, count: n)
    var removals: [Removal] = []
    var newEnd = n
    for cut in cuts {
      removals.append(Removal(lines: cut.lines, kind: cut.removedKind, offset: cut.offset))
      let first = cut.lines.lowerBound + (cut.offset > 0 ? 1 : 0)
      for i in first..<max(first, cut.lines.upperBound) { gone[i] = true }
      if cut.kind == .rest || cut.kind == .forward { newEnd = first }
    }
    removeWrappedRests(below: newEnd, &gone, &removals)
    if options.signatures != .none {
      var runs: [Range<Int>] = []
      var i = 0
      while i < n {
        if gone[i] {
          i += 1
          continue
        }
        var j = i
        while j < n, !gone[j] { j += 1 }
        if hasText(i..<j) { runs.append(i..<j) }
        i = j
      }
      for (number, run) in runs.enumerated() {
        let isLast = number == runs.count - 1
        removals += tail(
          of: run, isOnly: runs.count == 1, isClosed: isLast || !cuts.isEmpty,
          hasQuotes: !cuts.isEmpty)
      }
    }
    return spans(removals)
  }

  /// Does the mail stay that the last cut would take to the end?
  ///
  /// A mail without a separator that nothing stands above is a forward too.
  private func keepsEnd(_ cut: Cut) -> Bool {
    let above = 0..<cut.lines.lowerBound
    switch (cut.kind, options.forwards) {
    case (.quote, _), (.marker, _), (_, .drop): return false
    case (.forward, .keep): return true
    case (.forward, .alone): return !saysSomething(in: above)
    case (.rest, _): return cut.offset == 0 && !hasText(above)
    }
  }

  /// More than a greeting or an "FYI"?
  private func saysSomething(in range: Range<Int>) -> Bool {
    var words = 0
    var eastAsian = 0
    for line in lines[range] where !line.isBlank && !line.trimmed.isGreeting(tables) {
      var inWord = false
      var i = 0
      let s = line.trimmed
      while i < s.count, words <= 3 {
        let (scalar, length) = s.scalar(at: i)
        eastAsian = Scalars.isEastAsian(scalar) ? eastAsian + 1 : 0
        if eastAsian >= 6 { return true }
        let isWord = Scalars.isWord(scalar)
        if isWord, !inWord { words += 1 }
        inWord = isWord
        i += length
      }
    }
    return words > 3
  }

  /// Pass three: lines without a mark that are the wrapped ends of quoted lines.
  private func removeWrappedRests(
    below end: Int, _ gone: inout [Bool], _ removals: inout [Removal]
  ) {
    var i = 1
    while i < end {
      guard !gone[i], !lines.isBlank(i), gone[i - 1], lines[i - 1].depth > 0 else {
        i += 1
        continue
      }
      var j = i
      while j < end, !gone[j], !lines.isBlank(j) { j += 1 }
      let isBetween = j < lines.count && gone[j] && lines[j].depth > 0
      let above = lines[i - 1]
      let s = lines[i].trimmed
      let goes: Bool
      if isBetween {
        goes = isWrappedRest(i..<j)
      } else {
        goes =
          j - i == 1 && j < lines.count && Scalars.isLower(s.scalar(at: 0).value)
          && above.trimmed.isLonger(than: 69) && !s.isLonger(than: 49) && isQuoted(from: j)
      }
      if goes {
        removals.append(Removal(lines: i..<j, kind: .quote))
        for k in i..<j { gone[k] = true }
      }
      i = j
    }
  }

  /// Is the run between two quotes the tail of a quoted line rather than an answer?
  private func isWrappedRest(_ run: Range<Int>) -> Bool {
    if run.count > (run.count > 6 ? 2 : 1) { return false }
    let above = lines[run.lowerBound - 1]
    let s = lines[run.lowerBound].trimmed
    let (first, length) = s.scalar(at: 0)
    if !Scalars.isWord(first) || first == 0x5F {
      // A bullet, a bracket or a quotation mark before a word begins an answer.
      let opensAnswer = [0x2D, 0x2A, 0x2022, 0x2B, 0x28, 0x22, 0x27, 0x201C, 0xBF, 0xA1, 0x23]
        .contains(first)
      var next = length
      if next < s.count { next += s.blank(at: next) }
      if !(opensAnswer && next < s.count && s.isWord(at: next)) { return true }
    }
    if s.hasPrefix("(http") { return true }
    guard Scalars.isLower(first) else { return false }
    let body = above.body
    if body.count > 0, !".?!:;)".utf8.contains(body[body.count - 1]),
      above.trimmed.isLonger(than: 55),
      !s.isLonger(than: 59)
    {
      return true
    }
    return above.trimmed.isLonger(than: 59) && s.wordCount <= 4
  }

  /// The removals as bytes: sorted, joined where they touch, cut where they overlap.
  private func spans(_ removals: [Removal]) -> [RemovedSpan] {
    let sorted = removals.map { removal in
      let last = lines[removal.lines.upperBound - 1]
      return RemovedSpan(
        kind: removal.kind,
        range: (lines[removal.lines.lowerBound].start + removal.offset)..<(removal.lines.upperBound
          < lines.count ? last.end + 1 : last.end))
    }.filter { !$0.range.isEmpty }.sorted {
      ($0.range.lowerBound, $0.range.upperBound) < ($1.range.lowerBound, $1.range.upperBound)
    }
    var out: [RemovedSpan] = []
    for span in sorted {
      guard let last = out.last, span.range.lowerBound <= last.range.upperBound else {
        out.append(span)
        continue
      }
      if span.range.upperBound <= last.range.upperBound { continue }
      if span.kind == last.kind {
        out[out.count - 1].range = last.range.lowerBound..<span.range.upperBound
      } else {
        out.append(
          RemovedSpan(kind: span.kind, range: last.range.upperBound..<span.range.upperBound))
      }
    }
    return out
  }
}

extension ReplyMessage.Cut {
  var removedKind: RemovedSpan.Kind { kind == .marker ? .header : .quote }
}
