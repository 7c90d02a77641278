/// Names of currencies by ISO 4217.
enum CurrencyName {
  /// Signs that mean one currency, or mostly one; longer ones first.
  private static let signs: [(String, String)] = [
    ("US$", "USD"), ("U$S", "USD"), ("CA$", "CAD"), ("AU$", "AUD"), ("NZ$", "NZD"), ("HK$", "HKD"),
    ("NT$", "TWD"), ("MX$", "MXN"), ("R$", "BRL"), ("C$", "CAD"), ("A$", "AUD"), ("S$", "SGD"),
    ("€", "EUR"), ("£", "GBP"), ("₹", "INR"), ("¥", "JPY"), ("￥", "JPY"), ("₽", "RUB"),
    ("₩", "KRW"), ("₺", "TRY"), ("₫", "VND"), ("₴", "UAH"), ("₪", "ILS"), ("₱", "PHP"),
    ("₦", "NGN"), ("₸", "KZT"), ("₾", "GEL"), ("฿", "THB"), ("zł", "PLN"), ("zl", "PLN"),
    ("Kč", "CZK"), ("лв", "BGN"), ("грн", "UAH"), ("руб", "RUB"), ("د.إ", "AED"), ("ر.س", "SAR"),
    ("원", "KRW"), ("円", "JPY"), ("元", "CNY"), ("$", "USD"),
  ]
  /// Words that mean a currency only when they stand alone.
  private static let words: [String: String] = [
    "Ft": "HUF", "TL": "TRY", "Rs": "INR", "RM": "MYR", "Rp": "IDR", "lei": "RON", "Lei": "RON",
    "kn": "HRK", "kr": "SEK", "Fr": "CHF", "EURO": "EUR", "Euro": "EUR", "KD": "KWD",
    "euro": "EUR", "euros": "EUR", "SFr": "CHF", "Kr": "SEK", "р": "RUB", "SR": "SAR",
    "Dhs": "AED", "dollars": "USD", "pounds": "GBP", "yen": "JPY",
  ]
  private static let codes: Set<String> = [
    "USD", "EUR", "GBP", "JPY", "CNY", "INR", "AUD", "CAD", "CHF", "SEK", "NOK", "DKK", "PLN",
    "CZK", "HUF", "RON", "BGN", "HRK", "RUB", "UAH", "TRY", "ILS", "AED", "SAR", "ZAR", "BRL",
    "MXN", "ARS", "CLP", "COP", "PEN", "SGD", "HKD", "TWD", "KRW", "THB", "VND", "IDR", "MYR",
    "PHP", "NZD", "NGN", "EGP", "KES", "MAD", "PKR", "BDT", "LKR", "KZT", "ISK", "QAR", "KWD",
    "BHD", "OMR", "JOD", "TND", "GEL", "RSD",
  ]
  /// Countries by the end of a host or the region of a language, for signs that several use.
  private static let regions: [String: (dollar: String?, crown: String?)] = [
    "ca": ("CAD", nil), "au": ("AUD", nil), "nz": ("NZD", nil), "sg": ("SGD", nil),
    "hk": ("HKD", nil), "mx": ("MXN", nil), "tw": ("TWD", nil), "cl": ("CLP", nil),
    "co": ("COP", nil), "ar": ("ARS", nil), "dk": (nil, "DKK"), "no": (nil, "NOK"),
    "se": (nil, "SEK"), "is": (nil, "ISK"),
  ]

  /// The currency that a price's text names, nil when it names none.
  static func find(in text: String) -> String? {
    var isPlain = true
    var hasLetter = false
    for byte in text.utf8 {
      if byte >= 0x80 || byte == 0x24 { isPlain = false }
      if (byte | 0x20) &- 0x61 < 26 { hasLetter = true }
    }
    if isPlain, !hasLetter { return nil }
    let parts = text.split { !$0.isLetter }
    for part in parts where part.utf8.count == 3 {
      if codes.contains(part.uppercased()) { return part.uppercased() }
    }
    for (sign, code) in signs where text.holds(sign) { return code }
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

  /// What a currency that was read from a sign most likely is in a shop of this region: its dollar or crown.
  static func local(_ code: String?, region: String?) -> String? {
    guard let region, let own = regions[region] else { return code }
    if code == "USD" { return own.dollar ?? code }
    if code == "SEK" { return own.crown ?? code }
    return code
  }

  /// The region of a shop by its address's host, or of a locale such as "en-AU"; in lower case.
  static func region(url: String?, locale: String?) -> String? {
    if let url, let scheme = url.place(of: "://") {
      let host = url[scheme.upperBound...].prefix { $0 != "/" && $0 != "?" && $0 != ":" }
      if let end = host.split(separator: ".").last.map({ $0.lowercased() }), end.utf8.count == 2,
        end != "co"
      {
        return end
      }
    }
    let parts = (locale ?? "").split { $0 == "-" || $0 == "_" }
    guard parts.count >= 2, let last = parts.last, last.utf8.count == 2 else { return nil }
    return last.lowercased()
  }

  /// Whether the currency's subunit is a thousandth.
  static func hasThousandths(_ code: String) -> Bool {
    ["KWD", "BHD", "OMR", "JOD", "TND"].contains(code)
  }
}
