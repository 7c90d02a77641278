internal import TextAlgorithms

// Whether what the page shows makes a product of it.
extension VisibleProduct {
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
}
