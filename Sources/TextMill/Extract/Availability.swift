/// Names of schema.org's ItemAvailability and OfferItemCondition, and the words by which pages say them.
enum Availability {
  private static let names: [String: String] = [
    "instock": "InStock", "outofstock": "OutOfStock", "preorder": "PreOrder",
    "backorder": "BackOrder", "discontinued": "Discontinued", "soldout": "SoldOut",
    "limitedavailability": "LimitedAvailability", "instoreonly": "InStoreOnly",
    "onlineonly": "OnlineOnly", "presale": "PreSale", "madetoorder": "MadeToOrder",
    "reserved": "Reserved", "available": "InStock", "oos": "OutOfStock", "in": "InStock",
    "availablefororder": "InStock", "pending": "PreOrder", "unavailable": "OutOfStock",
    "backordered": "BackOrder", "onbackorder": "BackOrder", "outstock": "OutOfStock",
    "yes": "InStock", "true": "InStock", "false": "OutOfStock", "onstock": "InStock",
  ]

  /// The name that an address or a text means: "https://schema.org/InStock", "in stock", "oos".
  static func name(_ text: String?) -> String? {
    guard let text, text.utf8.count <= 200 else { return nil }
    let last = text.split { $0 == "/" || $0 == "#" }.last.map(String.init) ?? ""
    return names[last.lowercased().filter(\.isLetter)] ?? said(in: text)
  }

  /// Beginnings of texts by which shops say whether a product is to be had; longer ones first.
  private static let sayings: [(String, String)] = [
    ("currently unavailable", "OutOfStock"), ("temporarily unavailable", "OutOfStock"),
    ("temporarily out of stock", "OutOfStock"), ("currently out of stock", "OutOfStock"),
    ("this product is out of stock", "OutOfStock"), ("out of stock", "OutOfStock"),
    ("out-of-stock", "OutOfStock"), ("sold out", "OutOfStock"), ("not available", "OutOfStock"),
    ("no longer available", "Discontinued"), ("discontinued", "Discontinued"),
    ("this item is no longer available", "Discontinued"),
    ("this product is no longer available", "Discontinued"),
    ("unavailable", "OutOfStock"), ("not in stock", "OutOfStock"),
    ("notify me when", "OutOfStock"), ("email me when", "OutOfStock"),
    ("backorder", "BackOrder"), ("back order", "BackOrder"), ("pre-order", "PreOrder"),
    ("preorder", "PreOrder"), ("in stock", "InStock"), ("available now", "InStock"),
    ("available to order", "InStock"), ("ready to ship", "InStock"),
    ("ausverkauft", "OutOfStock"), ("nicht verfügbar", "OutOfStock"),
    ("nicht auf lager", "OutOfStock"), ("nicht lieferbar", "OutOfStock"),
    ("derzeit nicht verfügbar", "OutOfStock"), ("vorbestellen", "PreOrder"),
    ("auf lager", "InStock"), ("sofort lieferbar", "InStock"), ("sofort verfügbar", "InStock"),
    ("lieferbar", "InStock"), ("rupture de stock", "OutOfStock"), ("épuisé", "OutOfStock"),
    ("indisponible", "OutOfStock"), ("précommander", "PreOrder"), ("en stock", "InStock"),
    ("disponible", "InStock"), ("agotado", "OutOfStock"), ("sin existencias", "OutOfStock"),
    ("sin stock", "OutOfStock"), ("no disponible", "OutOfStock"), ("esaurito", "OutOfStock"),
    ("non disponibile", "OutOfStock"), ("disponibile", "InStock"), ("esgotado", "OutOfStock"),
    ("indisponível", "OutOfStock"), ("em estoque", "InStock"), ("disponível", "InStock"),
    ("uitverkocht", "OutOfStock"), ("niet op voorraad", "OutOfStock"), ("op voorraad", "InStock"),
    ("niedostępny", "OutOfStock"), ("brak w magazynie", "OutOfStock"), ("dostępny", "InStock"),
    ("slutsåld", "OutOfStock"), ("slut i lager", "OutOfStock"), ("i lager", "InStock"),
    ("på lager", "InStock"), ("udsolgt", "OutOfStock"), ("utsolgt", "OutOfStock"),
    ("vyprodáno", "OutOfStock"), ("není skladem", "OutOfStock"), ("skladem", "InStock"),
    ("нет в наличии", "OutOfStock"), ("в наличии", "InStock"), ("распродано", "OutOfStock"),
    ("tükendi", "OutOfStock"), ("stokta", "InStock"), ("在庫あり", "InStock"),
    ("在庫切れ", "OutOfStock"), ("売り切れ", "OutOfStock"), ("有货", "InStock"), ("缺货", "OutOfStock"),
  ]

  private static let firstWords: Set<String> = Set(
    sayings.map { String($0.0.prefix { $0.isLetter }) })

  /// What a short text says by its beginning, a label such as "Availability:" apart; nil for any other.
  static func said(in text: String) -> String? {
    guard text.utf8.count <= 200 else { return nil }
    var words = text.lowercased().trimmed[...]
    if let colon = words.firstIndex(of: ":"), words[..<colon].utf8.count < 24 {
      words = words[words.index(after: colon)...].drop { $0.isWhitespace }
    }
    words = words.drop { !$0.isLetter && !$0.isNumber }
    if let first = words.unicodeScalars.first, first.isASCII,
      !firstWords.contains(String(words.prefix { $0.isLetter }))
    {
      return nil
    }
    guard let found = sayings.first(where: { words.hasPrefix($0.0) }) else { return nil }
    let rest = words.dropFirst(found.0.count)
    return rest.first?.isLetter == true ? nil : found.1
  }

  private static let conditions: [String: String] = [
    "new": "NewCondition", "newcondition": "NewCondition", "neu": "NewCondition",
    "brandnew": "NewCondition", "neuf": "NewCondition", "nuevo": "NewCondition",
    "nuovo": "NewCondition", "novo": "NewCondition", "nieuw": "NewCondition",
    "used": "UsedCondition", "usedcondition": "UsedCondition", "preowned": "UsedCondition",
    "gebraucht": "UsedCondition", "occasion": "UsedCondition", "usado": "UsedCondition",
    "usato": "UsedCondition", "gebruikt": "UsedCondition", "secondhand": "UsedCondition",
    "refurbished": "RefurbishedCondition", "refurbishedcondition": "RefurbishedCondition",
    "renewed": "RefurbishedCondition", "generalüberholt": "RefurbishedCondition",
    "reconditionné": "RefurbishedCondition", "reconditioned": "RefurbishedCondition",
    "damaged": "DamagedCondition", "damagedcondition": "DamagedCondition",
  ]

  /// A condition as schema.org names it: of "https://schema.org/NewCondition", "new" or "gebraucht".
  static func condition(_ text: String?) -> String? {
    guard let text, text.utf8.count <= 200 else { return nil }
    let last = text.split { $0 == "/" || $0 == "#" || $0 == ":" }.last.map(String.init) ?? ""
    return conditions[last.lowercased().filter(\.isLetter)]
  }
}
