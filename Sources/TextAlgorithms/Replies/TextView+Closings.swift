/// Greetings, closings, mobile and list footers.
extension TextView {
  /// Words parted by white space.
  var wordCount: Int {
    var words = 0
    var i = skipBlanks(0)
    while i < count {
      words += 1
      while i < count, blank(at: i) == 0 { i += 1 }
      i = skipBlanks(i)
    }
    return words
  }

  /// A line that greets, with at most a name.
  func isGreeting(_ tables: ReplyTables) -> Bool {
    let from = skip(0, atMost: 3) { $0 == 0x20 || $0 == 0x09 || $0 == 0x2A || $0 == 0x5F }
    guard let match = tables.greetings.longest(self, at: from, wholeWord: true) else {
      return false
    }
    return !slice(match.end, count).isLonger(than: 50)
  }

  /// How many words follow a closing phrase that begins or, in East Asian text, ends the line; nil without one.
  func closing(_ tables: ReplyTables) -> Int? {
    let from = skip(0, atMost: 4) {
      $0 == 0x20 || $0 == 0x09 || $0 == 0x2A || $0 == 0x5F || $0 == 0x3E || $0 == 0x2D
    }
    if let match = tables.closings.longest(self, at: from, wholeWord: true) {
      let rest = skip(match.end) {
        $0 < 0x80
          ? " \t,.!;:~*_-".utf8.contains(UInt8($0))
          : "\u{A0}。、，！…".unicodeScalars.contains { [s = $0] in $0.value == s }
      }
      if !slice(rest, count).isLonger(than: 40) { return slice(rest, count).wordCount }
    }
    let end = skipBack(count) {
      $0 == 0x20 || $0 == 0x2E || $0 == 0x21 || $0 == 0x2C || $0 == 0x3002 || $0 == 0xFF01
        || $0 == 0x3001 || $0 == 0xFF0C
    }
    var isClosing = false
    tables.eastAsianClosings.visitEnding(self, at: end) { start, _ in
      isClosing = !slice(0, start).isLonger(than: 12)
      return isClosing
    }
    return isClosing ? 0 : nil
  }

  /// A footer of a list program?
  func isListFooter(_ tables: ReplyTables) -> Bool {
    tables.listFooterStarts.longest(self, at: 0, wholeWord: true) != nil
      || tables.listFooters.isIn(self, wholeWord: false)
  }

  @inline(__always)
  private static func isMobileEdge(_ s: UInt32) -> Bool {
    switch s {
    case 0x09, 0x20, 0x21, 0x22, 0x27...0x2A, 0x2D, 0x2E, 0x3E, 0x5B, 0x5D, 0x5F, 0x7E, 0xA0: true
    default: Scalars.isDash(s) || (0x2018...0x201F).contains(s)
    }
  }

  /// "Sent from my iPhone" and its like, with a device or a known opening.
  func isMobileFooter(_ tables: ReplyTables, _ facts: ReplyLineFacts) -> Bool {
    if isEmpty || !facts.mayHaveMobileFooter && endsInPlainWord(tables.mobileSuffixes) {
      return false
    }
    // Brackets may also hold the program's link.
    let from = skip(0, atMost: 6) {
      $0 != 0x2E && $0 != 0x29 && $0 != 0x5D && $0 != 0x21 && TextView.isMobileEdge($0)
    }
    var core = slice(
      from, skipBack(count, atMost: 6, where: { $0 == 0x3E ? false : TextView.isMobileEdge($0) }))
    let mayBegin = facts.mayHaveMobileFooter
    if !core.matchesMobileFooter(tables, mayBegin: mayBegin) {
      guard let cut = slice(from, count).startOfLink else { return false }
      core = slice(from, from + cut)
      guard core.matchesMobileFooter(tables, mayBegin: mayBegin) else { return false }
    }
    if isLonger(than: 159) { return false }
    return tables.mobileStarts.longest(slice(from, count), at: 0, wholeWord: false) != nil
      || firstIndex(of: 0x3C) != nil || tables.devices.isIn(self, wholeWord: false)
  }

  /// Does it end in a letter or a digit, with at most a stop behind, with which no word of a reversed trie ends?
  @inline(__always)
  private func endsInPlainWord(_ words: WordTrie) -> Bool {
    let last = low[count - 1]
    let end = count > 1 && (last == 0x2E || last == 0x21) ? count - 1 : count
    let byte = low[end - 1]
    return isWordByte(byte) && byte != 0x5F && !words.mayEnd(self, at: end)
  }

  /// Where a link in brackets begins that ends the line: `<https://…>`.
  private var startOfLink: Int? {
    let end = skipBack(count, atMost: 6) {
      $0 == 0x20 || $0 == 0x2E || $0 == 0x2A || $0 == 0x5F || $0 == 0x21
    }
    guard end > 5 else { return nil }
    let open: UInt8
    switch low[end - 1] {
    case 0x3E: open = 0x3C
    case 0x5D: open = 0x5B
    case 0x29: open = 0x28
    default: return nil
    }
    var i = end - 1
    while i > 0, low[i - 1] != open {
      if open != 0x5B, low[i - 1] == 0x20 { return nil }
      i -= 1
    }
    guard i > 0, end - 1 - i >= 4, open != 0x28 || hasPrefix("http", at: i) else { return nil }
    return trimBlanks(i - 1)
  }

  private func matchesMobileFooter(_ tables: ReplyTables, mayBegin: Bool) -> Bool {
    guard count > 0 else { return false }
    var isFound = false
    if mayBegin {
      tables.mobilePrefixes.visit(self, at: 0) { match in
        for footer in tables.mobileFooters
        where footer.prefix.count == match.end && startsWith(footer.prefix) {
          isFound = isMobileRest(match.end, footer)
          if isFound { break }
        }
        return isFound
      }
    }
    if isFound { return true }
    tables.mobileSuffixes.visitEnding(self, at: count) { start, payload in
      isFound = slice(0, start).isProgramName(isEastAsian: payload != 0)
      return isFound
    }
    return isFound
  }

  private func startsWith(_ word: [UInt8]) -> Bool {
    if word.count > count { return false }
    for i in 0..<word.count where low[i] != word[i] { return false }
    return true
  }

  private func isMobileRest(_ from: Int, _ footer: ReplyTables.MobileFooter) -> Bool {
    if !footer.hasName { return from == count }
    var end = count
    if !footer.suffix.isEmpty {
      end -= footer.suffix.count
      if end <= from { return false }
      for (i, byte) in footer.suffix.enumerated() where low[end + i] != byte { return false }
    }
    if !footer.isEastAsian, from < count, blank(at: from) == 0 { return false }
    return slice(from, end).isProgramName(isEastAsian: footer.isEastAsian)
  }

  /// One to six words without signs that part sentences.
  private func isProgramName(isEastAsian: Bool) -> Bool {
    let name = slice(skipBlanks(0), count)
    let end = name.trimBlanks(name.count)
    if end == 0 || name.slice(0, end).isLonger(than: isEastAsian ? 40 : 160) { return false }
    let core = name.slice(0, end)
    let stops = core.skip(0) {
      !($0 == 0x2C || $0 == 0x3B || $0 == 0x21 || $0 == 0x3F || $0 == 0x3002 || $0 == 0x3001)
    }
    return stops == core.count && (isEastAsian || core.wordCount <= 6)
  }
}
