/// The names of a product feed's columns, which are written with spaces or underscores.
enum MerchantColumns {
  /// The attribute's name as XML has it: "image link" and "g:image_link" are "image_link".
  static func name(_ column: String) -> String {
    var name = column.lowercased()
    if name.hasPrefix("g:") { name.removeFirst(2) }
    // "shipping(country:price)" names its parts.
    if let parenthesis = name.firstIndex(of: "(") { name = String(name[..<parenthesis]) }
    let words = name.split { $0 == " " || $0 == "_" || $0 == "-" }
    return words.joined(separator: "_")
  }

  /// Whether a header is that of a product feed.
  static func areFeed(_ header: [String]) -> Bool {
    let names = Set(header.map(name))
    return names.contains("id") && names.contains("title")
  }

  /// Whether a header is that of a product feed and of nothing else.
  static func areUnmistakable(_ header: [String]) -> Bool {
    let names = Set(header.map(name))
    let own: Set<String> = [
      "image_link", "item_group_id", "google_product_category", "additional_image_link",
      "identifier_exists",
    ]
    return areFeed(header) && !names.isDisjoint(with: own)
      && !names.isDisjoint(with: ["link", "price", "availability"])
  }
}
