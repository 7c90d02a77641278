/// What a candidate looks like, before any cue.
extension PhoneCandidate {
  /// The lengths of the runs of digits without the extension, and what stands between them.
  private func groups(_ text: PersonalText) -> (lengths: [Int], values: [Int], signs: [UInt8]) {
    var lengths: [Int] = []
    var values: [Int] = []
    var signs: [UInt8] = []
    var i = range.lowerBound
    while i < coreEnd {
      if text.isDigit(i) {
        var value = 0
        let first = i
        while i < coreEnd, text.isDigit(i) {
          value = (value * 10 + Int(text[i] &- 0x30)) % 1_000_000
          i &+= 1
        }
        lengths.append(i &- first)
        values.append(value)
      } else {
        if !lengths.isEmpty { signs.append(text[i]) }
        i &+= 1
      }
    }
    return (lengths, values, signs)
  }

  /// Dates, ranges of years, dotted quads, decimals, sizes: what has a meaning of its own.
  func isSomethingElse(_ text: PersonalText) -> Bool {
    guard digits.count >= 6, digits.count <= 15, digits.contains(where: { $0 != digits[0] }) else {
      return true
    }
    let (lengths, values, signs) = groups(text)
    if Self.isDate(lengths, values, signs) { return true }
    if lengths == [4, 4] || lengths == [4, 2], values[0] / 100 == 19 || values[0] / 100 == 20,
      lengths[1] == 2 || values[1] / 100 == 19 || values[1] / 100 == 20, !signs.contains(0x29),
      !signs.contains(0x2E)
    {
      if signs.contains(where: { $0 != 0x20 }) { return true }
    }
    if signs == [0x2E, 0x2E, 0x2E], lengths.allSatisfy({ $0 <= 3 }) { return true }
    if signs == [0x2E] { return true }
    let end = range.upperBound
    if Self.units.contains(where: { text.has($0, at: end) }) { return true }
    return text[end] == 0x2D && text.isWord(at: end &+ 1) && !PersonalText.isLetter(text[end &+ 1])
  }

  /// What follows amounts and dates where no blank parts it from the digits.
  private static let units: [StaticString] = [
    "円", "元", "원", "圆", "บาท", "年", "月", "日", "個", "个", "号", "번",
  ]

  private static func isDate(_ lengths: [Int], _ values: [Int], _ signs: [UInt8]) -> Bool {
    guard lengths.count >= 3, signs.count >= 2, signs[0] == signs[1],
      [0x2E, 0x2F, 0x2D].contains(signs[0])
    else { return false }
    let isOnly = lengths.count == 3 || signs[2] == 0x20
    guard isOnly else { return false }
    func isYear(_ i: Int) -> Bool {
      lengths[i] == 2 || (lengths[i] == 4 && (values[i] / 100 == 19 || values[i] / 100 == 20))
    }
    func isDayAndMonth(_ a: Int, _ b: Int) -> Bool {
      lengths[a] <= 2 && lengths[b] <= 2
        && ((values[a] < 40 && values[b] < 20) || (values[a] < 20 && values[b] < 40))
    }
    if isYear(2), isDayAndMonth(0, 1) { return true }
    return lengths[0] == 4 && isYear(0) && lengths[1] <= 2 && lengths[2] <= 2 && values[1] < 20
      && values[2] < 40
  }

  /// The North American shape: `(ddd) ddd-dddd`, `ddd-ddd-dddd`, with 1 or 001 before.
  func isNorthAmerican(_ text: PersonalText) -> Bool {
    let (lengths, values, signs) = groups(text)
    var at = 0
    if lengths.count == 4 {
      guard values[0] == 1, lengths[0] == 1 || lengths[0] == 3 else { return false }
      at = 1
    }
    guard lengths.count == at + 3, Array(lengths[at...]) == [3, 3, 4] else { return false }
    let opens = text[range.lowerBound] == 0x28 || signs.contains(0x28)
    let closes = signs.contains(0x29)
    guard opens == closes else { return false }
    guard let last = signs.last, last == 0x20 || last == 0x2E || last == 0x2D else { return false }
    // At most one sign in each gap, the bracket and one blank beside it apart.
    return signs.count <= at + 2 + (opens ? 2 : 0)
  }

  /// True when a sign stands between the digits.
  func isGrouped(_ text: PersonalText) -> Bool {
    for i in range.lowerBound..<coreEnd where !text.isDigit(i) { return true }
    return false
  }

  /// The number without its extension, as it stands.
  func core(_ text: PersonalText) -> [UInt8] {
    // SAFETY: the range lies in the text.
    [UInt8](
      UnsafeBufferPointer(start: text.base + range.lowerBound, count: coreEnd - range.lowerBound))
  }
}
