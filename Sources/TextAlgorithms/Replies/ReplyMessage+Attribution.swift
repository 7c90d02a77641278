/// The line or lines that introduce a quote: `On Monday … X <x@y> wrote:`, found by evidence.
extension ReplyMessage {
  /// Lines of an attribution, and where in the first it begins.
  struct Attribution {
    let lineCount: Int
    let offset: Int
  }

  /// Longest line and longest joined lines that can be an attribution, in scalars.
  private static let longestLine = 600
  private static let longestJoined = 420
  /// Most lines of an attribution.
  static let mostJoined = 6

  /// The attribution that starts in a line without quote marks, or nil.
  func attribution(at i: Int) -> Attribution? {
    let first = lines[i]
    if first.isBlank || first.trimmed.isLonger(than: ReplyMessage.longestLine) { return nil }
    if let at = first.all.strictEnglishAttribution, at > 0,
      !ReplyLine.isBlank(first.all.slice(0, at)), isQuoted(from: i + 1)
    {
      return Attribution(lineCount: 1, offset: at)
    }
    let head = first.trimmed
    let isLed = head.isLed(tables) || head.startsWithDay(tables)
    guard reachesEnding(i, isLed: isLed) else { return nil }
    let isDated = lines.facts(i).mayHaveDigit && head.hasDate(tables)
    guard
      isLed || isDated || head.endingVerb(tables) != nil
        || (lines.facts(i).mayHaveAddress && head.hasAddress)
    else { return nil }
    return attribution(at: i, isLed: isLed, isDated: isDated)
  }

  /// Can the lines from `i` on be joined as far as the first where an attribution may end?
  private func reachesEnding(_ i: Int, isLed: Bool) -> Bool {
    let end = i + Int(toEnding(i)) + 1
    var length = 0
    for j in i..<end {
      if !isLed, lines.isBlank(j) { return false }
      length += lines.length(j)
      if length > ReplyMessage.longestJoined * 4 { return false }
    }
    if length <= ReplyMessage.longestJoined { return true }
    return (i..<end).reduce(0) { $0 + lines[$1].trimmed.scalarCount } <= ReplyMessage.longestJoined
  }

  /// Joins up to six lines until they are an attribution.
  private func attribution(at i: Int, isLed: Bool, isDated: Bool) -> Attribution? {
    var joined: [UInt8] = []
    joined.reserveCapacity(1024)
    var blanks = 0
    for k in 0..<min(ReplyMessage.mostJoined, lines.count - i) {
      let line = lines[i + k]
      if line.isBlank {
        blanks += 1
        if blanks > 1 || k == 0 || !(isDated && isLed) || hasAddress(joined) { return nil }
        continue
      }
      let isClosing =
        line.depth == 1 && k > 0 && line.trimmed.count < 60
        && (line.body.isEmpty || line.body.count == 1 && line.body[0] == 0x3A
          || line.trimmed.endingVerb(tables) != nil)
      if line.depth > 0, !isClosing { return nil }
      let part = line.trimmed
      if !joined.isEmpty { joined.append(0x20) }
      joined.append(contentsOf: UnsafeBufferPointer(start: part.low, count: part.count))
      let decision = joined.withUnsafeBufferPointer { bytes in
        // SAFETY: the view ends with the closure; folded bytes stand for both faces.
        let view = TextView(raw: bytes.baseAddress!, low: bytes.baseAddress!, count: bytes.count)
        return decide(view, at: i, k: k, isLed: isLed, isDated: isDated)
      }
      switch decision {
      case .yes: return Attribution(lineCount: k + 1, offset: 0)
      case .no: return nil
      case .more: break
      }
    }
    return nil
  }

  private func hasAddress(_ text: [UInt8]) -> Bool {
    text.withUnsafeBufferPointer {
      // SAFETY: the view ends with the closure.
      $0.baseAddress.map { TextView(raw: $0, low: $0, count: text.count).hasAddress } ?? false
    }
  }

  private enum Decision { case yes, no, more }

  /// Are the lines from `i` on, joined to `s`, an attribution that ends in line `i + k`?
  private func decide(_ s: TextView, at i: Int, k: Int, isLed: Bool, isDated: Bool) -> Decision {
    if s.isLonger(than: ReplyMessage.longestJoined) { return .no }
    let isQuotedBelow = isQuoted(from: i + k + 1)
    if let verb = s.endingVerb(tables) {
      let hasAddress = s.hasAddress
      if !hasAddress, !isQuotedBelow, s.hasOwnVerb(tables) { return .no }
      let hasDate = s.hasDate(tables)
      let isTalk =
        verb.isWeak && !hasAddress && !isQuotedBelow
        && !(hasDate && s.firstTime != nil && !tables.talkVerbs.isIn(s, wholeWord: true))
      if isTalk { return .more }
      if isAttribution(
        s, verb, k: k, hasDate: hasDate, hasAddress: hasAddress, isQuotedBelow: isQuotedBelow)
      {
        return .yes
      }
    }
    if s.endsWithColon {
      let hasAddress = s.hasAddress
      if !hasAddress, !isQuotedBelow, s.hasOwnVerb(tables) { return .no }
      if isLed || isDated, s.hasDate(tables) {
        // The verb stands before the name: "Am … schrieb X <x@y>:"
        if !s.isLonger(than: 319), s.hasMiddleVerb(tables),
          hasAddress || isQuotedBelow || s.firstTime != nil
        {
          return .yes
        }
        // No verb: "2017-11-24 16:32 GMT+01:00 X <x@y>:"
        if hasAddress, !s.isLonger(than: 259), s.hasBracketedAddress, s.header(tables) == nil,
          let time = s.firstTime ?? s.firstNumberDate, time < 90
        {
          return .yes
        }
      }
    }
    if k == 0 {
      // "2011/4/7 X <x@y>" and a quote below
      if isQuotedBelow, s[s.count - 1] == 0x3E, s.isNumberDate(at: 0), s.hasAddress { return .yes }
      if !isLed, !isDated, !s.hasAddress { return .no }
    }
    return .more
  }

  /// The rules for lines that end in a verb.
  private func isAttribution(
    _ s: TextView, _ verb: EndingVerb, k: Int, hasDate: Bool, hasAddress: Bool, isQuotedBelow: Bool
  ) -> Bool {
    let isLed = s.isLed(tables) || s.startsWithDay(tables)
    let startsInDigits = isDigitByte(s[0]) || s[0] == 0x2D
    if hasDate || s.hasYear, hasAddress || isLed || startsInDigits,
      verb.hasColon || isQuotedBelow || hasAddress
    {
      return true
    }
    if hasAddress, verb.hasColon || isQuotedBelow {
      if k == 0 { return true }
      if let bracket = s.firstIndex(of: 0x3C), bracket <= 90 { return true }
    }
    if verb.hasColon, isQuotedBelow, k <= 1, !s.isLonger(than: 159) { return true }
    if verb.hasColon, isLed, k <= 2, !s.isLonger(than: 199),
      hasDate || s.startsWithDay(tables, at: s.skipBlanks(s.endOfLead(tables) ?? 0))
    {
      return true
    }
    // ---- John Smith wrote ----
    return s.hasPrefix("--") && s.hasPrefix("--", at: s.count - 2) && !s.isLonger(than: 110)
  }
}

extension ReplyLine {
  static func isBlank(_ view: TextView) -> Bool { view.skipBlanks(0) == view.count }
}
