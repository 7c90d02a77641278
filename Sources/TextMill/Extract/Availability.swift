/// Names of schema.org's ItemAvailability.
enum Availability {
  private static let names: [String: String] = [
    "instock": "InStock", "outofstock": "OutOfStock", "preorder": "PreOrder",
    "backorder": "BackOrder", "discontinued": "Discontinued", "soldout": "SoldOut",
    "limitedavailability": "LimitedAvailability", "instoreonly": "InStoreOnly",
    "onlineonly": "OnlineOnly", "presale": "PreSale", "madetoorder": "MadeToOrder",
    "reserved": "Reserved", "available": "InStock", "oos": "OutOfStock", "in": "InStock",
    "availablefororder": "InStock", "pending": "PreOrder", "unavailable": "OutOfStock",
  ]

  /// The name that an address or a text means: "https://schema.org/InStock", "in stock", "oos".
  static func name(_ text: String?) -> String? {
    guard let text else { return nil }
    let last = text.split { $0 == "/" || $0 == "#" }.last.map(String.init) ?? ""
    return names[last.lowercased().filter(\.isLetter)]
  }
}
