internal import TextAlgorithms

/// Makes products of the rows of WooCommerce.
struct WooProducts {
  private let context: ReaderContext
  private var assembly: ProductAssembly

  init(_ context: ReaderContext) {
    self.context = context
    assembly = ProductAssembly(context)
  }

  static func isVariation(_ item: FeedItem) -> Bool {
    (item.text("type") ?? "").lowercased().split(separator: ",")
      .contains { String($0).withoutOuterBlanks == "variation" }
  }

  private static let brandNames: Set<String> = ["brand", "brands", "marke", "hersteller", "marca"]

  /// The product of a row and of the rows of its variations.
  mutating func document(
    _ row: FeedItem, variations: [FeedItem], _ path: String
  ) -> ReadResult {
    let location = context.location(path: path, record: row.record, offset: row.offset)
    let id = row.text("sku", "id")!
    let status = row.text("published").map(WooProducts.status)
    if let excluded = context.excluded(
      status: status, at: location, id: context.documentID(id))
    {
      return excluded
    }
    var product = offer(row)
    product.name = row.text("name")
    product.images = WooProducts.addresses(row.text("images"))
    product.variants = variations.map { variation($0) }
    let attributes = WooProducts.attributes(row)
    product.brand =
      row.text("brands")
      ?? attributes.first { WooProducts.brandNames.contains($0.name.lowercased()) }?.value
    let varying = Set(product.variants.flatMap(\.properties).map(\.name))
    product.properties += attributes.filter { !varying.contains($0.name) }
    product.properties += WooProducts.measures(row)
    let categories = FeedValue.list(row.text("categories"))
    product.category = categories.max { a, b in
      // The deepest, and of these the first.
      a.count { $0 == ">" } < b.count { $0 == ">" }
    }
    if product.variants.count == 1 { ProductAssembly.mergeOnlyVariant(into: &product) }
    var details = ProductAssembly.Details(id: id, location: location)
    details.description = row.text("description").map(WooText.html)
    details.summary = row.text("short_description").map(WooText.html)
    details.url = row.text("external_url")
    let tags = FeedValue.list(row.text("tags"))
    if !categories.isEmpty {
      details.metadata.append(
        .init(key: "categories", value: .array(categories.map { .string($0) })))
    }
    if !tags.isEmpty {
      details.metadata.append(.init(key: "tags", value: .array(tags.map { .string($0) })))
    }
    if let status { details.metadata.append(.init(key: "status", value: .string(status))) }
    return assembly.document(product, details)
  }

  private func variation(_ row: FeedItem) -> Product {
    var variant = offer(row)
    variant.properties = WooProducts.attributes(row) + variant.properties
    variant.images = WooProducts.addresses(row.text("images"))
    let own = WooProducts.attributes(row).map(\.value)
    variant.name = own.isEmpty ? row.text("name") : own.joined(separator: " / ")
    return variant
  }

  /// What product and variation have alike: numbers, price, stock.
  private func offer(_ row: FeedItem) -> Product {
    var product = Product()
    product.sku = row.text("sku")
    product.gtin = row.text("gtin").flatMap(FeedValue.gtin)
    let regular = row.text("regular_price").flatMap(FeedValue.decimal)
    let sale = row.text("sale_price").flatMap(FeedValue.decimal)
    // A sale that is bound to dates may be over: nothing here knows today's.
    let isBound = row.text("sale_start") != nil || row.text("sale_end") != nil
    product.price = isBound ? regular : sale ?? regular
    if let sale, let regular, sale != regular {
      product.properties.append(
        isBound
          ? .init(name: "Sale price", value: sale) : .init(name: "Regular price", value: regular))
    }
    product.availability = row.text("in_stock").flatMap { text in
      text == "1" ? "InStock" : text == "0" ? "OutOfStock" : FeedValue.availability(text)
    }
    return product
  }

  private static func status(_ text: String) -> String {
    switch text {
    case "1": "published"
    case "0": "private"
    case "-1": "draft"
    default: text.lowercased()
    }
  }

  private static func attributes(_ row: FeedItem) -> [Product.Property] {
    var found: [Product.Property] = []
    for field in row.fields where field.key.hasPrefix("attribute ") && field.key.hasSuffix(" name")
    {
      let values = row.text(field.key.dropLast(5) + " values")
      guard let name = field.value.string, let values else { continue }
      found.append(.init(name: name, value: FeedValue.list(values).joined(separator: ", ")))
    }
    return found
  }

  private static func measures(_ row: FeedItem) -> [Product.Property] {
    let names = ["weight": "Weight", "length": "Length", "width": "Width", "height": "Height"]
    return row.fields.compactMap { field in
      let words = field.key.split(separator: " ")
      guard let first = words.first, let name = names[String(first)], words.count <= 2,
        let text = field.value.string
      else { return nil }
      return .init(name: name, value: words.count == 2 ? "\(text) \(words[1])" : text)
    }
  }

  /// Addresses between commas; a piece that begins like none belongs to the one before.
  static func addresses(_ text: String?) -> [String] {
    var found: [String] = []
    for piece in (text ?? "").split(separator: ",") {
      let address = String(piece).withoutOuterBlanks
      if found.isEmpty || address.hasPrefix("http") || address.hasPrefix("/") {
        found.append(address)
      } else {
        found[found.count - 1] += "," + piece
      }
    }
    return found
  }
}
