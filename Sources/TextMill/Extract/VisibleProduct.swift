internal import TextAlgorithms

/// The product as the page shows it: what stands nearest to its heading, in the parts made for it.
struct VisibleProduct {
  let arena: HTMLArena
  let page: ShopPage
  /// Amounts that other sources give, which make a shown amount more likely to be the price.
  let known: [String]
  private let ranked: [(price: ShopPage.Price, points: Int)]

  private let address: String

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

  // MARK: Labelled values

  /// The first labelled value of a kind at or after the heading, else before it; what only an element's class
  /// says counts when all agree.
  func value(_ kind: ProductLabels.Kind) -> String? {
    let own = page.labels.filter { $0.kind == kind }
    let said = own.filter(\.isSaid)
    if let first = said.first(where: { $0.order >= page.headingOrder }) ?? said.first {
      return first.value
    }
    let near = own.filter { page.heading == nil || abs($0.order - page.headingOrder) < 60 }
    guard let first = near.first else {
      // Far from the heading a number counts when the address has it, too.
      return own.first { kind == .sku && $0.value.utf8.count >= 5 && isInAddress($0.value) }?.value
    }
    return near.allSatisfy { $0.value.lowercased() == first.value.lowercased() }
      ? first.value : nil
  }

  private func isInAddress(_ number: String) -> Bool { address.holds(number.lowercased()) }

  // MARK: Stock

  /// What the page says of stock: its words after the heading, else the first button that sells.
  var availability: String? {
    let own = page.buttons.filter { !$0.isElsewhere }
    let button = own.first { $0.order >= page.headingOrder } ?? own.first ?? page.buttons.first
    let words = page.stocks.first { $0.isMarked } ?? page.stocks.first
    if let words, words.order < page.headingOrder + 200 {
      let isGone = ["OutOfStock", "Discontinued", "SoldOut"].contains(words.name)
      // A working button beside words that nothing is left: the words are a template's, or a variant's.
      if isGone, let button, button.kind == .buy, !button.isDisabled, !words.isMarked {
        return "InStock"
      }
      return words.name
    }
    switch button?.kind {
    case .buy: return "InStock"
    case .preorder: return "PreOrder"
    case .soldOut: return "OutOfStock"
    case nil: return nil
    }
  }

  // MARK: Ratings

  /// The rating nearest to the heading and the count of reviews next to it.
  var rating: (value: String, count: String)? {
    let own = page.ratings.filter { !$0.isInReviews }
    let pool = own.contains(where: \.isScaled) ? own.filter(\.isScaled) : own
    let all = pool.isEmpty ? page.ratings.filter(\.isScaled) : pool
    guard
      let best = all.min(by: {
        (abs($0.order - page.headingOrder), $0.order) < (
          abs($1.order - page.headingOrder), $1.order
        )
      }), page.heading != nil || page.ratings.count < 4
    else { return nil }
    let count = page.counts.filter { abs($0.order - best.order) <= 8 }
      .min { abs($0.order - best.order) < abs($1.order - best.order) }
    guard let count, count.value != "0", best.value != "0" else { return nil }
    return (best.value, count.value)
  }

  /// Whether many prices stand in links to other pages, as in lists of products.
  var isListing: Bool {
    var links: Set<Int> = []
    for price in page.prices where !price.isStruck && !price.isOther {
      if let link = link(around: price.node) { links.insert(link) }
    }
    return links.count >= 8
  }

  /// Whether the page by itself, without markup, is one product's: a price and a way to buy near its heading,
  /// and not many of either.
  func isProduct(of template: PageTemplate?) -> Bool {
    guard page.heading != nil else { return false }
    if template == .product, let price, price.points >= 55 { return true }
    let amounts = Set(page.prices.filter { !$0.isStruck && !$0.isOther }.map(\.amount))
    let own = page.buttons.filter { !$0.isElsewhere && !$0.isDisabled }
    let near = page.buttons.filter {
      $0.isElsewhere && $0.order >= page.headingOrder && $0.order < page.headingOrder + 40
    }
    let isSold = !own.isEmpty || near.count == 1
    // Several prices, each with its button: a list of products.
    let isList = own.count >= 3 && amounts.count >= 4 || own.count > 12 || amounts.count > 15
    if let price, price.points >= 55, isSold, Double(price.price.amount) ?? 0 > 0,
      isUnderHeading(price.price) || !isList, link(around: price.price.node) == nil
    {
      return true
    }
    // A number that is labelled as a product's, right at the heading, with a price there or none at all.
    let isNumbered = page.labels.contains {
      $0.kind == .sku && $0.isSaid && abs($0.order - page.headingOrder) < 25
    }
    if let price, price.points >= 65, isNumbered, isUnderHeading(price.price) { return true }
    guard amounts.isEmpty else { return false }
    return isNumbered && (isSold || rating != nil || value(.mpn) != nil || !page.stocks.isEmpty)
  }

  /// Whether a price stands close under the heading, with no other heading between and in no link.
  private func isUnderHeading(_ price: ShopPage.Price) -> Bool {
    guard let heading = page.heading, price.node > heading,
      price.order - page.headingOrder <= 25
    else { return false }
    return link(around: price.node) == nil
      && !arena.nodes[heading + 1..<price.node].contains {
        $0.tag.headingLevel > 0 || $0.tag == .option
      }
  }

  private func link(around node: Int) -> Int? {
    var part = node
    while part > 0 {
      if arena.nodes[part].tag == .a { return part }
      part = Int(arena.nodes[part].parent)
    }
    return nil
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
