/// Dates of birth: a date behind a word that says so. Other dates stay.
struct DateScanner {
  let cues: CueWords

  /// The date whose first digits are the run at `i`, when a word of birth stands before it, or nil.
  func birth(_ text: PersonalText, at i: Int) -> Range<Int>? {
    guard let range = numeric(text, i) ?? worded(text, i) else { return nil }
    let from = text.window(before: range.lowerBound, 40)
    var isBirth = false
    cues.scan(text, from..<range.lowerBound) { meaning, _ in
      if meaning.contains(.birth) { isBirth = true }
    }
    return isBirth ? range : nil
  }

  /// 03.05.1980, 3/5/80, 1980-05-03, 1980年5月3日
  private func numeric(_ text: PersonalText, _ i: Int) -> Range<Int>? {
    let (first, a) = number(text, i)
    guard a &- i <= 4, !text.isWord(before: i) else { return nil }
    if text.has("年", at: a) {
      let (month, b) = number(text, a &+ 3)
      guard text.has("月", at: b), (1...12).contains(month) else { return nil }
      let (_, c) = number(text, b &+ 3)
      return text.has("日", at: c) ? i..<(c &+ 3) : nil
    }
    let sign = text[a]
    guard sign == 0x2E || sign == 0x2F || sign == 0x2D else { return nil }
    var start = a &+ 1
    if text[start] == 0x20 { start &+= 1 }
    let (second, b) = number(text, start)
    guard b > start, b &- start <= 2, text[b] == sign else { return nil }
    start = b &+ 1
    if text[start] == 0x20 { start &+= 1 }
    let (third, c) = number(text, start)
    guard c > start, !text.isWord(at: c), !(text[c] == sign && text.isDigit(c &+ 1)) else {
      return nil
    }
    let isLast =
      a &- i <= 2 && (c &- start == 2 || c &- start == 4) && min(first, second) <= 12
      && max(first, second) <= 31
    let isFirst =
      a &- i == 4 && (1800...2100).contains(first) && second <= 12 && third <= 31 && c &- start <= 2
    return isLast || isFirst ? i..<c : nil
  }

  /// 3 May 1980, 3. Mai 1980, May 3rd, 1980
  private func worded(_ text: PersonalText, _ i: Int) -> Range<Int>? {
    let (day, a) = number(text, i)
    guard a &- i <= 2, (1...31).contains(day), !text.isWord(before: i) else { return nil }
    var k = a
    if text.matches("st", at: k) || text.matches("nd", at: k) || text.matches("rd", at: k)
      || text.matches("th", at: k)
    {
      k &+= 2
    }
    if text[k] == 0x2E || text[k] == 0x2C { k &+= 1 }
    while text[k] == 0x20 { k &+= 1 }
    if text.matches("of ", at: k) || text.matches("de ", at: k) { k &+= 3 }
    let (year, end) = number(text, k)
    if end &- k == 4, (1800...2100).contains(year) {
      // The month stands before the day.
      var start = i
      while text[start &- 1] == 0x20 { start &-= 1 }
      let stop = start
      while start > 0, stop &- start < 16, text.isWord(before: start) { start &-= 1 }
      return isMonth(text, start..<stop) ? start..<end : nil
    }
    let first = k
    while k < text.count, k &- first < 16, text.isWord(at: k) { k &+= 1 }
    guard isMonth(text, first..<k) else { return nil }
    while text[k] == 0x2E || text[k] == 0x2C || text[k] == 0x20 { k &+= 1 }
    if text.matches("de ", at: k) { k &+= 3 }
    let (_, last) = number(text, k)
    return last &- k == 4 || last &- k == 2 ? i..<last : nil
  }

  private func isMonth(_ text: PersonalText, _ range: Range<Int>) -> Bool {
    range.count > 2 && cues.meaning(text, range).contains(.month)
  }

  private func number(_ text: PersonalText, _ start: Int) -> (value: Int, end: Int) {
    var i = start
    var value = 0
    while i &- start < 5, text.isDigit(i) {
      value = value * 10 + Int(text[i] &- 0x30)
      i &+= 1
    }
    return (value, i)
  }
}
