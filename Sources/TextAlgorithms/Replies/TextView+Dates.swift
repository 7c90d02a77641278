/// Dates and times of day as mail programs of all languages write them.
extension TextView {
  /// Where a time of day first stands (`14:30`, `2 pm`, `14時`), or nil.
  var firstTime: Int? {
    var i = 0
    while i < count {
      guard isDigitByte(low[i]) else {
        i += 1
        continue
      }
      if isTime(at: i) { return i }
      i += 1
    }
    return nil
  }

  private func isTime(at i: Int) -> Bool {
    let freeBefore = i == 0 || !(isDigitByte(low[i - 1]) || low[i - 1] == 0x2E)
    for length in [2, 1] {
      let end = digits(i, atMost: length)
      if end - i != length { continue }
      if freeBefore, end < count, low[end] == 0x3A || low[end] == 0x2E || low[end] == 0x68,
        digits(end + 1, atMost: 3) == end + 3
      {
        return true
      }
      let next = end < count && low[end] == 0x20 ? end + 1 : end
      for unit in ["am", "pm", "uhr"] as [StaticString]
      where hasPrefix(unit, at: next) && endsWord(next + unit.utf8CodeUnitCount) {
        return true
      }
      for unit in ["時", "时", "点", "시"] as [StaticString] where hasPrefix(unit, at: next) {
        return true
      }
    }
    return false
  }

  /// Where a date of numbers first stands (`2024-01-15`, `15.1.24`, `15-Jan-24`, `2024年`), or nil.
  var firstNumberDate: Int? {
    var i = 0
    while i < count {
      if isDigitByte(low[i]) {
        if i == 0 || !isDigitByte(low[i - 1]), isNumberDate(at: i) { return i }
      }
      i += 1
    }
    return nil
  }

  /// Does a date of numbers start here?
  func isNumberDate(at i: Int) -> Bool {
    let end = digits(i, atMost: 5)
    let length = end - i
    if length >= 4 {
      let year = i + 4
      var at = year < count && low[year] == 0x20 ? year + 1 : year
      if hasPrefix("年", at: at) || hasPrefix("년", at: at) { return true }
      guard let month = dateSeparator(year, "年") else { return false }
      at = digits(month, atMost: 2)
      if at == month { return false }
      guard let day = dateSeparator(at, "月") else { return false }
      return digits(day, atMost: 1) > day
    }
    if length == 0 { return false }
    for first in [2, 1] where length >= first {
      let at = i + first
      if let month = dateSeparator(at, nil) {
        let monthEnd = digits(month, atMost: 2)
        if monthEnd > month, let year = dateSeparator(monthEnd, nil),
          digits(year, atMost: 2) == year + 2
        {
          return true
        }
      }
      if at < count, low[at] == 0x2D {
        let name = at + 1
        var end = skip(name, atMost: 5, where: Scalars.isLetter)
        if end - name >= 3 {
          if end < count, low[end] == 0x2E { end += 1 }
          if end < count, low[end] == 0x2D, digits(end + 1, atMost: 2) == end + 3 { return true }
        }
      }
    }
    return false
  }

  /// Behind one of `-/.` or the East Asian sign and at most one blank.
  private func dateSeparator(_ i: Int, _ sign: StaticString?) -> Int? {
    guard i < count else { return nil }
    var next = i
    if low[i] == 0x2D || low[i] == 0x2F || low[i] == 0x2E {
      next = i + 1
    } else if let sign, hasPrefix(sign, at: i) {
      next = i + sign.utf8CodeUnitCount
    } else {
      return nil
    }
    return next < count && low[next] == 0x20 ? next + 1 : next
  }

  /// Does a year from 1900 to 2099 stand alone among the digits?
  var hasYear: Bool {
    var i = 0
    while i < count {
      let end = digits(i)
      if end - i == 4,
        (low[i] == 0x31 && low[i + 1] == 0x39) || (low[i] == 0x32 && low[i + 1] == 0x30)
      {
        return true
      }
      i = end > i ? end : i + 1
    }
    return false
  }

  var hasDigit: Bool {
    for i in 0..<count where isDigitByte(low[i]) { return true }
    return false
  }

  /// Does the name of a month stand here, or its number with the East Asian or Vietnamese word?
  func hasMonth(_ tables: ReplyTables) -> Bool {
    if tables.months.isIn(self, wholeWord: true) { return true }
    var i = 0
    while i < count {
      if isDigitByte(low[i]) {
        let end = digits(i)
        let next = end < count && low[end] == 0x20 ? end + 1 : end
        if hasPrefix("月", at: next) || hasPrefix("월", at: next) { return true }
        i = end
      } else {
        if low[i] == 0x74, hasPrefix("tháng ", at: i) || hasPrefix("thg ", at: i) {
          let at = hasPrefix("thg ", at: i) ? i + 4 : i + 7
          if at < count, isDigitByte(low[at]) { return true }
        }
        i += 1
      }
    }
    return false
  }

  /// Does it begin with the name of a day of the week?
  func startsWithDay(_ tables: ReplyTables, at i: Int = 0) -> Bool {
    tables.days.longest(self, at: i, wholeWord: true) != nil
  }

  /// Is there a date: of numbers, or a month with a number, or a day of the week with a time?
  func hasDate(_ tables: ReplyTables) -> Bool {
    guard hasDigit else { return false }
    if firstNumberDate != nil || hasMonth(tables) { return true }
    return startsWithDay(tables) && firstTime != nil
  }
}
