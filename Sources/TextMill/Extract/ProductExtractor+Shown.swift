internal import TextAlgorithms

// What the page shows, beside or against its markup.
extension ProductExtractor {
  func readShown(_ shown: VisibleProduct, into record: inout ProductRecord) {
    let region = CurrencyName.region(url: url, locale: facts.meta["og:locale"])
    let product = shown.product(region: region)
    correctPrice(shown, product, &record)
    record.fill(from: product, .visible)
  }

  /// Takes away a price of nothing that the page doesn't show: some shops write it for one that they don't say.
  func dropUnknownPrice(_ shown: VisibleProduct, _ record: inout ProductRecord) {
    guard let price = record.product.price, Double(price) == 0, !shown.shows(price) else { return }
    record.set(price: nil, currency: nil, .linkedData)
  }

  /// Puts the shown price over one of the markup that the page doesn't show, or shows as the old one.
  private func correctPrice(
    _ shown: VisibleProduct, _ product: Product, _ record: inout ProductRecord
  ) {
    guard let price = record.product.price, let value = Double(price) else { return }
    let currency = record.product.currency
    if !shown.shows(price), let best = shown.price, best.points >= VisibleProduct.strong,
      let seen = Double(best.price.amount), seen > 0, value == 0 || seen / value < 4,
      value == 0 || seen / value > 0.2,
      // The whole part alone: its cents stand where they weren't found.
      best.price.amount.contains(".") || seen != value.rounded(.down)
    {
      let own = best.price.currency
      guard own == nil || currency == nil || own == currency || own == "USD" else { return }
      record.set(price: best.price.amount, currency: currency ?? product.currency, .visible)
      return
    }
    // Two prices in the markup, and none shown: the lower one is that of a sale.
    if let other = meta.product.price, let lower = Double(other), lower < value,
      lower > value * 0.2,
      !shown.shows(price), meta.product.currency == nil || meta.product.currency == currency
    {
      record.set(price: other, currency: currency, .meta)
    }
  }
}
