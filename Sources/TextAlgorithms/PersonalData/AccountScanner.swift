/// Numbers of accounts: cards, IBANs, US social security numbers, wallets.
struct AccountScanner {
  let cues: CueWords

  /// The IBAN whose check digits begin the digit run at `digits`, or nil.
  func iban(_ text: PersonalText, digits: Int) -> Range<Int>? {
    let start = digits &- 2
    guard start >= 0, PersonalText.isLetter(text[start]), PersonalText.isLetter(text[start &+ 1]),
      !PersonalText.isAlphanumeric(text[start &- 1]), text.isDigit(digits &+ 1),
      let length = IBANCountries.length(text[start] & 0xDF, text[start &+ 1] & 0xDF)
    else { return nil }
    var account: [UInt8] = []
    var i = start
    while account.count < length {
      if account.count > 4, text[i] == 0x20 || text[i] == 0x2D { i &+= 1 }
      let b = text[i]
      if PersonalText.isDigit(b) {
        account.append(b)
      } else if PersonalText.isLetter(b) {
        account.append(b & 0xDF)
      } else if account.count == 4, b == 0x20 || b == 0x2D {
        i &+= 1
        continue
      } else {
        return nil
      }
      i &+= 1
    }
    guard !PersonalText.isAlphanumeric(text[i]),
      CheckDigits.mod97(Array(account[4...] + account[..<4])) == 1
    else { return nil }
    return start..<i
  }

  /// Cards among the digits and groups that begin at `start`; returns where the search may go on.
  func cards(_ text: PersonalText, at start: Int, _ found: (Range<Int>) -> Void) -> Int {
    let before = text[start &- 1]
    if text.isWord(before: start) || before == 0x2E || before == 0x2B || before == 0x2D
      || (before == 0x2C && text.isDigit(start &- 2))
    {
      return start &+ 1
    }
    var digits = 0
    var end = start
    var i = start
    while digits < 19, text.isDigit(i) {
      digits += 1
      i &+= 1
      let isEnd =
        !text.isWord(at: i)
        && !((text[i] == 0x2E || text[i] == 0x2C || text[i] == 0x2D) && text.isDigit(i &+ 1))
      if digits >= 12, isEnd { end = i }
      if text[i] == 0x20 || text[i] == 0x2D, text.isDigit(i &+ 1) { i &+= 1 }
    }
    guard end > start else { return start &+ 1 }
    for part in parts(text, start..<end) where isCard(text, part) { found(part) }
    return end
  }

  private static let groupings: [[Int]] = [
    [4, 4, 4, 4], [4, 6, 5], [4, 6, 4], [4, 4, 4, 4, 3], [4, 4, 4, 1], [6, 13], [4, 4, 5],
    [4, 4, 4, 2], [4, 4, 4, 3],
  ]

  /// The whole, or, when it isn't grouped as a card is, each group too.
  private func parts(_ text: PersonalText, _ range: Range<Int>) -> [Range<Int>] {
    var groups: [Range<Int>] = []
    var start = range.lowerBound
    for i in range where !text.isDigit(i) {
      groups.append(start..<i)
      start = i &+ 1
    }
    groups.append(start..<range.upperBound)
    if groups.count == 1 || Self.groupings.contains(groups.map(\.count)) { return [range] }
    return groups.filter { $0.count >= 12 } + [range]
  }

  private func isCard(_ text: PersonalText, _ range: Range<Int>) -> Bool {
    let digits = text.digits(range)
    guard digits.count >= 12 else { return false }
    guard CheckDigits.isCard(digits) else { return isNamedCard(text, range, digits) }
    var card = -1
    var other = -1
    let window = text.window(before: range.lowerBound, 60)..<range.lowerBound
    cues.scan(text, window) { meaning, word in
      if meaning.contains(.card) { card = word.upperBound }
      if meaning.contains(.other) { other = word.upperBound }
    }
    if range.count > digits.count { return true }
    let isDiners = digits.count == 14 && digits[0] == 3 && [0, 6, 8, 9].contains(digits[1])
    if digits.count <= 14, card < 0, !(isDiners && other < 0) { return false }
    return other <= card || text.find("card", in: window) != nil
  }

  /// True for a number as long as a card's, of whatever check digit, right behind the word for one: mistyped and
  /// made-up numbers are still personal.
  private func isNamedCard(_ text: PersonalText, _ range: Range<Int>, _ digits: [UInt8]) -> Bool {
    guard (14...19).contains(digits.count), digits.contains(where: { $0 != digits[0] }) else {
      return false
    }
    var last: CueWords.Meaning = []
    var words = 0
    cues.scan(text, text.window(before: range.lowerBound, 32)..<range.lowerBound) { meaning, word in
      guard !meaning.isDisjoint(with: [.card, .other, .phone]) else { return }
      last = meaning
      words = 0
      for k in word.upperBound..<range.lowerBound
      where text.isWord(at: k) && !text.isWord(before: k) { words += 1 }
    }
    return last.contains(.card) && words <= 2
  }

  /// The account number of whatever check digits that stands right behind the word "IBAN": letters, check digits, as
  /// many signs as the country has or, at a blank, up to four fewer or more.
  func namedIBAN(_ text: PersonalText, digits: Int) -> Range<Int>? {
    let start = digits &- 2
    guard start >= 0, PersonalText.isLetter(text[start]), PersonalText.isLetter(text[start &+ 1]),
      !PersonalText.isAlphanumeric(text[start &- 1]), text.isDigit(digits &+ 1),
      let length = IBANCountries.length(text[start] & 0xDF, text[start &+ 1] & 0xDF),
      let word = cues.last(.iban, in: text, before: start, 20)
    else { return nil }
    for k in word..<start where text[k] == 0x0A { return nil }
    var i = start
    var count = 0
    var end: Int?
    while count < length + 4 {
      let b = text[i]
      if PersonalText.isDigit(b) || PersonalText.isUpper(b)
        || (count < 2 && PersonalText.isLetter(b))
      {
        count += 1
        i &+= 1
        if !PersonalText.isAlphanumeric(text[i]), count >= length - 4 { end = i }
      } else if (b == 0x20 || b == 0x2D) && PersonalText.isAlphanumeric(text[i &+ 1]) {
        i &+= 1
      } else {
        break
      }
    }
    return end.map { start..<$0 }
  }

  /// The US social security number at `start`: three, two and four digits with one separator, or
  /// nine digits behind its name.
  func ssn(_ text: PersonalText, at start: Int) -> Range<Int>? {
    let before = text[start &- 1]
    guard !text.isWord(before: start), before != 0x2E, before != 0x2B, before != 0x2D else {
      return nil
    }
    for i in start..<(start + 3) where !text.isDigit(i) { return nil }
    let sign = text[start &+ 3]
    let isSplit = sign == 0x2D || sign == 0x2E || sign == 0x20
    let end = start &+ (isSplit ? 11 : 9)
    if isSplit, text[start &+ 6] != sign { return nil }
    guard !text.isWord(at: end),
      !((text[end] == 0x2D || text[end] == 0x2E) && text.isDigit(end &+ 1))
    else { return nil }
    let digits = text.digits(start..<min(end, text.count))
    guard digits.count == 9, CheckDigits.isSSN(digits) else { return nil }
    let isNamed = cues.last(.ssn, in: text, before: start, 48) != nil
    if isNamed { return start..<end }
    guard isSplit else { return nil }
    if let unit = cues.last(.unit, in: text, before: start, 8), start &- unit <= 2 { return nil }
    return cues.last(.other, in: text, before: start, 12) == nil ? start..<end : nil
  }

  /// The wallet address whose first digit stands at `digit`: base 58, Bech32 or 0x and 40 hex digits.
  func wallet(_ text: PersonalText, at digit: Int) -> Range<Int>? {
    var start = digit
    if text[digit] == 0x30 {
      guard text[digit &+ 1] == 0x78, !text.isWord(before: digit) else { return nil }
      var i = digit &+ 2
      while text.isHex(i), i &- digit < 43 { i &+= 1 }
      return i &- digit == 42 && !text.isWord(at: i) ? digit..<i : nil
    }
    let isBech32 = text[digit] == 0x31 && text.has("bc", at: digit &- 2)
    if isBech32 { start = digit &- 2 }
    guard text[digit] == 0x31 || text[digit] == 0x33, !text.isWord(before: start) else {
      return nil
    }
    var i = start
    while i &- start < 75, PersonalText.isAlphanumeric(text[i]) { i &+= 1 }
    guard i &- start >= 14, !text.isWord(at: i), i <= text.count else { return nil }
    // SAFETY: start..<i lies in the text.
    let address = [UInt8](UnsafeBufferPointer(start: text.base + start, count: i &- start))
    let holds = isBech32 ? WalletChecksum.isBech32(address) : WalletChecksum.isBase58Check(address)
    return holds ? start..<i : nil
  }
}
