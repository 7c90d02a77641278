internal import TextAlgorithms

/// Chooses, among the things that a page's markup speaks of, the product that the page is about.
struct ProductCandidates {
  private static let productTypes: Set<String> = [
    "Product", "ProductGroup", "IndividualProduct", "ProductModel", "SomeProducts", "Vehicle",
    "Car", "Motorcycle", "ProductCollection",
  ]
  /// Types of things that are sold at times, and products only where an offer says so.
  private static let soldTypes: Set<String> = [
    "Book", "VideoGame", "SoftwareApplication", "MobileApplication", "WebApplication", "Game",
    "Movie", "MusicAlbum",
  ]
  /// Properties whose things are other products.
  private static let elsewhere: Set<String> = [
    "isRelatedTo", "isSimilarTo", "isAccessoryOrSparePartFor", "isConsumableFor", "hasVariant",
    "model", "review", "isVariantOf", "reviews", "hasOfferCatalog", "makesOffer",
    "isPartOf",
  ]

  private struct Candidate {
    var thing: JSONValue
    var isListed: Bool
    var isMainEntity: Bool
    var isSoldType: Bool
  }

  let schema: SchemaValue
  let facts: PageFactsReader
  /// The canonical address, else the one that the page was found under.
  let url: String?

  /// The product of a source that the page is about: the one with the page's address or name, not one of a
  /// list; nil when several could be meant.
  func main(_ source: [JSONValue]) -> (thing: JSONValue, points: Int)? {
    var candidates: [Candidate] = []
    for value in source {
      collect(value, isListed: false, isMain: false, into: &candidates, depth: 0)
    }
    let ranked = candidates.map(rank)
    guard let best = ranked.max(), let place = ranked.firstIndex(of: best) else { return nil }
    // Three or more unnamed by the page and equal: a listing.
    if best < 3, candidates.count >= 3 { return nil }
    if candidates[place].isSoldType, best < 3 { return nil }
    return (candidates[place].thing, best)
  }

  private func rank(_ candidate: Candidate) -> Int {
    var points = candidate.isListed ? -3 : 0
    if candidate.isMainEntity { points += 2 }
    if candidate.thing["offers"] != nil || candidate.thing["hasVariant"] != nil { points += 1 }
    let own = schema.text(candidate.thing, "url") ?? candidate.thing["@id"]?.string
    if let url, let own, !ProductCandidates.path(own).isEmpty,
      ProductCandidates.path(own) == ProductCandidates.path(url)
    {
      points += 4
    }
    if let name = schema.text(candidate.thing, "name").map(ShopHeading.folded), !name.isEmpty {
      if facts.heading.map(ShopHeading.folded) == name {
        points += 4
      } else if let title = facts.name.map(ShopHeading.folded), !title.isEmpty,
        title.contains(name) || name.contains(title)
      {
        points += 3
      } else if facts.title.map(ShopHeading.folded)?.contains(name) == true {
        points += 3
      }
    }
    return points
  }

  /// The address without scheme, host, query, fragment and final slash.
  static func path(_ url: String) -> Substring {
    var rest = url[...]
    if let scheme = rest.place(of: "//") {
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
    if types.contains(where: ProductCandidates.productTypes.contains) {
      found.append(
        .init(thing: value, isListed: isListed, isMainEntity: isMain, isSoldType: false))
    } else if value["offers"] != nil, types.contains(where: ProductCandidates.soldTypes.contains) {
      found.append(.init(thing: value, isListed: isListed, isMainEntity: isMain, isSoldType: true))
    } else if let offered = offered(by: value, types) {
      found.append(
        .init(thing: offered, isListed: isListed, isMainEntity: isMain, isSoldType: false))
      return
    }
    for member in members where !ProductCandidates.elsewhere.contains(member.key) {
      let isList = member.key == "itemListElement"
      let next = member.key == "mainEntity" ? schema.resolved(member.value) : member.value
      collect(
        next, isListed: isListed || isList, isMain: member.key == "mainEntity", into: &found,
        depth: depth + 1)
    }
  }

  /// The product that an offer by itself offers, with the offer put into it.
  private func offered(by offer: JSONValue, _ types: [String]) -> JSONValue? {
    guard types.contains("Offer") || types.contains("AggregateOffer"),
      let item = schema.all(offer, "itemOffered").first, case .object(let members) = item,
      item["offers"] == nil, case .object(let terms) = offer,
      SchemaValue.types(item).contains(where: ProductCandidates.productTypes.contains)
    else { return nil }
    let own = JSONValue.object(terms.filter { $0.key != "itemOffered" })
    return .object(members + [.init(key: "offers", value: own)])
  }
}
