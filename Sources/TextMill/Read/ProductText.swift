internal import TextAlgorithms

/// Writes products of feeds as Markdown: title, description, price, a table of properties and a table of
/// variants.
///
/// One belongs to one worker and keeps its buffers.
struct ProductText {
  private var fragments = HTMLFragment()

  /// A description as Markdown: HTML is rendered, plain text keeps its lines.
  mutating func description(_ text: String) -> String {
    let bytes = Array(text.utf8)
    guard ProductText.looksLikeHTML(bytes) else {
      return ProductText.lines(text)
    }
    return String(decoding: fragments.markdown(bytes), as: UTF8.self).withoutOuterBlanks
  }

  /// A tag or a character reference.
  static func looksLikeHTML(_ bytes: [UInt8]) -> Bool {
    for i in bytes.indices.dropLast(2) {
      let next = bytes[i + 1]
      if bytes[i] == 0x3C, (0x61...0x7A).contains(next | 0x20) || next == 0x2F || next == 0x21 {
        if bytes[i...].prefix(4096).contains(0x3E) { return true }
      } else if bytes[i] == 0x26, (0x61...0x7A).contains(next | 0x20) || next == 0x23,
        bytes[(i + 1)...].prefix(32).contains(0x3B)
      {
        return true
      }
    }
    return false
  }

  private static func lines(_ text: String) -> String {
    var lines: [Substring] = []
    for line in text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline) {
      let isBlank = line.allSatisfy(\.isWhitespace)
      if isBlank, lines.last?.isEmpty ?? true { continue }
      lines.append(isBlank ? "" : line)
    }
    return lines.joined(separator: "\n").withoutOuterBlanks
  }

  /// The whole text of a product whose description and highlights are Markdown already.
  static func markdown(_ product: Product, highlights: [String] = []) -> [UInt8] {
    var blocks: [String] = []
    if let name = product.name { blocks.append("# " + line(name)) }
    if let description = product.description, !description.isEmpty { blocks.append(description) }
    if !highlights.isEmpty {
      blocks.append(highlights.map { "- " + line($0) }.joined(separator: "\n"))
    }
    if let price = price(product) { blocks.append("Price: " + price) }
    if let table = properties(product) { blocks.append(table) }
    if let table = variants(product) { blocks.append("## Variants\n\n" + table) }
    return Array(blocks.joined(separator: "\n\n").utf8)
  }

  /// "49.00 EUR", or the span of the variants' prices.
  private static func price(_ product: Product) -> String? {
    if let price = amount(product) { return price }
    let priced = product.variants.filter { $0.price != nil && Double($0.price!) != nil }
    let sorted = priced.sorted { Double($0.price!)! < Double($1.price!)! }
    guard let low = sorted.first, let high = sorted.last else { return nil }
    guard low.price != high.price else { return amount(low) }
    return "\(low.price!) – \(amount(high)!)"
  }

  private static func amount(_ product: Product) -> String? {
    product.price.map { $0 + (product.currency.map { " " + $0 } ?? "") }
  }

  private static func properties(_ product: Product) -> String? {
    let own: [(String, String?)] = [
      ("Brand", product.brand), ("Category", product.category), ("SKU", product.sku),
      ("MPN", product.mpn), ("GTIN", product.gtin),
      ("Stock", product.availability.map(words)),
      ("Condition", product.condition.map { words($0.replacingSuffix("Condition")) }),
    ]
    var rows = own.compactMap { name, value in value.map { [name, $0] } }
    rows += product.properties.map { [$0.name, $0.value] }
    return rows.isEmpty ? nil : table(["Property", "Value"], rows)
  }

  private static func variants(_ product: Product) -> String? {
    guard !product.variants.isEmpty else { return nil }
    var names: [String] = []
    for property in product.variants.flatMap(\.properties) where !names.contains(property.name) {
      names.append(property.name)
    }
    var columns: [(String, (Product) -> String?)] = names.map { name in
      (name, { variant in variant.properties.first { $0.name == name }?.value })
    }
    if names.isEmpty { columns.append(("Variant", { $0.name })) }
    columns.append(("SKU", { $0.sku }))
    columns.append(("GTIN", { $0.gtin }))
    columns.append(("Price", { amount($0) }))
    columns.append(("Stock", { $0.availability.map(words) }))
    columns.removeAll { column in product.variants.allSatisfy { column.1($0) == nil } }
    if columns.isEmpty { return nil }
    return table(
      columns.map(\.0), product.variants.map { variant in columns.map { $0.1(variant) ?? "" } })
  }

  private static func table(_ header: [String], _ rows: [[String]]) -> String {
    func row(_ cells: [String]) -> String { "| " + cells.map(cell).joined(separator: " | ") + " |" }
    let rule = "| " + header.map { _ in "---" }.joined(separator: " | ") + " |"
    return ([row(header), rule] + rows.map(row)).joined(separator: "\n")
  }

  private static func cell(_ text: String) -> String {
    line(text).split(separator: "|", omittingEmptySubsequences: false).joined(separator: "\\|")
  }

  /// On one line.
  private static func line(_ text: String) -> String {
    text.split { $0.isNewline || $0 == "\t" }.joined(separator: " ").withoutOuterBlanks
  }

  /// "InStock" as "In stock".
  private static func words(_ name: String) -> String {
    var out = ""
    for (i, character) in name.enumerated() {
      if i > 0, character.isUppercase { out += " " }
      out += i > 0 ? character.lowercased() : String(character)
    }
    return out
  }
}

extension String {
  /// Without `suffix`, where it ends with it and is more than it.
  fileprivate func replacingSuffix(_ suffix: String) -> String {
    hasSuffix(suffix) && utf8.count > suffix.utf8.count
      ? String(dropLast(suffix.count)) : self
  }
}
