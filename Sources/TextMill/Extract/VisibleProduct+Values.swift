internal import TextAlgorithms

// What labels, words of stock and stars say.
extension VisibleProduct {
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
}
