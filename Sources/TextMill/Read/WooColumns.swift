/// The names of the columns of WooCommerce's product CSV, which it writes in the shop's language.
enum WooColumns {
  private static let aliases: [String: String] = [
    "id": "id", "type": "type", "typ": "type", "sku": "sku", "artikelnummer": "sku",
    "gtin, upc, ean, or isbn": "gtin", "gtin, upc, ean oder isbn": "gtin", "gtin": "gtin",
    "name": "name", "published": "published", "veröffentlicht": "published",
    "short description": "short_description", "kurzbeschreibung": "short_description",
    "description": "description", "beschreibung": "description",
    "in stock?": "in_stock", "vorrätig?": "in_stock", "auf lager?": "in_stock", "stock": "stock",
    "lagerbestand": "stock", "lager": "stock",
    "date sale price starts": "sale_start", "date sale price ends": "sale_end",
    "datum, an dem angebotspreis beginnt": "sale_start",
    "datum, an dem angebotspreis endet": "sale_end",
    "regular price": "regular_price", "regulärer preis": "regular_price",
    "sale price": "sale_price", "angebotspreis": "sale_price",
    "categories": "categories", "kategorien": "categories", "tags": "tags",
    "schlagwörter": "tags", "images": "images", "bilder": "images", "parent": "parent",
    "übergeordnet": "parent", "übergeordnetes produkt": "parent", "external url": "external_url",
    "externe url": "external_url", "brands": "brands", "marken": "brands",
  ]

  /// The name under which a column is known; nil for columns that nothing is made of.
  static func name(_ column: String) -> String? {
    let lower = column.lowercased()
    if let name = aliases[lower] { return name }
    let words = lower.split(separator: " ")
    if words.count == 3, words[0] == "attribute" || words[0] == "attribut", Int(words[1]) != nil {
      switch words[2] {
      case "name": return "attribute \(words[1]) name"
      case "value(s)", "values", "wert(e)": return "attribute \(words[1]) values"
      default: return nil
      }
    }
    let measures = [
      "weight": "weight", "gewicht": "weight", "length": "length", "länge": "length",
      "width": "width", "breite": "width", "height": "height", "höhe": "height",
    ]
    guard let first = words.first, let measure = measures[String(first)] else { return nil }
    let unit = words.dropFirst().first.map { $0.filter { $0 != "(" && $0 != ")" } } ?? ""
    return unit.isEmpty ? measure : "\(measure) \(unit)"
  }

  /// Whether a header is that of WooCommerce's products.
  static func areProducts(_ header: [String]) -> Bool {
    let names = Set(header.compactMap(name))
    return names.isSuperset(of: ["type", "name"]) && !names.isDisjoint(with: ["id", "sku"])
  }

  /// Whether a header is that of WooCommerce's products and of nothing else.
  static func areUnmistakable(_ header: [String]) -> Bool {
    let names = Set(header.compactMap(name))
    return areProducts(header)
      && names.intersection(["published", "in_stock", "regular_price", "parent"]).count >= 2
  }
}
