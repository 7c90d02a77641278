/// Blocks of mail headers inside a message, with those of Lotus Notes.
extension ReplyMessage {
  struct HeaderBlock {
    let lineCount: Int
    let roles: UInt16
  }

  /// Most lines of a block, and most bytes of a value that are looked at.
  private static let longestBlock = 90
  private static let longestValue = 2_000

  /// The block of mail headers that starts in a line, or nil.
  func headerBlock(at i: Int) -> HeaderBlock? {
    guard lines[i].all.header(tables) != nil, lines[i].trimmed[0] != 0 else { return nil }
    let first = lines[i].trimmed.raw[0]
    if first &- 0x61 < 26 { return nil }
    typealias Role = ReplyTables.Role
    var roles: UInt16 = 0
    var lastRoles: UInt16 = 0
    var hasAddress = false
    var hasDate = false
    var used = 0
    var blanks = 0
    var since = 0
    var heads = 0
    for k in 0..<min(ReplyMessage.longestBlock, lines.count - i) {
      let line = lines[i + k]
      let body = line.body
      if body.isEmpty {
        blanks += 1
        if blanks > 2 { break }
        continue
      }
      if let header = line.all.header(tables) {
        if blanks > 1, heads > 1 { break }
        let value = short(line.all.slice(header.value, line.all.count))
        heads += 1
        roles |= header.roles
        hasAddress = hasAddress || value.hasAddress
        hasDate =
          hasDate
          || value.hasDate(tables)
            && (value.firstTime != nil || value.hasYear || value.firstNumberDate != nil)
        if value.hasInlineSubject { roles |= Role.subject }
        used = k + 1
        blanks = 0
        since = 0
        lastRoles = header.roles
        continue
      }
      if blanks > 0 { break }
      since += 1
      let isList = lastRoles & (Role.to | Role.copy) != 0 && isAddressList(short(body))
      if since > (isList ? 60 : 2) || body.isLonger(than: 200) { break }
      if lastRoles & Role.subject != 0, since > 1 { break }
      hasAddress = hasAddress || body.hasAddress
      hasDate = hasDate || body.hasDate(tables)
      let isNextHeader = i + k + 1 < lines.count && lines[i + k + 1].all.header(tables) != nil
      if isList || isNextHeader || isAddressLine(line) { used = k + 1 }
    }
    let main = roles & (Role.from | Role.sent | Role.to | Role.copy | Role.subject)
    guard heads >= 2, main.nonzeroBitCount >= 2,
      isHeader(main, heads: heads, hasAddress: hasAddress, hasDate: hasDate)
    else { return nil }
    return HeaderBlock(lineCount: used, roles: main)
  }

  private func isHeader(_ roles: UInt16, heads: Int, hasAddress: Bool, hasDate: Bool) -> Bool {
    typealias Role = ReplyTables.Role
    let hasSubject = roles & Role.subject != 0
    let isProven = hasAddress || hasDate
    if roles & Role.from != 0 {
      if isProven, roles & (Role.sent | Role.to | Role.subject) != 0 { return true }
      if hasSubject, roles.nonzeroBitCount >= 3 { return true }
    }
    if roles & Role.to != 0 {
      if hasSubject, heads >= 3 || isProven { return true }
      if roles & Role.sent != 0, isProven { return true }
    }
    return roles & Role.sent != 0 && hasSubject && hasDate
  }

  private func short(_ view: TextView) -> TextView {
    if view.count <= ReplyMessage.longestValue { return view }
    var end = ReplyMessage.longestValue
    while view.raw[end] & 0xC0 == 0x80 { end -= 1 }
    return view.slice(0, end)
  }

  private func isAddressList(_ view: TextView) -> Bool {
    for i in 0..<view.count {
      let b = view[i]
      if b == 0x3B || b == 0x2C || b == 0x40 || b == 0x2F { return true }
    }
    return false
  }

  /// An indented line, or an address alone.
  private func isAddressLine(_ line: ReplyLine) -> Bool {
    if line.all.blank(at: 0) > 0 { return true }
    let s = line.all
    if s.hasPrefix("mailto") || s.hasPrefix("<mailto") { return true }
    guard let at = s.firstIndex(of: 0x40), at > 0, at + 1 < s.count else { return false }
    let end = s.skip(0) { $0 != 0x20 && $0 != 0x09 }
    return end == s.count
  }

  /// Lotus Notes puts name and date above `To:`: the first line of the block whose `To:` is in line `i`.
  func notesTop(_ i: Int, floor: Int) -> Int {
    var top = i
    var isDated = false
    var blanks = 0
    var j = i - 1
    var steps = 0
    while j >= floor, steps < 9 {
      let s = lines[j].trimmed.withoutNotesMarks
      steps += 1
      if s.isEmpty {
        blanks += 1
        if blanks > 3 { break }
      } else if s.isLonger(than: 200) {
        break
      } else if s.isNotesDate || (j > floor && s.isNotesTime) {
        top = j
        isDated = true
        blanks = 0
      } else if s.hasPrefix("sent by") || s.hasPrefix("please respond to")
        || s.hasPrefix("phone no")
      {
        top = j
        blanks = 0
      } else if s.endsWithNotesDate {
        return j
      } else {
        if isDated, s.count < 90, blanks <= 1, !".!?,;:".utf8.contains(s[s.count - 1]) { return j }
        break
      }
      j -= 1
    }
    return top
  }
}
