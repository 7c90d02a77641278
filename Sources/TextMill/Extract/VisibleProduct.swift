internal import TextAlgorithms

/// The product as the page shows it: what stands nearest to its heading, in the parts made for it.
struct VisibleProduct {
  let arena: HTMLArena
  let page: ShopPage
  /// Amounts that other sources give, which make a shown amount more likely to be the price.
  let known: [String]
  let ranked: [(price: ShopPage.Price, points: Int)]

  let address: String

  init(_ arena: HTMLArena, _ page: ShopPage, known: [String], address: String?) {
    self.address = (address.map(ProductCandidates.path) ?? "").lowercased()
    self.arena = arena
    self.page = page
    self.known = known
    ranked = VisibleProduct.rank(arena, page, known)
  }

  // MARK: Prices

  /// From how many points on an amount is the price beyond doubt.
  static let strong = 65

  /// The shown price and how sure it is; amounts that are old, savings or of other things apart.
  var price: (price: ShopPage.Price, points: Int)? {
    guard let best = ranked.map(\.points).max() else { return nil }
    return ranked.first { $0.points == best }
  }

  /// Whether an amount is shown as a price that counts now.
  func shows(_ amount: String) -> Bool {
    page.shown.contains(amount)
      || page.prices.contains { !$0.isStruck && VisibleProduct.same($0.amount, amount) }
  }

  /// Whether an amount is shown as an old price.
  func showsAsOld(_ amount: String) -> Bool {
    page.prices.contains {
      ($0.isStruck || $0.isOther || $0.words.contains(.regular))
        && VisibleProduct.same($0.amount, amount)
    }
  }

  static func same(_ a: String, _ b: String) -> Bool {
    if a == b { return true }
    guard let x = Double(a), let y = Double(b) else { return false }
    return abs(x - y) < 0.005
  }

  private static func rank(
    _ arena: HTMLArena, _ page: ShopPage, _ known: [String]
  ) -> [(price: ShopPage.Price, points: Int)] {
    let current = page.prices.filter { !$0.isStruck && !$0.isOther }
    guard !current.isEmpty else { return [] }
    let depths = current.map { price in
      page.heading.map { commonDepth(arena, $0, price.node) } ?? 0
    }
    let deepest =
      zip(current, depths).filter { $0.0.words.contains(.price) }.map(\.1).max()
      ?? depths.max() ?? 0
    return zip(current, depths).map { price, depth in
      var points = 0
      if price.words.contains(.price) { points += 30 }
      if price.words.contains(.sale) { points += 10 }
      if price.words.contains(.product) { points += 5 }
      if price.words.contains(.regular) { points -= 15 }
      if price.currency == nil { points -= 15 }
      if price.isHidden { points -= 25 }
      if price.length > 40 { points -= 15 }
      if page.heading != nil {
        let distance = price.order - page.headingOrder
        points += distance >= 0 ? max(0, 40 - distance / 3) : max(0, 25 + distance)
        if depth >= deepest { points += 15 }
      }
      if let button = page.buttons.first(where: { $0.order >= price.order }),
        button.order - price.order < 80
      {
        points += 15
      }
      if known.contains(where: { same($0, price.amount) }) { points += 40 }
      return (price, points)
    }
  }

  /// How deep the common ancestor of two nodes lies.
  private static func commonDepth(_ arena: HTMLArena, _ a: Int, _ b: Int) -> Int {
    let (first, second) = a < b ? (a, b) : (b, a)
    var node = first
    while node > 0, Int(arena.nodes[node].end) <= second { node = Int(arena.nodes[node].parent) }
    return Int(arena.nodes[node].depth)
  }

  /// All that the page shows.
  func product(region: String?) -> Product {
    var product = Product()
    if let heading = page.heading {
      let text = String(decoding: arena.collapsedText(heading, limit: 500), as: UTF8.self)
      product.name = text.isEmpty ? nil : text
    }
    product.brand = value(.brand).flatMap(BrandText.name)
    product.sku = value(.sku)
    product.mpn = value(.mpn)
    product.gtin = ProductCode.valid(value(.gtin))
    product.condition = Availability.condition(value(.condition))
    product.availability = availability
    if let price, price.points >= 45 {
      product.price = price.price.amount
      product.currency = CurrencyName.local(price.price.currency ?? currency, region: region)
    }
    if let rating {
      product.rating = rating.value
      product.reviewCount = rating.count
    }
    product.properties = page.properties
    return product
  }

  /// The currency that all shown amounts agree in.
  private var currency: String? {
    let codes = Set(page.prices.compactMap(\.currency))
    return codes.count == 1 ? codes.first : nil
  }
}
