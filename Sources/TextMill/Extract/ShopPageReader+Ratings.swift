internal import TextAlgorithms

extension ShopPageReader {
  /// Notes a rating or a count of reviews in a text, or in the small element that it is split over.
  mutating func rating(_ node: Int, _ bytes: [UInt8], _ frame: Frame) {
    guard bytes.count <= 120, bytes.contains(where: { $0 &- 0x30 < 10 }) else { return }
    let isRated = stack.suffix(4).contains { !$0.words.isDisjoint(with: [.rating, .reviews]) }
    let isShort = bytes.count <= 40 && (bytes[0] == 0x28 || bytes[0] &- 0x30 < 10)
    guard isRated || isShort || mayBeScaled(bytes) else { return }
    let text = String(decoding: bytes, as: UTF8.self)
    if let scaled = RatingText.scaled(text) {
      add(scaled.rating, isScaled: true, frame)
    } else if isRated, let outer = stack.last, outer.end - outer.node <= 12 {
      splitRating(text, frame)
    }
    guard isRated || isShort else { return }
    let isNamed = isRated || bytes.contains { ($0 | 0x20) &- 0x61 < 26 || $0 >= 0x80 }
    if isNamed, page.counts.count < ShopPage.limit, let count = RatingText.count(text),
      Int(count) != nil
    {
      page.counts.append((count, page.orders))
    }
  }

  /// Whether a scale of 5, 10 or 100 may stand in a text.
  private func mayBeScaled(_ bytes: [UInt8]) -> Bool {
    for i in 1..<max(1, bytes.count) where bytes[i] == 0x35 || bytes[i] == 0x31 {
      if bytes[i - 1] == 0x2F || bytes[i - 1] == 0x20 { return true }
    }
    return false
  }

  /// "4.7" and "/ 5" in elements of their own, or "4.7" alone where an average is shown.
  private mutating func splitRating(_ text: String, _ frame: Frame) {
    for outer in stack.suffix(2).reversed() where outer.end - outer.node <= 24 {
      if let scaled = RatingText.scaled(collapsed(outer.node, limit: 120)) {
        add(scaled.rating, isScaled: true, frame)
        return
      }
    }
    let numbers = RatingText.numbers(text, limit: 3)
    guard numbers.count == 1, let value = Double(numbers[0]), value > 0, value <= 5,
      text.utf8.count <= 12, numbers[0].contains(".") || text.utf8.count == 1
    else { return }
    let words = stack.suffix(3).reduce(into: ShopWords()) { $0.formUnion($1.words) }
    guard words.contains(.rating), !words.contains(.price),
      numbers[0].contains(".") || words.contains(.average)
    else { return }
    add(numbers[0], isScaled: false, frame)
  }

  private mutating func add(_ rating: String, isScaled: Bool, _ frame: Frame) {
    guard page.ratings.count < ShopPage.limit else { return }
    page.ratings.append(
      .init(
        value: rating, order: page.orders, isScaled: isScaled, isInReviews: frame.isInReviews))
  }

  /// A rating in the label of stars that only a screen reader says.
  mutating func labelledRating(_ node: Int, _ frame: Frame) {
    for name in [HTMLAttributeName.ariaLabel, .title, .alt] {
      guard let bytes = arena.attribute(node, name), bytes.count <= 120,
        bytes.contains(where: { $0 &- 0x30 < 10 })
      else { continue }
      let text = String(decoding: bytes, as: UTF8.self)
      if let scaled = RatingText.scaled(text) { add(scaled.rating, isScaled: true, frame) }
      let isCounted = text.lowercased().contains("review") || text.lowercased().contains("rating")
      if isCounted, let count = RatingText.count(text), page.counts.count < ShopPage.limit {
        page.counts.append((count, page.orders))
      }
    }
    if let value = arena.attributeText(node, .dataRating), let number = Double(value), number > 0,
      number <= 5
    {
      add(value, isScaled: false, frame)
    }
  }

  /// Stars that are filled to a share of their width: "width: 96%" is 4.8.
  mutating func starWidth(_ style: String) {
    guard let start = style.place(of: "width:"), let frame = stack.last, !frame.isElsewhere,
      !frame.isInReviews
    else { return }
    let value = style[start.upperBound...].drop { $0 == " " }.prefix { $0.isNumber || $0 == "." }
    let rest = style[value.endIndex...]
    guard rest.hasPrefix("%"), let share = Double(value), share > 0, share <= 100 else { return }
    let rating = (share / 20 * 100).rounded() / 100
    let text = rating == rating.rounded() ? String(Int(rating)) : String(rating)
    page.ratings.append(
      .init(value: text, order: page.orders, isScaled: false, isInReviews: frame.isInReviews))
  }
}
