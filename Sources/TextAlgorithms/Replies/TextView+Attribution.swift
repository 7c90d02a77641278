/// The verb that ends an attribution.
struct EndingVerb {
  /// It is also a word of ordinary sentences.
  let isWeak: Bool
  /// A colon follows, or a rule.
  let hasColon: Bool
}

/// The parts of attributions.
extension TextView {
  /// The verb at the end, with at most its ending in brackets, a comma or quote, a colon and a rule.
  func endingVerb(_ tables: ReplyTables) -> EndingVerb? {
    var end = trimBlanks(count)
    var dashes = 0
    while end > 0, dashes < 12, low[end - 1] == 0x2D {
      end -= 1
      dashes += 1
    }
    end = skipBack(end) { $0 == 0x20 || $0 == 0x09 || $0 == 0x2A || $0 == 0x5F || $0 == 0xA0 }
    var hasColon = dashes >= 2
    if end > 0, low[end - 1] == 0x3A {
      hasColon = true
      end -= 1
    } else if end >= 3, hasPrefix("：", at: end - 3) {
      hasColon = true
      end -= 3
    }
    end = trimBlanks(end)
    if let verb = verb(before: end, hasColon, tables) { return verb }
    if end > 0, low[end - 1] == 0x2C || low[end - 1] == 0x22 {
      end = trimBlanks(end - 1)
    } else if end >= 3, hasPrefix("”", at: end - 3) {
      end = trimBlanks(end - 3)
    }
    if let verb = verb(before: end, hasColon, tables) { return verb }
    // написал (а)
    guard end > 2, low[end - 1] == 0x29 else { return nil }
    let letters = skipBack(end - 1, atMost: 3, where: Scalars.isLetter)
    guard letters > 0, letters < end - 1, low[letters - 1] == 0x28 else { return nil }
    return verb(before: trimBlanks(letters - 1), hasColon, tables)
  }

  private func verb(before end: Int, _ hasColon: Bool, _ tables: ReplyTables) -> EndingVerb? {
    var isFound = false
    var isWeak = true
    tables.verbs.visitEnding(self, at: end) { start, payload in
      let isEastAsian = payload & ReplyTables.Verb.eastAsian != 0
      if isEastAsian || startsWord(start) {
        isFound = true
        // "님이 작성" is no word of talk though it holds one; a longer phrase tells.
        isWeak = payload & ReplyTables.Verb.isWeak != 0 && (!isEastAsian || startsWord(start))
      }
      return false
    }
    return isFound ? EndingVerb(isWeak: isWeak, hasColon: hasColon) : nil
  }

  /// Where the word ends that opens an attribution (`On`, `Le`, `W dniu`), or nil.
  func endOfLead(_ tables: ReplyTables) -> Int? {
    let from = skip(0, atMost: 12) {
      $0 == 0x20 || $0 == 0x09 || $0 == 0x3E || $0 == 0x2A || $0 == 0x5F || $0 == 0x2D
    }
    return tables.leads.longest(self, at: from, wholeWord: true)?.end
  }

  func isLed(_ tables: ReplyTables) -> Bool { endOfLead(tables) != nil }

  /// "I wrote", "schrieb ich": the author speaks.
  func hasOwnVerb(_ tables: ReplyTables) -> Bool { tables.ownPhrases.isIn(self, wholeWord: true) }

  /// A verb that stands before the name; German and Dutch `hat`, `heeft` only with their participle.
  func hasMiddleVerb(_ tables: ReplyTables) -> Bool {
    if tables.middleVerbs.isIn(self, wholeWord: true) { return true }
    if let at = find("heeft "), startsWord(at), find("geschreven", from: at) != nil { return true }
    if let at = find("hat "), startsWord(at), find("geschrieben", from: at) != nil { return true }
    return false
  }

  /// Does it end with a colon, emphasis apart?
  var endsWithColon: Bool {
    let end = skipBack(count) { $0 == 0x20 || $0 == 0x09 || $0 == 0x2A || $0 == 0x5F || $0 == 0xA0 }
    return end > 0 && (low[end - 1] == 0x3A || (end >= 3 && hasPrefix("：", at: end - 3)))
  }

  /// Where "On Wed, Apr 4, 2012 at 3:59 PM, x wrote:" begins, when the line ends with it.
  var strictEnglishAttribution: Int? {
    var end = trimBlanks(count)
    end = skipBack(end, atMost: 8) { $0 == 0x2D }
    end = trimBlanks(end)
    if end > 0, low[end - 1] == 0x3A { end -= 1 }
    guard end > 12, hasPrefix(" wrote", at: end - 6) else { return nil }
    let stop = end - 6
    var i = max(0, stop - 200)
    while i < stop {
      if low[i] == 0x6F, hasPrefix("on ", at: i), startsWord(i), let date = endOfStrictDate(i + 3),
        stop - date >= 4, stop - date <= 640
      {
        var start = i
        if start > 0, low[start - 1] == 0x20 { start -= 1 }
        let rule = skipBack(start, atMost: 12) { $0 == 0x2D }
        return start - rule >= 2 ? rule : i
      }
      i += 1
    }
    return nil
  }

  /// `Wed, `, `4/`, `Apr 4`
  private func endOfStrictDate(_ i: Int) -> Int? {
    let number = digits(i, atMost: 4)
    if number > i {
      guard number < count else { return nil }
      let b = low[number]
      return b == 0x2D || b == 0x2F || b == 0x2E || b == 0x20 ? number + 1 : nil
    }
    for day in ["mon", "tue", "wed", "thu", "fri", "sat", "sun"] as [StaticString]
    where hasPrefix(day, at: i) {
      var end = skip(i, where: Scalars.isWord)
      if end < count, low[end] == 0x2C { end += 1 }
      return end < count && low[end] == 0x20 ? end + 1 : nil
    }
    for month in [
      "jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec",
    ] as [StaticString] where hasPrefix(month, at: i) {
      let end = skip(i, where: Scalars.isWord)
      return end + 1 < count && low[end] == 0x20 && isDigitByte(low[end + 1]) ? end + 2 : nil
    }
    return nil
  }
}
