internal import TextAlgorithms

/// Finds the product that a page sells, in linked data, microdata, RDFa and meta elements, in this order.
struct ProductExtractor {
  private static let productTypes: Set<String> = [
    "Product", "ProductGroup", "IndividualProduct", "ProductModel", "SomeProducts", "Vehicle",
    "Car",
  ]
  /// Properties whose things are other products.
  private static let elsewhere: Set<String> = [
    "isRelatedTo", "isSimilarTo", "isAccessoryOrSparePartFor", "isConsumableFor", "hasVariant",
    "model", "review", "isVariantOf", "itemOffered",
  ]

  private struct Candidate {
    var thing: JSONValue
    var isListed: Bool
    var isMainEntity: Bool
  }

  private let facts: PageFactsReader
  private let url: String?
  private let schema: SchemaValue
  private let sources: [[JSONValue]]
  private(set) var breadcrumb: String?

  init(_ arena: HTMLArena, linkedData: LinkedData, facts: PageFactsReader, url: String?) {
    self.facts = facts
    self.url = facts.canonical ?? url
    sources = [
      linkedData.blocks, Microdata.items(arena, .microdata), Microdata.items(arena, .rdfa),
    ]
    var things: [String: JSONValue] = [:]
    for block in linkedData.blocks { ProductExtractor.index(block, into: &things, depth: 0) }
    schema = SchemaValue(things: things)
    for source in sources {
      for value in source where breadcrumb == nil { breadcrumb = trail(value, depth: 0) }
    }
  }

  /// The page's main product; nil for pages that sell none or list several alike.
  func product() -> Product? {
    var product: Product?
    for source in sources {
      guard let thing = main(source) else { continue }
      let read = ProductReader(schema: schema).product(thing)
      guard var known = product else {
        product = read
        continue
      }
      if known.name == nil || read.name == nil || read.name == known.name { known.fill(from: read) }
      product = known
    }
    guard var found = product ?? (isProductByMeta ? Product() : nil) else { return nil }
    found.fill(from: metaProduct)
    if found.category == nil { found.category = category(without: found.name) }
    return found.name != nil || found.price != nil ? found : nil
  }

  private var isProductByMeta: Bool {
    let type = facts.meta["og:type"]?.lowercased() ?? ""
    return type == "product" || type == "og:product" || type == "product.item"
      || facts.meta["product:price:amount"] != nil
  }

  private var metaProduct: Product {
    let meta = facts.meta
    var product = Product()
    product.name = meta["og:title"] ?? facts.heading
    product.brand = meta["product:brand"] ?? meta["og:brand"]
    product.sku = meta["product:retailer_item_id"]
    let price =
      meta["product:sale_price:amount"] ?? meta["product:price:amount"] ?? meta["og:price:amount"]
    let parsed = price.flatMap(PriceText.parse)
    product.price = parsed?.amount
    product.currency =
      parsed == nil
      ? nil
      : CurrencyName.code(meta["product:price:currency"] ?? meta["og:price:currency"])
        ?? parsed?.currency
    product.availability = Availability.name(
      meta["product:availability"] ?? meta["og:availability"])
    product.condition = meta["product:condition"]
    product.description = meta["og:description"] ?? meta["description"]
    if let image = meta["og:image"] { product.images = [image] }
    return product
  }

  /// The product of a source that the page is about: the one with the page's address or name, not one of a
  /// list; nil when several could be meant.
  private func main(_ source: [JSONValue]) -> JSONValue? {
    var candidates: [Candidate] = []
    for value in source {
      collect(value, isListed: false, isMain: false, into: &candidates, depth: 0)
    }
    let ranked = candidates.map(rank)
    guard let best = ranked.max() else { return nil }
    // Three or more unnamed by the page and equal: a listing.
    if best < 3, candidates.count >= 3 { return nil }
    return candidates[ranked.firstIndex(of: best)!].thing
  }

  private func rank(_ candidate: Candidate) -> Int {
    var points = candidate.isListed ? -3 : 0
    if candidate.isMainEntity { points += 2 }
    if candidate.thing["offers"] != nil || candidate.thing["hasVariant"] != nil { points += 1 }
    if let url, let own = schema.text(candidate.thing, "url") ?? candidate.thing["@id"]?.string,
      ProductExtractor.path(own) == ProductExtractor.path(url)
    {
      points += 4
    }
    if let name = schema.text(candidate.thing, "name")?.lowercased() {
      if facts.heading?.lowercased() == name {
        points += 4
      } else if let title = facts.name?.lowercased(), title.contains(name) || name.contains(title) {
        points += 3
      } else if facts.title?.lowercased().contains(name) == true {
        points += 3
      }
    }
    return points
  }

  /// The address without scheme, host, query, fragment and final slash.
  private static func path(_ url: String) -> Substring {
    var rest = url[...]
    if let scheme = rest.range(of: "//") {
      rest = rest[scheme.upperBound...]
      rest = rest.firstIndex(of: "/").map { rest[$0...] } ?? ""
    }
    rest = rest.prefix { $0 != "?" && $0 != "#" }
    while rest.last == "/" { rest.removeLast() }
    return rest
  }

  private func collect(
    _ value: JSONValue, isListed: Bool, isMain: Bool, into found: inout [Candidate], depth: Int
  ) {
    guard depth < 24, found.count < 2000 else { return }
    if let values = value.array {
      for value in values {
        collect(value, isListed: isListed, isMain: isMain, into: &found, depth: depth + 1)
      }
      return
    }
    guard let members = value.members else { return }
    let types = SchemaValue.types(value)
    if types.contains(where: ProductExtractor.productTypes.contains) {
      found.append(.init(thing: value, isListed: isListed, isMainEntity: isMain))
    }
    for member in members where !ProductExtractor.elsewhere.contains(member.key) {
      let isList = member.key == "itemListElement"
      let next = member.key == "mainEntity" ? schema.resolved(member.value) : member.value
      collect(
        next, isListed: isListed || isList, isMain: member.key == "mainEntity", into: &found,
        depth: depth + 1)
    }
  }

  private static func index(
    _ value: JSONValue, into things: inout [String: JSONValue], depth: Int
  ) {
    guard depth < 24 else { return }
    for inner in value.array ?? [] { index(inner, into: &things, depth: depth + 1) }
    guard let members = value.members else { return }
    if let id = value["@id"]?.string, members.count > (things[id]?.members?.count ?? 1) {
      things[id] = value
    }
    for member in members { index(member.value, into: &things, depth: depth + 1) }
  }

  // MARK: Breadcrumbs

  private func trail(_ value: JSONValue, depth: Int) -> String? {
    guard depth < 24 else { return nil }
    for inner in value.array ?? [] {
      if let found = trail(inner, depth: depth + 1) { return found }
    }
    guard let members = value.members else { return nil }
    if SchemaValue.types(value).contains("BreadcrumbList") {
      let names = schema.all(value, "itemListElement").compactMap {
        schema.text($0, "name") ?? schema.all($0, "item").first.flatMap { schema.text($0, "name") }
      }
      return names.isEmpty ? nil : names.joined(separator: "\u{1}")
    }
    for member in members {
      if let found = trail(member.value, depth: depth + 1) { return found }
    }
    return nil
  }

  /// The trail without its beginning at the shop's door and its end at the product itself.
  private func category(without name: String?) -> String? {
    guard var steps = breadcrumb?.split(separator: "\u{1}").map(String.init) else { return nil }
    let doors: Set<String> = [
      "home", "homepage", "startseite", "accueil", "inicio", "shop", "start",
    ]
    if let first = steps.first, doors.contains(first.lowercased()) { steps.removeFirst() }
    if let last = steps.last, let name, last.lowercased() == name.lowercased() {
      steps.removeLast()
    }
    return steps.isEmpty ? nil : steps.joined(separator: " > ")
  }
}

extension Product {
  /// Takes from another record of the same product what this one lacks. Price and currency come together.
  mutating func fill(from other: Product) {
    name = name ?? other.name
    brand = brand ?? other.brand
    sku = sku ?? other.sku
    mpn = mpn ?? other.mpn
    gtin = gtin ?? other.gtin
    if price == nil {
      price = other.price
      currency = other.currency
    } else if currency == nil, other.price == price {
      currency = other.currency
    }
    availability = availability ?? other.availability
    condition = condition ?? other.condition
    description = description ?? other.description
    rating = rating ?? other.rating
    reviewCount = reviewCount ?? other.reviewCount
    category = category ?? other.category
    if images.isEmpty { images = other.images }
    if properties.isEmpty { properties = other.properties }
    if variants.isEmpty { variants = other.variants }
  }
}

extension Substring {
  /// The first place of a short ASCII text.
  fileprivate func range(of text: String) -> Range<Index>? {
    var i = startIndex
    while i < endIndex {
      if self[i...].hasPrefix(text) { return i..<index(i, offsetBy: text.count) }
      i = index(after: i)
    }
    return nil
  }
}
