/// Words by which pages label a product's data.
enum ProductLabels {
  enum Kind { case sku, mpn, gtin, brand, availability, condition, price }

  private static let words: [(Kind, [String])] = [
    (
      .sku,
      [
        "sku", "item", "item no", "item number", "item #", "item code", "product code",
        "product id",
        "product number", "product no", "article number", "article no", "art nr", "artnr", "art no",
        "artikelnummer", "artikel nr", "artikelnr", "artikel-nr", "bestellnummer", "bestell-nr",
        "best nr", "référence", "réf", "ref", "reference", "code produit", "código", "referencia",
        "codice", "codice articolo", "cod", "kod produktu", "symbol", "numer katalogowy",
        "varenummer",
        "varenr", "artikkelnummer", "tuotenumero", "tuotekoodi", "kód", "kód produktu", "cikkszám",
        "артикул", "код товара", "asin", "style", "style #", "style number", "style no",
        "stock code",
        "stock number", "catalog number", "catalogue number", "cat no", "part #", "sku #",
        "sku number",
        "product sku", "listing id", "商品コード", "货号", "produktnummer", "prod nr", "item id", "web id",
        "bestelnummer", "catalog #", "item model", "product #",
      ]
    ),
    (
      .mpn,
      [
        "mpn", "manufacturer part number", "mfr part", "mfr part number", "mfr part #", "mfr #",
        "part number", "part no", "model", "model number", "model no", "model #",
        "item model number",
        "manufacturer model number", "herstellernummer", "hersteller-nr", "herstellerartikelnummer",
        "modellnummer", "modell", "modèle", "modelo", "modello", "manufacturer code",
        "manufacturer reference", "référence fabricant", "mfg part number", "mfg #",
        "oem part number",
        "manufacturer's part number", "manufacturer #", "manufacturer part #", "vendor part number",
        "manufacturer product number", "référence constructeur", "kod producenta",
        "model name/number", "manufacturer item number", "référence fournisseur",
        "supplier reference", "lieferantennummer",
      ]
    ),
    (
      .gtin,
      [
        "gtin", "ean", "upc", "isbn", "isbn-13", "isbn13", "isbn 13", "ean code", "ean-code",
        "ean13",
        "upc code", "barcode", "gtin/ean", "ean/gtin", "jan", "code-barres", "ean-13", "gtin13",
        "upc number", "ean nummer", "ean number", "upc #", "code ean", "kod ean", "strichcode",
        "code barre", "código de barras", "isbn-10", "codice ean",
      ]
    ),
    (
      .brand,
      [
        "brand", "brand name", "marke", "marque", "marca", "merk", "hersteller", "manufacturer",
        "varemerke", "varumärke", "märke", "mærke", "značka", "producent", "marka", "бренд",
        "производитель", "fabricant", "fabricante", "designer", "brands", "ブランド", "品牌",
        "tillverkare", "made by", "by brand", "by",
      ]
    ),
    (
      .availability,
      [
        "availability", "stock", "stock status", "verfügbarkeit", "disponibilité", "disponibilidad",
        "disponibilità", "disponibilidade", "beschikbaarheid", "dostępność", "dostupnost",
        "наличие",
        "lagerstatus", "current stock",
      ]
    ),
    (
      .condition,
      [
        "condition", "item condition", "zustand", "état", "estado", "condizione", "stan",
        "conditie",
      ]
    ),
    (
      .price,
      ["price", "our price", "preis", "prix", "precio", "prezzo", "cena", "pris", "sale price"]
    ),
  ]

  private static let table: [String: Kind] = {
    var table: [String: Kind] = [:]
    for (kind, list) in words {
      for word in list.map({ folded($0[...]) }) where table[word] == nil { table[word] = kind }
    }
    return table
  }()

  /// Hashes of the first words of all labels, to pass over other texts at once.
  private static let beginnings: Set<UInt64> = Set(
    words.flatMap(\.1).map { beginning(Array($0.utf8)[...]) })

  /// Whether a label may begin here; true for any text that doesn't begin in ASCII.
  static func mayBegin(_ text: ArraySlice<UInt8>) -> Bool {
    guard let first = text.first, first < 0x80 else { return !text.isEmpty }
    if beginnings.contains(beginning(text)) { return true }
    // Whose number it is may stand before the label.
    return text.prefix(40).contains { $0 == 0x3A || $0 == 0x23 }
  }

  private static func beginning(_ text: ArraySlice<UInt8>) -> UInt64 {
    var hash: UInt64 = 0xCBF2_9CE4_8422_2325
    for byte in text {
      guard (byte | 0x20) &- 0x61 < 26 else { break }
      hash = (hash ^ UInt64(byte | 0x20)) &* 0x100_0000_01B3
    }
    return hash
  }

  /// The label that a text is or begins with, and the value that follows it in the same text.
  ///
  /// A label ends with a colon or number sign, or is all of the text. In lower case, without dots.
  static func read(_ text: String) -> (kind: Kind, value: String, isMarked: Bool)? {
    guard text.utf8.count <= 160 else { return nil }
    let label: Substring
    var value = ""
    var isMarked = true
    if let mark = text.firstIndex(where: { $0 == ":" || $0 == "：" }) {
      label = text[..<mark]
      value = String(text[text.index(after: mark)...]).trimmed
    } else if let mark = text.firstIndex(of: "#") {
      label = text[...mark]
      value = String(text[text.index(after: mark)...]).trimmed
    } else {
      label = text[...]
      isMarked = false
    }
    if label.utf8.count > 40 { return nil }
    let name = folded(label)
    if let kind = table[name] { return (kind, value, isMarked) }
    // "Some Shop item number:": whose number it is, and the label.
    if isMarked, let kind = ownNumber(name) { return (kind, value, true) }
    // "SKU 12345", "Art.-Nr. 12-34", "Item No. 7": a label, a blank and a number.
    guard !isMarked, text.utf8.count <= 64 else { return nil }
    let parts = text.split(separator: " ")
    guard parts.count >= 2, parts.count <= 4, let last = parts.last,
      last.contains(where: \.isNumber)
    else { return nil }
    let words = parts.dropLast().joined(separator: " ")
    guard let kind = table[folded(words[...])], kind != .brand else { return nil }
    return (kind, String(last), true)
  }

  /// The kind of a label behind a name of one or two words; nil for words that mean much else behind others.
  private static func ownNumber(_ label: String) -> Kind? {
    let words = label.split(separator: " ")
    for count in 1...2 where words.count > count {
      let rest = words.dropFirst(count).joined(separator: " ")
      guard let kind = table[rest], kind == .sku || kind == .mpn || kind == .gtin else { continue }
      if rest.contains(" ") || ["sku", "mpn", "upc", "ean", "gtin", "isbn"].contains(rest) {
        return kind
      }
    }
    return nil
  }

  private static func folded(_ label: Substring) -> String {
    let text = foldedASCII(label) ?? foldedScript(label)
    if text.hasSuffix(" #") { return text }
    if text.hasSuffix("#") { return String(text.dropLast()) + " #" }
    return text
  }

  /// The words of a label of ASCII alone; nil for others.
  private static func foldedASCII(_ label: Substring) -> String? {
    var out: [UInt8] = []
    out.reserveCapacity(label.utf8.count)
    var isPending = false
    for byte in label.utf8 {
      guard byte < 0x80 else { return nil }
      if byte == 0x2E || byte == 0x28 || byte == 0x29 { continue }
      if byte == 0x20 || byte &- 0x09 < 5 || byte == 0x2D || byte == 0x2F {
        isPending = !out.isEmpty
        continue
      }
      if isPending { out.append(0x20) }
      isPending = false
      out.append(byte &- 0x41 < 26 ? byte | 0x20 : byte)
    }
    return String(decoding: out, as: UTF8.self)
  }

  private static func foldedScript(_ label: Substring) -> String {
    var text = label.lowercased()
    text.removeAll { $0 == "." || $0 == "(" || $0 == ")" || $0 == "\u{200E}" || $0 == "\u{200F}" }
    return text.split { $0.isWhitespace || $0 == "-" || $0 == "/" }.joined(separator: " ")
  }

  /// Whether a text may be a product's number: short, of letters, digits and marks, with a digit.
  static func isNumber(_ text: String) -> Bool {
    guard text.utf8.count >= 2, text.utf8.count <= 40, text.contains(where: \.isNumber) else {
      return false
    }
    var words = 0
    var isInside = false
    for scalar in text.unicodeScalars {
      if scalar == " " {
        isInside = false
        continue
      }
      let isPart =
        scalar.isASCII
        ? scalar.properties.isAlphabetic || "0123456789-_./+*#".unicodeScalars.contains(scalar)
        : scalar.properties.isAlphabetic
      guard isPart else { return false }
      if !isInside { words += 1 }
      isInside = true
    }
    return words <= 3
  }
}
