/// Dates above the headers of Lotus Notes.
extension TextView {
  /// Without the marks of broken quoted-printable and emphasis at both ends.
  var withoutNotesMarks: TextView {
    var from = 0
    var to = count
    while from < to {
      if low[from] == 0x20 || low[from] == 0x09 || low[from] == 0x2A {
        from += 1
      } else if hasPrefix("=09", at: from) || hasPrefix("=20", at: from) {
        from += 3
      } else {
        break
      }
    }
    while to > from {
      if low[to - 1] == 0x20 || low[to - 1] == 0x09 || low[to - 1] == 0x2A {
        to -= 1
      } else if to - from >= 3, hasPrefix("=09", at: to - 3) || hasPrefix("=20", at: to - 3) {
        to -= 3
      } else {
        break
      }
    }
    return slice(from, to)
  }

  /// `04/19/2001 09:15 AM`, `April 19, 2001 9:15 AM CDT`, `19 April 2001 09:15` and no more.
  var isNotesDate: Bool {
    for from in 0...8 where from <= count {
      if from > 0 {
        let b = low[from - 1]
        if !(isDigitByte(b) || b == 0x20 || b == 0x09 || b == 0x3D || b == 0x2A) { return false }
      }
      let start = hasPrefix("on ", at: from) ? from + 3 : from
      for day in endsOfNotesDay(start) {
        let time = skip(day) { $0 == 0x20 || $0 == 0x2C || $0 == 0x09 }
        if isNotesTime(at: time) { return true }
      }
    }
    return false
  }

  /// A time of day and no more.
  var isNotesTime: Bool { isNotesTime(at: 0) }

  /// `… on 04/19/2001`, with or without a time behind.
  var endsWithNotesDate: Bool {
    if isLonger(than: 129) { return false }
    var from = 1
    while let at = find("on ", from: from) {
      from = at + 1
      if blank(at: before(at)) == 0 { continue }
      guard let end = endOfNumbers(at + 3) else { continue }
      let time = skipBlanks(end)
      if time == count || (time > end && isNotesTime(at: time)) { return true }
    }
    return false
  }

  private func endOfNumbers(_ i: Int) -> Int? {
    var at = i
    for part in 0..<3 {
      let end = digits(at, atMost: part < 2 ? 2 : 4)
      if end - at < (part < 2 ? 1 : 2) { return nil }
      if part == 2 { return end }
      guard end < count, low[end] == 0x2F || low[end] == 0x2E || low[end] == 0x2D else {
        return nil
      }
      at = end + 1
    }
    return nil
  }

  private func endsOfNotesDay(_ i: Int) -> [Int] {
    var ends: [Int] = []
    if let end = endOfNumbers(i) {
      ends.append(end)
      if end - 2 > i, isDigitByte(low[end - 3]) { ends.append(end - 2) }
    }
    let word = skip(i, atMost: 9, where: Scalars.isWord)
    let separator = { (s: UInt32) in s == 0x20 || s == 0x2E || s == 0x2C }
    if word - i >= 3, !isDigitByte(low[i]) {
      let day = skip(word, where: separator)
      let end = digits(day, atMost: 2)
      if day > word, end > day {
        let year = skip(end, where: { $0 == 0x20 || $0 == 0x2C })
        let last = digits(year, atMost: 4)
        if year > end, last - year >= 2 { ends.append(last) }
      }
    }
    let day = digits(i, atMost: 2)
    if day > i {
      let name = skip(day, where: separator)
      let end = skip(name, atMost: 9, where: Scalars.isLetter)
      let year = skip(end, where: separator)
      let last = digits(year, atMost: 4)
      if name > day, end - name >= 3, year > end, last - year >= 2 { ends.append(last) }
    }
    return ends
  }

  private func isNotesTime(at i: Int) -> Bool {
    var at = digits(i, atMost: 2)
    guard at > i, at < count, low[at] == 0x3A || low[at] == 0x2E else { return false }
    let minutes = digits(at + 1, atMost: 2)
    guard minutes == at + 3 else { return false }
    at = minutes
    if at < count, low[at] == 0x3A || low[at] == 0x2E, digits(at + 1, atMost: 2) == at + 3 {
      at += 3
    }
    var next = at < count && low[at] == 0x20 ? at + 1 : at
    if next + 1 < count, low[next] == 0x61 || low[next] == 0x70 {
      if low[next + 1] == 0x6D {
        at = next + 2
      } else if hasPrefix(".m", at: next + 1) {
        at = next + 3
      }
      if at < count, low[at] == 0x2E { at += 1 }
    }
    next = at < count && low[at] == 0x20 ? at + 1 : at
    let zone = skip(next, atMost: 4) { ($0 | 0x20) &- 0x61 < 26 }
    if zone - next >= 2 { at = zone }
    at = skipBlanks(at)
    if at < count, low[at] == 0x28 {
      let end = skip(at + 1, atMost: 12) { $0 != 0x28 && $0 != 0x29 }
      if end - at > 2, end < count, low[end] == 0x29 { at = end + 1 }
    }
    return skipBlanks(at) == count
  }
}
