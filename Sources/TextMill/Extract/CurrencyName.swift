/// Names of currencies by ISO 4217.
enum CurrencyName {
  /// Signs that mean one currency, or mostly one; longer ones first.
  private static let signs: [(String, String)] = [
    ("US$", "USD"), ("U$S", "USD"), ("CA$", "CAD"), ("AU$", "AUD"), ("NZ$", "NZD"), ("HK$", "HKD"),
    ("NT$", "TWD"), ("MX$", "MXN"), ("R$", "BRL"), ("C$", "CAD"), ("A$", "AUD"), ("S$", "SGD"),
    ("€", "EUR"), ("£", "GBP"), ("₹", "INR"), ("¥", "JPY"), ("￥", "JPY"), ("₽", "RUB"),
    ("₩", "KRW"),
    ("₺", "TRY"), ("₫", "VND"), ("₴", "UAH"), ("₪", "ILS"), ("₱", "PHP"), ("₦", "NGN"),
    ("₸", "KZT"),
    ("฿", "THB"), ("zł", "PLN"), ("Kč", "CZK"), ("лв", "BGN"), ("грн", "UAH"), ("руб", "RUB"),
    ("د.إ", "AED"), ("ر.س", "SAR"), ("원", "KRW"), ("円", "JPY"), ("$", "USD"),
  ]
  /// Words that mean a currency only when they stand alone.
  private static let words: [String: String] = [
    "Ft": "HUF", "TL": "TRY", "Rs": "INR", "RM": "MYR", "Rp": "IDR", "lei": "RON", "Lei": "RON",
    "kn": "HRK", "kr": "SEK", "CHF": "CHF", "Fr": "CHF", "EURO": "EUR", "Euro": "EUR",
    "euro": "EUR",
  ]
  private static let codes: Set<String> = [
    "USD", "EUR", "GBP", "JPY", "CNY", "INR", "AUD", "CAD", "CHF", "SEK", "NOK", "DKK", "PLN",
    "CZK", "HUF", "RON", "BGN", "HRK", "RUB", "UAH", "TRY", "ILS", "AED", "SAR", "ZAR", "BRL",
    "MXN", "ARS", "CLP", "COP", "PEN", "SGD", "HKD", "TWD", "KRW", "THB", "VND", "IDR", "MYR",
    "PHP", "NZD", "NGN", "EGP", "KES", "MAD", "PKR", "BDT", "LKR", "KZT", "ISK", "QAR", "KWD",
  ]

  /// The currency that a price's text names, nil when it names none.
  static func find(in text: String) -> String? {
    let parts = text.split { !$0.isLetter }
    for part in parts {
      if codes.contains(String(part).uppercased()), part.count == 3 { return part.uppercased() }
    }
    for (sign, code) in signs where text.contains(sign) { return code }
    for part in parts { if let code = words[String(part)] { return code } }
    return nil
  }

  /// A declared currency as a code: a code itself, or what a sign stands for.
  static func code(_ declared: String?) -> String? {
    guard let declared = declared?.trimmed, !declared.isEmpty else { return nil }
    let upper = declared.uppercased()
    if upper.utf8.count == 3, upper.utf8.allSatisfy({ $0 &- 0x41 < 26 }) { return upper }
    return find(in: declared)
  }
}

extension String {
  /// Without white space at both ends.
  var trimmed: String {
    var part = self[...]
    while part.first?.isWhitespace == true { part.removeFirst() }
    while part.last?.isWhitespace == true { part.removeLast() }
    return String(part)
  }
}
