/// Numbers that say where: coordinates, post codes behind their word.
struct PlaceNumberScanner {
  let cues: CueWords

  /// 52.520008, 13.404954 · 52.5200° N, 13.4050° E · 52°31'12"N 13°24'18"E — or nil.
  func coordinates(_ text: PersonalText, at i: Int) -> Range<Int>? {
    guard let (first, isExact, a) = degrees(text, i), first <= 90 else { return nil }
    var k = a
    var signs = 0
    while signs < 4, text[k] == 0x20 || text[k] == 0x2C || text[k] == 0x3B || text[k] == 0x2F {
      k &+= 1
      signs += 1
    }
    guard signs > 0 else { return nil }
    if text[k] == 0x2D || text[k] == 0x2B { k &+= 1 }
    guard text.isDigit(k), let (second, isExactToo, b) = degrees(text, k), second <= 180 else {
      return nil
    }
    var start = i
    if text[i &- 1] == 0x2D || text[i &- 1] == 0x2B { start &-= 1 }
    guard !text.isWord(before: start), text[start &- 1] != 0x2E, !text.isWord(at: b) else {
      return nil
    }
    if isExact, isExactToo { return start..<b }
    return cues.last(.coordinates, in: text, before: start, 32) == nil ? nil : start..<b
  }

  /// A number of degrees with at least three decimals, or degrees and minutes; whether it can hardly be anything else.
  private func degrees(
    _ text: PersonalText, _ i: Int
  ) -> (whole: Int, isExact: Bool, end: Int)? {
    var k = i
    var whole = 0
    while k &- i < 4, text.isDigit(k) {
      whole = whole * 10 + Int(text[k] &- 0x30)
      k &+= 1
    }
    guard k &- i <= 3 else { return nil }
    var decimals = 0
    if text[k] == 0x2E {
      k &+= 1
      while decimals < 16, text.isDigit(k) {
        decimals += 1
        k &+= 1
      }
      if decimals < 3 || text.isDigit(k) { return nil }
    }
    let hasSign = text.has("°", at: k)
    guard decimals > 0 || hasSign else { return nil }
    if hasSign {
      k &+= 2
      var parts = 0
      while parts < 2 {
        var next = k
        while text[next] == 0x20 { next &+= 1 }
        let first = next
        while next &- first < 8, text.isDigit(next) || (text[next] == 0x2E && next > first) {
          next &+= 1
        }
        guard next > first, let width = mark(text, next) else { break }
        k = next &+ width
        parts += 1
      }
      if decimals == 0, parts == 0 { return nil }
    }
    var end = k
    if text[end] == 0x20 { end &+= 1 }
    let letter = text[end] & 0xDF
    let hasLetter =
      (letter == 0x4E || letter == 0x53 || letter == 0x45 || letter == 0x57 || letter == 0x4F)
      && !text.isWord(at: end &+ 1)
    if hasLetter { k = end &+ 1 }
    return (whole, decimals >= 5 || (hasSign && hasLetter) || (hasSign && decimals > 3), k)
  }

  /// The width of a mark of minutes or seconds.
  private func mark(_ text: PersonalText, _ i: Int) -> Int? {
    if text[i] == 0x27 { return text[i &+ 1] == 0x27 ? 2 : 1 }
    if text[i] == 0x22 { return 1 }
    return text.has("′", at: i) || text.has("″", at: i) || text.has("’", at: i)
      || text.has("”", at: i) ? 3 : nil
  }

  /// Four to six digits right behind the word for post codes, with "is" or the like between, or nil.
  func postCode(_ text: PersonalText, at i: Int) -> Range<Int>? {
    guard !text.isWord(before: i), text[i &- 1] != 0x2E, text[i &- 1] != 0x2C else { return nil }
    var end = i
    while end &- i < 7, text.isDigit(end) { end &+= 1 }
    guard (4...6).contains(end &- i) else { return nil }
    if text[end] == 0x2D, end &- i == 5, (1...4).allSatisfy({ text.isDigit(end &+ $0) }) {
      end &+= 5
    }
    guard !text.isWord(at: end), !(text[end] == 0x2E && text.isDigit(end &+ 1)) else { return nil }
    guard let word = cues.last(.postCode, in: text, before: i, 24) else { return nil }
    // "code", "is", "number" and the like may stand between.
    var k = word
    while k < i {
      if text.isWord(at: k) {
        let start = k
        while k < i, text.isWord(at: k) { k &+= 1 }
        guard
          Self.links.contains(where: {
            $0.utf8CodeUnitCount == k - start && text.matches($0, at: start)
          })
        else { return nil }
      } else if text[k] == 0x2E || text[k] == 0x2C || text[k] == 0x0A {
        return nil
      } else {
        k &+= 1
      }
    }
    return i..<end
  }

  private static let links: [StaticString] = [
    "code", "is", "number", "no", "now", "new", "est", "es", "ist", "lautet",
  ]
}
