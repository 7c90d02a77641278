internal import TextAlgorithms

extension ShopPageReader {
  /// Notes a labelled value: "SKU: 12-34" in one text, or a label and the text after it.
  mutating func label(_ node: Int, _ bytes: [UInt8], _ frame: Frame) {
    guard page.labels.count < ShopPage.limit, bytes.count <= 160,
      ProductLabels.mayBegin(bytes[...]),
      let read = ProductLabels.read(String(decoding: bytes, as: UTF8.self))
    else { return }
    var value = read.value
    if value.isEmpty {
      // A bare word is a label only where the page sets it as one.
      guard let next = valueText(after: node) else { return }
      let isNumber = read.kind == .sku || read.kind == .mpn || read.kind == .gtin
      // "By" before a link, right under the product's name.
      let isByline =
        read.kind == .brand && bytes.count == 2 && page.heading != nil
        && page.orders > page.headingOrder && page.orders <= page.headingOrder + 6
      guard
        read.isMarked || isLabelElement(node) && bytes.count > 2 || isByline
          || isNumber && ProductLabels.isNumber(next.text) && next.node - node <= 3
      else { return }
      value = next.text
    }
    note(read.kind, value, isSaid: true)
  }

  mutating func note(_ kind: ProductLabels.Kind, _ value: String, isSaid: Bool) {
    guard page.labels.count < ShopPage.limit else { return }
    var value = value.trimmed
    switch kind {
    case .sku, .mpn:
      // "AB-12 | In stock": what follows a bar is another matter.
      if let cut = value.firstIndex(where: { $0 == "|" || $0 == "," || $0 == ";" || $0 == "•" }) {
        value = String(value[..<cut]).trimmed
      }
      while let first = value.first, "#:".contains(first) {
        value = String(value.dropFirst()).trimmed
      }
      guard ProductLabels.isNumber(value) else { return }
    case .gtin:
      guard ProductCode.valid(value) != nil else { return }
    case .brand:
      guard value.utf8.count >= 2, value.utf8.count <= 60, value.contains(where: \.isLetter),
        !value.hasSuffix(":"), value.split(separator: " ").count <= 6
      else { return }
    case .availability, .condition, .price: break
    }
    page.labels.append(.init(kind: kind, value: value, order: page.orders, isSaid: isSaid))
  }

  private func isLabelElement(_ node: Int) -> Bool {
    var part = Int(arena.nodes[node].parent)
    for _ in 0..<3 where part > 0 {
      let tag = arena.nodes[part].tag
      if tag == .th || tag == .dt || tag == .td { return true }
      if !tag.isInline, tag != .p, tag != .div { return false }
      part = Int(arena.nodes[part].parent)
    }
    return false
  }

  /// The text after a label, in the same part of the page; nil when that is a label itself.
  private func valueText(after node: Int) -> (text: String, node: Int)? {
    var part = node
    for _ in 0..<4 where arena.nodes[part].parent > 0 { part = Int(arena.nodes[part].parent) }
    let limit = min(Int(arena.nodes[part].end), node + 40)
    var i = node + 1
    while i < limit {
      let tag = arena.nodes[i].tag
      if tag == .text {
        let text = String(decoding: arena.bytes[arena.textRange(i)].prefix(200), as: UTF8.self)
          .split(whereSeparator: \.isWhitespace).joined(separator: " ")
        if !text.isEmpty, text != ":", text != "#" {
          return text.hasSuffix(":") ? nil : (text, i)
        }
      } else if tag.isSkipped {
        i = Int(arena.nodes[i].end)
        continue
      }
      i += 1
    }
    return nil
  }

  /// Notes what an element's attributes say: a number, a brand.
  mutating func attributes(_ node: Int, _ tag: HTMLTag, _ frame: Frame) {
    for name in [HTMLAttributeName.dataSKU, .dataASIN] {
      if let value = arena.attributeText(node, name), !value.contains(",") {
        note(.sku, value, isSaid: false)
      }
    }
    if tag == .input {
      guard let name = arena.attribute(node, .name) ?? arena.attribute(node, .id),
        ShopWords.of(arena.bytes, name.startIndex..<name.endIndex).contains(.number)
          || name.elementsEqual("ASIN".utf8),
        let value = arena.attributeText(node, .value)
      else { return }
      note(.sku, value, isSaid: false)
      return
    }
    let size = Int(arena.nodes[node].end) - node
    if frame.words.contains(.number), !frame.words.contains(.price), size <= 4,
      !frame.isInReviews
    {
      let text = collapsed(node, limit: 60)
      if ProductLabels.isNumber(text) { note(.sku, text, isSaid: false) }
    }
    let brand: ShopWords = [.brand, .maker]
    if !frame.words.isDisjoint(with: brand), tag != .button, node != page.heading, size <= 8,
      !frame.isInReviews, size > 1,
      page.heading != nil
    {
      if let name = BrandText.read(arena, node), ShopButtons.read(name) == nil {
        note(.brand, name, isSaid: false)
      }
    }
  }

  /// Notes a row of a table or list of terms as a property.
  mutating func row(_ node: Int, _ tag: HTMLTag, _ frame: Frame) {
    guard !frame.isElsewhere, !frame.isInReviews, page.properties.count < 200 else { return }
    var cells: [Int] = []
    var i = node + 1
    let end = Int(arena.nodes[node].end)
    guard end - node < 2000 else { return }
    while i < end, cells.count < 200 {
      let tag = arena.nodes[i].tag
      if tag == .table || tag == .tr || tag == .dl { return }
      if tag == .th || tag == .td || tag == .dt || tag == .dd {
        cells.append(i)
        i = Int(arena.nodes[i].end)
      } else {
        i += 1
      }
    }
    if tag == .tr {
      guard cells.count == 2 else { return }
      property(cells[0], cells[1])
      return
    }
    for (first, second) in zip(cells, cells.dropFirst())
    where arena.nodes[first].tag == .dt && arena.nodes[second].tag == .dd {
      property(first, second)
    }
  }

  private mutating func property(_ first: Int, _ second: Int) {
    var name = collapsed(first, limit: 90)
    let value = collapsed(second, limit: 300)
    if name.hasSuffix(":") { name = String(name.dropLast()).trimmed }
    guard !name.isEmpty, name.utf8.count <= 80, !value.isEmpty, value.utf8.count < 300 else {
      return
    }
    let property = Product.Property(name: name, value: value)
    if page.properties.last != property { page.properties.append(property) }
  }
}
