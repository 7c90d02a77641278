/// Reads prices as people and shops write them.
enum PriceText {
  /// The first amount in a text as a decimal with a point, and the currency when a sign or code tells it.
  ///
  /// "1.599,00 €" is 1599.00 EUR, "$1,299.00" 1299.00 USD, "₹ 1,29,999" 129999 INR. A lone mark before
  /// exactly three digits parts thousands, unless a zero stands before it.
  static func parse(_ text: String) -> (amount: String, currency: String?)? {
    let scalars = Array(text.unicodeScalars.prefix(200))
    guard let start = scalars.firstIndex(where: isDigit) else { return nil }
    var end = start
    var last = start
    while end < scalars.count {
      let scalar = scalars[end]
      if isDigit(scalar) {
        last = end
      } else if !isMark(scalar) || end > last + 1 || !(end + 1 < scalars.count) {
        break
      } else if isSpace(scalar), !isGroup(scalars, end + 1) {
        break
      }
      end += 1
    }
    let number = scalars[start...last].filter { !isSpace($0) && $0 != "'" && $0 != "’" }
    let point = decimalPoint(number.map { $0 })
    var whole = ""
    var fraction = ""
    for (index, scalar) in number.enumerated() {
      guard isDigit(scalar) else { continue }
      if let point, index > point {
        fraction.unicodeScalars.append(scalar)
      } else {
        whole.unicodeScalars.append(scalar)
      }
    }
    while fraction.count > 2, fraction.last == "0" { fraction.removeLast() }
    while whole.count > 1, whole.first == "0" { whole.removeFirst() }
    if whole.isEmpty { whole = "0" }
    return (
      fraction.isEmpty ? whole : whole + "." + fraction, CurrencyName.find(in: text)
    )
  }

  /// The place of the mark before the fraction, nil when all marks part thousands.
  private static func decimalPoint(_ number: [Unicode.Scalar]) -> Int? {
    let marks = number.indices.filter { number[$0] == "." || number[$0] == "," }
    guard let last = marks.last else { return nil }
    let digits = number.count - last - 1
    let isMixed = Set(marks.map { number[$0] }).count > 1
    if isMixed { return marks.count { number[$0] == number[last] } == 1 ? last : nil }
    if marks.count > 1 { return nil }
    if digits == 3, last <= 3, number[0] != "0" { return nil }
    return digits == 0 ? nil : last
  }

  private static func isDigit(_ scalar: Unicode.Scalar) -> Bool { scalar >= "0" && scalar <= "9" }

  private static func isSpace(_ scalar: Unicode.Scalar) -> Bool {
    scalar == " " || scalar == "\u{A0}" || scalar == "\u{202F}" || scalar == "\u{2009}"
  }

  private static func isMark(_ scalar: Unicode.Scalar) -> Bool {
    scalar == "." || scalar == "," || scalar == "'" || scalar == "’" || isSpace(scalar)
  }

  /// Whether exactly three digits stand at `start`, as in "1 299".
  private static func isGroup(_ scalars: [Unicode.Scalar], _ start: Int) -> Bool {
    guard start + 3 <= scalars.count, scalars[start..<start + 3].allSatisfy(isDigit) else {
      return false
    }
    return start + 3 == scalars.count || !isDigit(scalars[start + 3])
  }
}
