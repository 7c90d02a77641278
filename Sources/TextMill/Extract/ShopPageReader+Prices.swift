internal import TextAlgorithms

extension ShopPageReader {
  /// Notes the amounts of money in a text, or in the element that a price is split over.
  mutating func price(_ node: Int, _ bytes: [UInt8], _ frame: Frame) {
    guard page.prices.count < ShopPage.limit else { return }
    let isPriced = stack.suffix(4).contains { $0.words.contains(.price) }
    let hasDigit = bytes.contains { $0 &- 0x30 < 10 }
    guard hasDigit || isPriced, isPriced || mayNameCurrency(bytes) else { return }
    var text = String(decoding: bytes, as: UTF8.self)
    var place = node
    if bytes.count <= 32, hasDigit || isSign(text), let whole = unit(around: node) {
      text = priceText(whole)
      place = whole
      priceEnd = Int(arena.nodes[whole].end)
    }
    let scalars = Array(text.unicodeScalars.prefix(220))
    var begin = 0
    var found = 0
    while found < 6, let amount = PriceText.amount(in: scalars, from: begin) {
      let next = amount.range.upperBound
      defer { begin = next }
      let before = String(String.UnicodeScalarView(scalars[begin..<amount.range.lowerBound]))
      let tail = String(String.UnicodeScalarView(scalars[next..<min(next + 24, scalars.count)]))
      let after = String(tail.prefix { !$0.isNumber })
      let currency =
        CurrencyName.find(in: String(before.suffix(6)))
        ?? CurrencyName.find(in: String(after.prefix(8)))
      guard !PriceText.isPercentage(scalars, next), amount.range.count <= 14,
        currency != nil || isPriced && isAlone(before, after)
      else {
        if isPriced, page.shown.count < ShopPage.limit { page.shown.insert(amount.value) }
        continue
      }
      found += 1
      add(
        amount.value, currency, place, frame, before: before, after: after, length: text.utf8.count)
    }
    if found == 0, isPriced, PriceText.isFree(text) {
      add("0.00", nil, place, frame, before: "", after: "", length: text.utf8.count)
    }
  }

  private mutating func add(
    _ amount: String, _ currency: String?, _ place: Int, _ frame: Frame, before: String,
    after: String, length: Int
  ) {
    var words: ShopWords = []
    var isPriced = false
    for (level, outer) in stack.reversed().prefix(6).enumerated() {
      let size = outer.end - outer.node
      var own = outer.words
      // A box around several prices says nothing of each of them.
      if size > 14, level > 0 { own.subtract([.old, .regular, .sale]) }
      if size > 40, level > 0 { own.subtract([.otherAmount]) }
      if isPriced, own.contains(.price) == false, level > 3 { break }
      words.formUnion(own)
      isPriced = isPriced || own.contains(.price)
    }
    var lead = before
    if !lead.contains(where: \.isLetter), let said = textBefore(place) { lead = said + " " + lead }
    var trail = after
    if !trail.contains(where: { $0.isLetter || $0 == "/" }), let said = textAfter(place) {
      trail += " " + said
    }
    let isOther =
      ShopButtons.isOther(before: lead) || ShopButtons.isOther(after: trail)
      || words.contains(.otherAmount)
    page.prices.append(
      .init(
        amount: amount, currency: currency, node: place, order: page.orders, words: words,
        isStruck: frame.isStruck || words.contains(.old), isOther: isOther,
        isHidden: frame.isHidden, length: length))
  }

  /// A short text right before a place and in the same small part of the page.
  private func textBefore(_ place: Int) -> String? {
    guard lastText > 0, lastText < place, place - lastText <= 8 else { return nil }
    let part = ancestor(of: place, levels: 3)
    guard lastText > part else { return nil }
    let range = arena.textRange(lastText)
    guard range.count <= 60 else { return nil }
    let text = String(decoding: arena.bytes[range], as: UTF8.self)
    return text.contains(where: \.isNumber) ? nil : text
  }

  /// The text right after a place in the same small part of the page.
  private func textAfter(_ place: Int) -> String? {
    let end = min(Int(arena.nodes[ancestor(of: place, levels: 2)].end), arena.nodes.count)
    var i = Int(arena.nodes[place].end)
    let limit = min(end, i + 12)
    while i < limit {
      if arena.nodes[i].tag == .text {
        let range = arena.textRange(i)
        let text = String(decoding: arena.bytes[range].prefix(60), as: UTF8.self).trimmed
        if !text.isEmpty { return text }
      }
      i += 1
    }
    return nil
  }

  private func ancestor(of node: Int, levels: Int) -> Int {
    var part = node
    for _ in 0..<levels where arena.nodes[part].parent > 0 { part = Int(arena.nodes[part].parent) }
    return part
  }

  /// The largest small element around a text that says one amount and no more, for prices split over
  /// elements: sign, whole, cents.
  private func unit(around node: Int) -> Int? {
    var best: Int?
    var part = Int(arena.nodes[node].parent)
    for _ in 0..<4 where part > 0 {
      guard Int(arena.nodes[part].end) - part <= 16 else { break }
      let scalars = Array(priceText(part).unicodeScalars)
      guard scalars.count <= 40, let first = PriceText.amount(in: scalars, from: 0) else {
        if scalars.count > 40 { break }
        part = Int(arena.nodes[part].parent)
        continue
      }
      if let second = PriceText.amount(in: scalars, from: first.range.upperBound) {
        // The same amount said twice, once for screen readers, is one.
        guard second.value == first.value else { break }
      }
      best = part
      part = Int(arena.nodes[part].parent)
    }
    return best
  }

  /// The text of a small element, with a point before cents that are set apart.
  private func priceText(_ node: Int) -> String {
    var out: [UInt8] = []
    var centsEnd = 0
    for i in node..<Int(arena.nodes[node].end) where out.count < 80 {
      let tag = arena.nodes[i].tag
      guard tag == .text else {
        if arena.nodes[i].attributeCount > 0 || tag == .sup {
          if tag == .sup || ShopWords.of(arena, i).contains(.cents) {
            centsEnd = Int(arena.nodes[i].end)
          }
        }
        if !tag.isInline, let last = out.last, last != 0x20 { out.append(0x20) }
        continue
      }
      let text = Array(arena.bytes[arena.textRange(i)].drop { $0 <= 0x20 })
      let isAfterDigit = out.last { $0 > 0x20 }.map { $0 &- 0x30 < 10 } ?? false
      if let first = text.first, first &- 0x30 < 10, isAfterDigit {
        if i < centsEnd {
          while out.last == 0x20 { out.removeLast() }
          out.append(0x2E)
        } else if out.last != 0x20 {
          out.append(0x20)
        }
      }
      out.append(contentsOf: text.prefix(80))
    }
    return out.collapsedWords
  }

  /// Whether bytes of a currency's sign or letters stand in a text.
  private func mayNameCurrency(_ bytes: [UInt8]) -> Bool {
    bytes.contains { $0 == 0x24 || $0 >= 0x80 } || bytes.count <= 40
  }

  private func isSign(_ text: String) -> Bool {
    text.utf8.count <= 6 && CurrencyName.find(in: text) != nil
  }

  /// Whether an amount stands without other words, so that a price's element needs no currency.
  private func isAlone(_ before: String, _ after: String) -> Bool {
    let text = before + after
    guard text.utf8.contains(where: { ($0 | 0x20) &- 0x61 < 26 || $0 >= 0x80 }) else { return true }
    let words = (before + " " + after).lowercased().split { !$0.isLetter }
    return words.allSatisfy {
      ["from", "now", "price", "only", "ab", "ea", "each", "our", "sale"].contains($0)
    }
  }
}
