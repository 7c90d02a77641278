/// Reads the values of feeds: amounts, stock, conditions, numbers of articles.
enum FeedValue {
  /// An amount with its currency, in either order: "15.00 USD", "EUR 1.599,00", "9,99 €".
  static func price(_ text: String) -> (amount: String, currency: String?)? {
    var number = ""
    var rest = ""
    for scalar in text.unicodeScalars {
      let isPart = ("0"..."9").contains(scalar) || [".", ",", "'", "’"].contains(scalar)
      let isSpace = scalar.properties.isWhitespace
      if isPart { number.unicodeScalars.append(scalar) }
      if !isPart, !isSpace { rest.unicodeScalars.append(scalar) }
    }
    guard let amount = decimal(number) else { return nil }
    return (amount, currency(rest))
  }

  /// Signs that mean one currency alone; a dollar or a crown doesn't.
  private static let signs: [String: String] = [
    "€": "EUR", "£": "GBP", "₹": "INR", "zł": "PLN", "Kč": "CZK", "₩": "KRW", "₺": "TRY",
    "₴": "UAH",
    "₽": "RUB", "₪": "ILS", "US$": "USD", "CA$": "CAD", "A$": "AUD", "Fr.": "CHF", "Ft": "HUF",
  ]

  private static func currency(_ text: String) -> String? {
    let code = text.uppercased()
    if code.utf8.count == 3, code.utf8.allSatisfy({ (0x41...0x5A).contains($0) }) { return code }
    return signs[text]
  }

  /// A number as a decimal with a point ("1299.00" of "1,299.00" and of "1299,00"); nil when it is none.
  static func decimal(_ text: String) -> String? {
    var bytes = text.utf8.filter {
      $0 != 0x27 && $0 != 0x20 && $0 != 0xE2 && $0 != 0x80 && $0 != 0x99
    }
    if let comma = bytes.lastIndex(of: 0x2C), let point = bytes.lastIndex(of: 0x2E) {
      // The later of the two is the decimal mark.
      let grouping: UInt8 = comma < point ? 0x2C : 0x2E
      bytes.removeAll { $0 == grouping }
    } else if let comma = bytes.lastIndex(of: 0x2C),
      bytes.count - comma == 4 || bytes.count(where: { $0 == 0x2C }) > 1
    {
      bytes.removeAll { $0 == 0x2C }
    }
    for i in bytes.indices where bytes[i] == 0x2C { bytes[i] = 0x2E }
    let points = bytes.count { $0 == 0x2E }
    guard points <= 1, bytes.contains(where: { $0 &- 0x30 < 10 }),
      bytes.allSatisfy({ $0 == 0x2E || $0 &- 0x30 < 10 })
    else { return nil }
    if bytes.first == 0x2E { bytes.insert(0x30, at: 0) }
    // Databases write four places.
    if let point = bytes.firstIndex(of: 0x2E) {
      while bytes.count - point > 3, bytes.last == 0x30 { bytes.removeLast() }
    }
    if bytes.last == 0x2E { bytes.removeLast() }
    return String(decoding: bytes, as: UTF8.self)
  }

  /// A schema.org name of a feed's word for stock.
  static func availability(_ text: String) -> String? {
    let word = text.lowercased().filter { $0.isLetter }
    switch word {
    case "instock", "available", "yes", "true": return "InStock"
    case "outofstock", "unavailable", "soldout", "no", "false": return "OutOfStock"
    case "preorder": return "PreOrder"
    case "backorder", "onbackorder": return "BackOrder"
    case "limitedavailability", "limitedstock": return "LimitedAvailability"
    case "discontinued": return "Discontinued"
    case "availablefororder", "instoreonly", "onlineonly":
      return word == "availablefororder"
        ? "BackOrder" : word == "instoreonly" ? "InStoreOnly" : "OnlineOnly"
    default: return nil
    }
  }

  /// A schema.org name of a feed's word for condition.
  static func condition(_ text: String) -> String? {
    switch text.lowercased().filter({ $0.isLetter }) {
    case "new", "newcondition": "NewCondition"
    case "used", "usedcondition": "UsedCondition"
    case "refurbished", "refurbishedcondition": "RefurbishedCondition"
    case "damaged", "damagedcondition": "DamagedCondition"
    default: nil
    }
  }

  /// A GTIN of 8, 12, 13 or 14 digits; what spreadsheets put around it is taken off.
  static func gtin(_ text: String) -> String? {
    let digits = text.filter { $0 != "'" && $0 != " " && $0 != "-" && $0 != "=" && $0 != "\"" }
    guard [8, 12, 13, 14].contains(digits.utf8.count),
      digits.utf8.allSatisfy({ $0 &- 0x30 < 10 })
    else { return nil }
    return digits
  }

  /// The entries of a list with commas, in which `\,` is a comma.
  static func list(_ text: String?) -> [String] {
    guard let text else { return [] }
    var entries: [String] = [""]
    var isEscaped = false
    for character in text {
      if isEscaped {
        entries[entries.count - 1] += character == "," ? "," : "\\\(character)"
        isEscaped = false
      } else if character == "\\" {
        isEscaped = true
      } else if character == "," {
        entries.append("")
      } else {
        entries[entries.count - 1].append(character)
      }
    }
    return entries.map(\.withoutOuterBlanks).filter { !$0.isEmpty }
  }
}
