internal import TextAlgorithms

/// The way to a product in a shop's catalogue, by its breadcrumb.
struct ProductTrail {
  private(set) var steps: [String] = []

  /// The first breadcrumb in these trees.
  init(_ sources: [[JSONValue]], _ schema: SchemaValue) {
    for source in sources {
      for value in source {
        if let found = ProductTrail.find(value, schema, depth: 0) {
          steps = found
          return
        }
      }
    }
  }

  private static func find(_ value: JSONValue, _ schema: SchemaValue, depth: Int) -> [String]? {
    guard depth < 12 else { return nil }
    for inner in value.array ?? [] {
      if let found = find(inner, schema, depth: depth + 1) { return found }
    }
    guard let members = value.members else { return nil }
    if SchemaValue.types(value).contains("BreadcrumbList") {
      let names = schema.all(value, "itemListElement").prefix(50).compactMap {
        schema.text($0, "name")
          ?? schema.all($0, "item").first.flatMap { schema.text($0, "name") }
      }
      return names.isEmpty ? nil : names
    }
    for member in members {
      if let found = find(member.value, schema, depth: depth + 1) { return found }
    }
    return nil
  }

  private static let doors: Set<String> = [
    "home", "homepage", "startseite", "accueil", "inicio", "shop", "start", "home page", "početna",
    "strona główna", "hem", "hjem", "domů", "главная", "início", "forside", "etusivu",
  ]

  /// The trail without its beginning at the shop's door and its end at the product itself.
  func category(without name: String?) -> String? {
    var rest = steps[...]
    if let first = rest.first, ProductTrail.doors.contains(first.lowercased()) {
      rest.removeFirst()
    }
    if let last = rest.last, let name, ShopHeading.folded(last) == ShopHeading.folded(name) {
      rest.removeLast()
    }
    return rest.isEmpty ? nil : rest.joined(separator: " > ")
  }
}
