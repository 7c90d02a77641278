/// Phone numbers, contact words, job titles and postal addresses: what signatures are made of.
extension TextView {
  /// The length of the first phone number, or nil.
  var firstPhoneLength: Int? {
    var i = 0
    while i < count {
      let b = low[i]
      if isDigitByte(b) || b == 0x2B || b == 0x28 {
        if let length = phoneLength(at: i) { return length }
      } else if b == 0x2A {
        let end = digits(i + 1, atMost: 6)
        if (5...6).contains(end - i) { return end - i }
      } else if b == 0x78 || b == 0x65, startsWord(i), let length = extensionLength(at: i) {
        return length
      }
      i += 1
    }
    return nil
  }

  private func phoneLength(at start: Int) -> Int? {
    if start > 0 {
      let b = low[start - 1]
      if b == 0x2F || b == 0x2E || b == 0x2D || !startsWord(start) { return nil }
    }
    var i = start
    if i < count, low[i] == 0x2B { i += 1 }
    if i < count, low[i] == 0x28 { i += 1 }
    guard i < count, isDigitByte(low[i]) else { return nil }
    let first = i + 1
    var at = first
    var signs = 0
    var end: Int?
    while at < count, signs <= 22 {
      let b = low[at]
      if isDigitByte(b) {
        if signs >= 5, at + 1 >= count || (low[at + 1] != 0x2F && endsWord(at + 1)) { end = at + 1 }
        at += 1
      } else if b == 0x28 || b == 0x29 || b == 0x20 || b == 0x2E || b == 0x2F || b == 0x2D {
        at += 1
      } else if b == 0xE2, hasPrefix("\u{2011}", at: at) {
        at += 3
      } else {
        break
      }
      signs += 1
    }
    return end.map { $0 - start }
  }

  /// `x1234`, `ext. 1234`
  private func extensionLength(at i: Int) -> Int? {
    var at = i + 1
    if low[i] == 0x65 {
      guard hasPrefix("ext", at: i) else { return nil }
      at = i + 3
      if at < count, low[at] == 0x2E { at += 1 }
    }
    if at < count, low[at] == 0x20 { at += 1 }
    if at < count, low[at] == 0x2D { at += 1 }
    let end = digits(at, atMost: 7)
    return (3...6).contains(end - at) && endsWord(end) ? end - i : nil
  }

  /// Is there a word such as `tel.` or `fax:`?
  func hasContactWord(_ tables: ReplyTables) -> Bool {
    var i = 0
    while i < count {
      if low[i] == 0x28, tables.bracketContacts.longest(self, at: i, wholeWord: false) != nil {
        return true
      }
      if tables.contacts.mayStart(low[i]), startsWord(i) {
        var found = false
        tables.contacts.visit(self, at: i) { match in
          let at = skipBlanks(match.end)
          if at < count {
            let b = low[at]
            found =
              b == 0x3A || b == 0x2E || b == 0x7C || b == 0x29
              || (b == 0xEF && hasPrefix("：", at: at))
          }
          return found
        }
        if found || tables.loneContacts.longest(self, at: i, wholeWord: true) != nil { return true }
      }
      i += 1
    }
    return false
  }

  /// Is there a word of jobs and companies?
  func hasTitle(_ tables: ReplyTables) -> Bool { tables.titles.isIn(self, wholeWord: true) }

  /// Is there a part of a postal address?
  func hasPostalAddress(_ tables: ReplyTables) -> Bool {
    guard hasDigit else { return false }
    if find("〒") != nil || suiteNumber || streetNumber(tables) { return true }
    var i = 0
    while i < count {
      let atWord = startsWord(i)
      if atWord, isDigitByte(low[i]) {
        let end = digits(i, atMost: 6)
        if end - i <= 5, end < count, low[end] == 0x20 {
          // 12345 Townname
          if end - i >= 4, skip(end + 1, atMost: 4, where: Scalars.isLetter) - end > 4 {
            return true
          }
          if isStreet(after: end, tables) { return true }
        }
        i = end
      } else if atWord, isStateAndCode(at: i) {
        return true
      } else {
        i += 1
      }
    }
    return false
  }

  private var suiteNumber: Bool {
    var from = 0
    while let at = find("suite ", from: from) {
      if startsWord(at), at + 6 < count, isDigitByte(low[at + 6]) { return true }
      from = at + 1
    }
    return false
  }

  /// `TX 77002`, `CA, 94105-1234`
  private func isStateAndCode(at i: Int) -> Bool {
    guard i + 8 <= count, low[i] &- 0x61 < 26, low[i + 1] &- 0x61 < 26 else { return false }
    var at = i + 2
    if low[at] == 0x2C { at += 1 }
    let blanks = at
    while at < count, low[at] == 0x20 { at += 1 }
    if at == blanks { return false }
    let end = digits(at, atMost: 6)
    return end - at == 5 && endsWord(end)
  }

  /// One to four words, the last a word such as `Street`.
  private func isStreet(after end: Int, _ tables: ReplyTables) -> Bool {
    var at = end + 1
    for word in 0..<5 {
      if word > 0, tables.streetEnds.longest(self, at: at, wholeWord: true) != nil { return true }
      let next = skip(at) { Scalars.isWord($0) || $0 == 0x2E }
      if next == at || next >= count || low[next] != 0x20 || !Scalars.isLetter(scalar(at: at).value)
      {
        return false
      }
      at = next + 1
    }
    return false
  }

  /// `straße 5`, `rue 12`
  private func streetNumber(_ tables: ReplyTables) -> Bool {
    for i in 0..<count where tables.streets.mayStart(low[i]) {
      var found = false
      tables.streets.visit(self, at: i) { match in
        let at = skipBlanks(match.end)
        found = at < count && isDigitByte(low[at])
        return found
      }
      if found { return true }
    }
    return false
  }
}
