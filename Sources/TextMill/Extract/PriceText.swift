/// Reads prices as people and shops write them.
enum PriceText {
  /// An amount in a text: a decimal with a point, and where its digits begin and end, in scalars.
  struct Amount {
    var value: String
    var range: Range<Int>
  }

  /// The first amount in a text as a decimal with a point, and the currency when a sign or code tells it.
  ///
  /// "1.599,00 €" is 1599.00 EUR, "$1,299.00" 1299.00 USD, "₹ 1,29,999" 129999 INR, "Free!" 0. A lone mark
  /// before exactly three digits parts thousands, unless a zero stands before it or the currency has
  /// thousandths. Percentages are no prices.
  static func parse(_ text: String) -> (amount: String, currency: String?)? {
    let scalars = Array(text.unicodeScalars.prefix(200))
    let currency = CurrencyName.find(in: text)
    let hasThousandths = currency.map(CurrencyName.hasThousandths) ?? false
    var start = 0
    while let amount = amount(in: scalars, from: start, hasThousandths) {
      guard isPercentage(scalars, amount.range.upperBound) else { return (amount.value, currency) }
      start = amount.range.upperBound
    }
    return start == 0 && isFree(text) ? ("0", currency) : nil
  }

  /// The amount at or after a place.
  static func amount(
    in scalars: [Unicode.Scalar], from begin: Int, _ hasThousandths: Bool = false
  ) -> Amount? {
    guard begin < scalars.count, let start = scalars[begin...].firstIndex(where: isDigit) else {
      return nil
    }
    var end = start
    var last = start
    while end < scalars.count {
      let scalar = scalars[end]
      if isDigit(scalar) {
        last = end
      } else if !isMark(scalar) || !(end + 1 < scalars.count) {
        break
      } else if end > last + 1 {
        // "36. 24": a blank between the mark and the cents.
        guard isSpace(scalar), end == last + 2, isPoint(scalars[end - 1]), isCents(scalars, end + 1)
        else { break }
      } else if isSpace(scalar), !isGroup(scalars, end + 1) {
        break
      }
      end += 1
    }
    var number = scalars[start...last].filter { !isSpace($0) && $0 != "'" && $0 != "’" }
    // ".75": a mark at the beginning of its word.
    if start > begin, isPoint(scalars[start - 1]), start == 1 || !isWordPart(scalars[start - 2]),
      last - start < 3
    {
      number = ["0", "."] + number
    }
    return Amount(value: decimal(number, hasThousandths), range: start..<last + 1)
  }

  private static func decimal(_ number: [Unicode.Scalar], _ hasThousandths: Bool) -> String {
    let point = decimalPoint(number, hasThousandths)
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
    while fraction.utf8.count > 2, fraction.last == "0" { fraction.removeLast() }
    while whole.utf8.count > 1, whole.first == "0" { whole.removeFirst() }
    if whole.isEmpty { whole = "0" }
    return fraction.isEmpty ? whole : whole + "." + fraction
  }

  /// The place of the mark before the fraction, nil when all marks part thousands.
  private static func decimalPoint(_ number: [Unicode.Scalar], _ hasThousandths: Bool) -> Int? {
    let marks = number.indices.filter { isPoint(number[$0]) }
    guard let last = marks.last else { return nil }
    let digits = number.count - last - 1
    let isMixed = marks.contains { number[$0] != number[last] }
    if isMixed { return marks.count { number[$0] == number[last] } == 1 ? last : nil }
    if marks.count > 1 { return nil }
    if digits == 3, last <= 3, number[0] != "0", !hasThousandths { return nil }
    return digits == 0 ? nil : last
  }

  // MARK: Scalars

  static func isDigit(_ scalar: Unicode.Scalar) -> Bool { scalar >= "0" && scalar <= "9" }

  private static func isPoint(_ scalar: Unicode.Scalar) -> Bool { scalar == "." || scalar == "," }

  static func isSpace(_ scalar: Unicode.Scalar) -> Bool {
    scalar == " " || scalar == "\u{A0}" || scalar == "\u{202F}" || scalar == "\u{2009}"
  }

  private static func isMark(_ scalar: Unicode.Scalar) -> Bool {
    isPoint(scalar) || scalar == "'" || scalar == "’" || isSpace(scalar)
  }

  private static func isWordPart(_ scalar: Unicode.Scalar) -> Bool {
    scalar.properties.isAlphabetic || isDigit(scalar)
  }

  /// Whether exactly three digits stand at `start`, as in "1 299".
  private static func isGroup(_ scalars: [Unicode.Scalar], _ start: Int) -> Bool {
    guard start + 3 <= scalars.count, scalars[start..<start + 3].allSatisfy(isDigit) else {
      return false
    }
    return start + 3 == scalars.count || !isDigit(scalars[start + 3])
  }

  /// Whether exactly two digits stand at `start`.
  private static func isCents(_ scalars: [Unicode.Scalar], _ start: Int) -> Bool {
    guard start + 2 <= scalars.count, scalars[start..<start + 2].allSatisfy(isDigit) else {
      return false
    }
    return start + 2 == scalars.count || !isWordPart(scalars[start + 2])
  }

  static func isPercentage(_ scalars: [Unicode.Scalar], _ end: Int) -> Bool {
    var next = end
    while next < scalars.count, isSpace(scalars[next]) { next += 1 }
    return next < scalars.count && scalars[next] == "%"
  }

  private static let freeWords: Set<String> = [
    "free", "gratis", "kostenlos", "gratuit", "gratuito", "ilmainen", "бесплатно", "free to play",
    "gratuita", "zdarma", "bezpłatnie", "無料", "免费",
  ]

  /// Whether the text is a word for "nothing to pay" and no more.
  static func isFree(_ text: String) -> Bool {
    guard text.utf8.count < 40 else { return false }
    let word = text.lowercased().trimmed.filter { $0.isLetter || $0 == " " }
    return freeWords.contains(word)
  }
}
