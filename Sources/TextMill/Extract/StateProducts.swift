internal import TextAlgorithms

/// Products in the data of a page's scripts, read by the names of their keys.
struct StateProducts {
  /// One object that looks like a product.
  struct Found {
    var product = Product()
    var handle: String?
    var ids: [String] = []
    /// How well it agrees with the page.
    var points = 0
  }

  private(set) var found: [Found] = []
  private var steps = 0

  init(_ objects: [JSONValue]) {
    for object in objects { walk(object, depth: 0) }
  }

  private mutating func walk(_ value: JSONValue, depth: Int) {
    guard depth < 24, steps < 60_000, found.count < 1000 else { return }
    steps += 1
    for inner in value.array ?? [] { walk(inner, depth: depth + 1) }
    guard let members = value.members else { return }
    if InlineState.looksLikeProduct(members), let own = StateObject(members).found {
      found.append(own)
    }
    for member in members {
      if member.value.array != nil || member.value.members != nil {
        walk(member.value, depth: depth + 1)
      }
    }
  }

  /// What the objects that agree with the page say together, the best first; nil when none does.
  ///
  /// `names`, `ids` and `prices` are what else is known of the product, `url` is the page's address.
  func product(
    names: [String], ids: [String], prices: [String], url: String?
  ) -> (product: Product, points: Int)? {
    let names = names.map(ShopHeading.folded).filter { $0.utf8.count > 2 }
    let ids = Set(ids.map { $0.lowercased() })
    let last = (url.map(ProductCandidates.path) ?? "").split(separator: "/").last
      .map { $0.lowercased() }
    var ranked: [Found] = []
    for var item in found {
      var isNamed = false
      if let name = item.product.name.map(ShopHeading.folded), name.utf8.count > 2 {
        isNamed = names.contains(name)
        if isNamed {
          item.points += 3
        } else if names.contains(where: { name.hasPrefix($0 + " ") }) {
          // A variant, by the product's name and its own.
          item.points += 2
        } else if names.contains(where: { $0.hasPrefix(name + " ") }) {
          item.points += 1
        }
      }
      if let price = item.product.price,
        prices.contains(where: {
          VisibleProduct.same($0, price)
            || !price.contains(".") && VisibleProduct.same($0, StateObject.hundredth(price))
        })
      {
        item.points += 1
      }
      let own =
        item.ids + [item.product.sku, item.product.gtin, item.product.mpn].compactMap { $0 }
      if own.contains(where: { ids.contains($0.lowercased()) }) { item.points += 3 }
      if let last, !last.isEmpty {
        if let handle = item.handle?.lowercased(), handle == last { item.points += 3 }
        if own.contains(where: { $0.utf8.count >= 4 && StateProducts.names(last, $0.lowercased()) })
        {
          item.points += 2
        }
      }
      // A number of the maker's in an object that isn't named like the product may be a variant's.
      if item.points < 3 || item.product.name == nil || !isNamed { item.product.gtin = nil }
      if item.points >= 3 { ranked.append(item) }
    }
    guard let best = ranked.map(\.points).max() else { return nil }
    var record = ProductRecord()
    for points in stride(from: best, through: 3, by: -1) {
      for item in ranked where item.points == points { record.fill(from: item.product, .state) }
    }
    return (record.product, best)
  }

  /// Whether an address's last step holds a number as a part of its own.
  private static func names(_ step: String, _ number: String) -> Bool {
    guard let place = step.place(of: number) else { return false }
    let before = step[..<place.lowerBound].last
    let after = step[place.upperBound...].first
    return before?.isNumber != true && after?.isNumber != true
  }
}
