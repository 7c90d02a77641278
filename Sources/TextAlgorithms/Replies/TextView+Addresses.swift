/// Mail addresses and links.
extension TextView {
  @inline(__always)
  private func isAddressByte(_ b: UInt8) -> Bool {
    isWordByte(b) || b >= 0x80 || b == 0x2E || b == 0x2B || b == 0x27 || b == 0x3D || b == 0x26
      || b == 0x2D
  }

  /// Is there a mail address, also in the spellings of old mail programs?
  var hasAddress: Bool {
    var i = 0
    while i < count {
      switch low[i] {
      case 0x40:
        if isAddress(at: i) { return true }
      case 0x20:
        if i > 0, hasPrefix(" at ", at: i), isAddressByte(low[i - 1]), isHost(i + 4) { return true }
      case 0x28:
        if i > 0, hasPrefix("(at)", at: i), isAddressByte(low[i - 1]), isHost(i + 4) { return true }
      case 0x5B:
        if hasPrefix("[mailto:", at: i) { return true }
      default: break
      }
      i += 1
    }
    return false
  }

  /// A label, a dot and more.
  private func isHost(_ from: Int) -> Bool {
    var i = from
    while i < count, i - from < 60, isWordByte(low[i]) || low[i] == 0x2D || low[i] >= 0x80 {
      i += 1
    }
    guard i > from, i + 1 < count, low[i] == 0x2E else { return false }
    let b = low[i + 1]
    return isWordByte(b) || b == 0x2D || b == 0x2E || b >= 0x80
  }

  private func isAddress(at i: Int) -> Bool {
    if i > 0, isAddressByte(low[i - 1]), isHost(i + 1) { return true }
    if hasPrefix("@enron", at: i), endsWord(i + 6) { return true }
    // <user@host> of any form
    var j = i
    while j > 0, i - j < 80 {
      let b = low[j - 1]
      if b == 0x3C {
        if j < i {
          var k = i + 1
          while k < count, k - i < 82 {
            if low[k] == 0x3E { return k > i + 1 }
            if low[k] == 0x3C || blank(at: k) > 0 { break }
            k += 1
          }
        }
        break
      }
      if b == 0x3E || b == 0x40 || b == 0x20 || b == 0x09 { break }
      j -= 1
    }
    // &lt;user@host, whose brackets were escaped
    j = i
    while j > 0, i - j < 84, low[j - 1] != 0x26 { j -= 1 }
    if j > 0, i - j >= 6, hasPrefix("&lt;", at: j - 1) { return true }
    return isNotesAddress(at: i)
  }

  /// `Name/Unit/Company@…` of Lotus Notes.
  private func isNotesAddress(at i: Int) -> Bool {
    var j = i
    for _ in 0..<2 {
      let end = j
      while j > 0, end - j < 20, isWordByte(low[j - 1]) { j -= 1 }
      if end - j < 2 || j == 0 || low[j - 1] != 0x2F { return false }
      j -= 1
    }
    let end = j
    while j > 0, end - j < 2, isWordByte(low[j - 1]) || low[j - 1] == 0x2E { j -= 1 }
    return end - j == 2
  }

  /// Is there an address in brackets: `<user@host>`, `(user@host)`, `[user@host]`?
  var hasBracketedAddress: Bool {
    if find("&lt;") != nil { return true }
    var from = 0
    while let at = firstIndex(of: 0x40, from: from) {
      var j = at
      while j > 0, !isBracket(low[j - 1]) { j -= 1 }
      if j > 0, j < at, blank(at: before(at)) == 0,
        low[j - 1] == 0x3C || low[j - 1] == 0x28 || low[j - 1] == 0x5B
      {
        var k = at + 1
        while k < count, !isBracket(low[k]) { k += 1 }
        if k < count, k > at + 1, low[k] == 0x3E || low[k] == 0x29 || low[k] == 0x5D { return true }
        // All signs up to the next bracket were looked at: go on behind them.
        from = max(k, at + 1)
      } else {
        from = at + 1
      }
    }
    return false
  }

  private func isBracket(_ b: UInt8) -> Bool {
    b == 0x3C || b == 0x3E || b == 0x28 || b == 0x29 || b == 0x5B || b == 0x5D
  }

  /// Is there a link, or a host name with a known top-level domain?
  func hasLink(_ tables: ReplyTables) -> Bool {
    var i = 0
    while i < count {
      let b = low[i]
      if b == 0x68, hasPrefix("http://", at: i) || hasPrefix("https://", at: i) { return true }
      if b == 0x77, hasPrefix("www.", at: i), i + 4 < count, blank(at: i + 4) == 0 { return true }
      if b == 0x2E, i >= 2, isHostByte(low[i - 1]), isHostByte(low[i - 2]),
        tables.domains.longest(self, at: i + 1, wholeWord: true) != nil
      {
        return true
      }
      i += 1
    }
    return false
  }

  private func isHostByte(_ b: UInt8) -> Bool { isWordByte(b) || b == 0x2D || b >= 0x80 }
}
