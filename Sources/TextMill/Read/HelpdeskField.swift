/// Which fields of a company's own making name a person or something that leads to one.
enum HelpdeskField {
  /// Names whose value is a person's whatever it looks like.
  private static let personal: Set<String> = [
    "email", "mail", "phone", "telephone", "mobile", "cellphone", "firstname", "lastname",
    "fullname", "customername", "contactname", "surname", "iban", "vat", "passport", "username",
    "telefon", "vorname", "nachname", "kundenname", "telefonnummer", "handynummer",
  ]
  /// Names of things that are numbered: told by a digit in the value.
  private static let numbered: Set<String> = [
    "order", "orders", "tracking", "invoice", "account", "customer", "booking", "reservation",
    "shipment", "serial", "bestellung", "bestellnummer", "kundennummer", "rechnungsnummer",
    "sendungsnummer", "commande", "pedido", "ordine", "bestelling",
  ]
  private static let fillers: Set<String> = [
    "cf", "custom", "field", "number", "no", "nr", "id", "nummer", "num", "code", "ref",
    "reference", "address", "adresse", "your", "shopify", "the",
  ]

  /// By the words of the field's name: `cf_order_number`, "Order no.", `customerEmail`.
  static func isPersonal(_ name: String, _ value: String) -> Bool {
    let count = value.utf8.count
    guard (3...128).contains(count) else { return false }
    let words = HelpdeskField.words(name).filter { !fillers.contains($0) }
    let joined = words.joined()
    if personal.contains(joined) || words.contains(where: { personal.contains($0) }) {
      return true
    }
    let hasDigit = value.utf8.contains { $0 &- 0x30 < 10 }
    return hasDigit && count >= 4 && !words.isEmpty && words.allSatisfy { numbered.contains($0) }
  }

  /// Runs of letters in lower case, parted at capitals behind small letters too; the digits that Freshdesk
  /// appends to names part as well.
  static func words(_ name: String) -> [String] {
    var words: [String] = []
    var word: [UInt8] = []
    var wasSmall = false
    for byte in name.utf8 {
      let isCapital = (0x41...0x5A).contains(byte)
      let isLetter = isCapital || (0x61...0x7A).contains(byte) || byte >= 0x80
      if !isLetter || isCapital && wasSmall {
        if !word.isEmpty { words.append(String(decoding: word, as: UTF8.self)) }
        word = []
      }
      if isLetter { word.append(isCapital ? byte | 0x20 : byte) }
      wasSmall = isLetter && !isCapital
    }
    if !word.isEmpty { words.append(String(decoding: word, as: UTF8.self)) }
    return words
  }
}
