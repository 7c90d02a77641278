/// Numbers of trade: bank codes, orders, parcels.
struct TradeNumberScanner {
  let cues: CueWords

  /// The words behind which `bic` looks.
  static let beginnings: [StaticString] = ["bic", "swift"]

  /// The bank code behind the word "BIC" or "SWIFT" that begins at `i`, or nil.
  func bic(_ text: PersonalText, at i: Int) -> Range<Int>? {
    let word: Int
    if text.matches("bic", at: i) {
      word = i &+ 3
    } else if text.matches("swift", at: i) {
      word = i &+ 5
    } else {
      return nil
    }
    guard !text.isWord(before: i), !text.isWord(at: word) else { return nil }
    var k = word
    while k &- word < 20, k < text.count, text[k] != 0x0A {
      guard text.isWord(at: k) else {
        k &+= 1
        continue
      }
      let start = k
      while k < text.count, k &- start < 14,
        PersonalText.isUpper(text[k]) || (text.isDigit(k) && k &- start > 5)
      { k &+= 1 }
      if !text.isWord(at: k), k &- start == 8 || k &- start == 11,
        isCountry(text[start &+ 4], text[start &+ 5])
      {
        return start..<k
      }
      while k < text.count, text.isWord(at: k) { k &+= 1 }
    }
    return nil
  }

  private func isCountry(_ a: UInt8, _ b: UInt8) -> Bool {
    if IBANCountries.length(a, b) != nil { return true }
    let others: StaticString =
      "US CA AU JP CN IN HK SG KR TW TH NZ ZA MX AR CL CO PE VN ID MY PH NG KE MA"
    return others.withUTF8Buffer { list in
      stride(from: 0, to: list.count - 1, by: 3).contains { list[$0] == a && list[$0 + 1] == b }
    }
  }

  /// The number of an order, invoice, booking or the like behind its word, in which the digits at `i` stand, or nil.
  func order(_ text: PersonalText, digits i: Int, floor: Int) -> Range<Int>? {
    var start = i
    while start > floor, i &- start < 20, isCode(text[start &- 1]) { start &-= 1 }
    guard !text.isWord(before: start) else { return nil }
    var end = i
    var digits = 0
    while end &- start < 35, isCode(text[end]) {
      if text.isDigit(end) { digits += 1 }
      end &+= 1
    }
    while end > i, text[end &- 1] == 0x2D || text[end &- 1] == 0x2F { end &-= 1 }
    guard digits >= 3, end &- start >= 4, !text.isWord(at: end) else { return nil }
    let isYear = end &- start == 4 && (text.has("19", at: start) || text.has("20", at: start))
    guard !isYear, let word = cues.last(.order, in: text, before: start, 28) else { return nil }
    // Only "number is", "no.:", "#" and the like stand between.
    var words = 0
    for k in word..<start where text.isWord(at: k) && !text.isWord(before: k) { words += 1 }
    return words <= 2 && !(word..<start).contains(where: { text[$0] == 0x0A || text[$0] == 0x2C })
      ? start..<end : nil
  }

  private func isCode(_ b: UInt8) -> Bool {
    PersonalText.isDigit(b) || PersonalText.isUpper(b) || b == 0x2D || b == 0x2F
  }

  /// The number of a parcel by the shape its carrier gives it, in which the digits at `i` stand, or nil.
  func tracking(_ text: PersonalText, digits i: Int) -> Range<Int>? {
    var start = i
    while start > 0, i &- start < 4, PersonalText.isUpper(text[start &- 1]) { start &-= 1 }
    guard !text.isWord(before: start) else { return nil }
    for pattern in Self.shapes {
      if let end = pattern.end(text, at: start), !text.isWord(at: end) { return start..<end }
    }
    return nil
  }

  private static let shapes: [LinearPattern] = [
    "1Z[0-9A-Z]{16}", "\\u{2}\\d{9}\\u{2}", "JJD\\d{16,18}", "JVGL\\d{12,18}", "TBA\\d{12}",
    "9[2-5]\\d{20}",
  ].map { (pattern: StaticString) in LinearPattern(own: pattern) }
}
