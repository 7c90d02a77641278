internal import TextAlgorithms

/// Makes products of the items of a Google Merchant feed.
struct MerchantProducts {
  private let context: ReaderContext
  private var assembly: ProductAssembly

  init(_ context: ReaderContext) {
    self.context = context
    assembly = ProductAssembly(context)
  }

  /// Attributes that become properties under readable names, in this order.
  private static let properties: [(key: String, name: String)] = [
    ("color", "Color"), ("size", "Size"), ("material", "Material"), ("pattern", "Pattern"),
    ("gender", "Gender"), ("age_group", "Age group"), ("size_type", "Size type"),
    ("size_system", "Size system"), ("multipack", "Multipack"), ("is_bundle", "Bundle"),
    ("product_length", "Length"), ("product_width", "Width"), ("product_height", "Height"),
    ("product_weight", "Weight"), ("unit_pricing_measure", "Unit pricing measure"),
    ("unit_pricing_base_measure", "Unit pricing base measure"),
    ("energy_efficiency_class", "Energy efficiency class"), ("shipping_weight", "Shipping weight"),
    ("expiration_date", "Offered until"), ("availability_date", "Available from"),
  ]

  /// Attributes that are kept as they stand.
  private static let kept = [
    "google_product_category", "identifier_exists", "adult", "shipping_label", "custom_label_0",
    "custom_label_1", "custom_label_2", "custom_label_3", "custom_label_4",
  ]

  /// The product of the items of one group, or of one item.
  mutating func document(_ items: [FeedItem], _ path: String) -> ReadResult {
    let first = items[0]
    var product = Product()
    let variants = items.map(variant)
    let isGroup = first.text("item_group_id") != nil
    product.name = isGroup ? MerchantProducts.title(items) : first.text("title")
    product.brand = items.lazy.compactMap { $0.text("brand") }.first
    product.category = category(first)
    for image in variants.flatMap(\.images) where !product.images.contains(image) {
      product.images.append(image)
    }
    product.variants = variants
    if variants.count == 1 {
      ProductAssembly.mergeOnlyVariant(into: &product)
    } else {
      MerchantProducts.shareProperties(of: &product)
    }
    var details = ProductAssembly.Details(
      id: first.text("item_group_id", "id")!,
      location: context.location(path: path, record: first.record, offset: first.offset))
    details.description =
      items.lazy.compactMap {
        $0.text("description", "encoded", "content", "summary")
      }.first
    for text in items.flatMap({ $0.texts("product_highlight") })
    where !details.highlights.contains(text) {
      details.highlights.append(text)
    }
    details.url = first.text("canonical_link", "link", "mobile_link")
    details.updatedAt = first.text("updated").flatMap(Timestamps.normalized)
    for key in MerchantProducts.kept {
      if let text = first.text(key) {
        details.metadata.append(.init(key: key, value: .string(text)))
      }
    }
    return assembly.document(product, details)
  }

  private func category(_ item: FeedItem) -> String? {
    if let own = item.text("product_type") { return own }
    // A number means nothing to a reader.
    return item.text("google_product_category").flatMap { text in
      text.utf8.allSatisfy { $0 &- 0x30 < 10 } ? nil : text
    }
  }

  private func variant(_ item: FeedItem) -> Product {
    var product = Product()
    product.name = item.text("title")
    product.sku = item.text("id")
    product.mpn = item.text("mpn")
    product.gtin = item.text("gtin").flatMap(FeedValue.gtin)
    product.availability = item.text("availability").flatMap(FeedValue.availability)
    product.condition = item.text("condition").flatMap(FeedValue.condition)
    product.images = item.texts("image_link").map(MerchantProducts.address)
    for list in item.texts("additional_image_link") {
      product.images += list.split(separator: ",").map { String($0).withoutOuterBlanks }
    }
    for (key, name) in MerchantProducts.properties {
      if let text = item.text(key) { product.properties.append(.init(name: name, value: text)) }
    }
    setPrice(of: &product, item)
    product.properties += MerchantDetails.properties(of: item)
    return product
  }

  /// The price that is asked. A sale that is bound to dates isn't, as nothing here knows today's.
  private func setPrice(of product: inout Product, _ item: FeedItem) {
    let regular = item.text("price").flatMap(FeedValue.price)
    let sale = item.text("sale_price").flatMap(FeedValue.price)
    let asked = item.text("sale_price_effective_date") == nil ? sale ?? regular : regular
    product.price = asked?.amount
    product.currency = asked?.currency
    guard let sale, let regular, sale.amount != regular.amount else { return }
    let (name, other) =
      product.price == sale.amount ? ("Regular price", regular) : ("Sale price", sale)
    let value = other.amount + (other.currency.map { " " + $0 } ?? "")
    product.properties.append(.init(name: name, value: value))
    if let dates = item.text("sale_price_effective_date") {
      product.properties.append(.init(name: "Sale dates", value: dates))
    }
  }

  private static func address(_ text: String) -> String { text.withoutOuterBlanks }

  /// What all variants have alike is the product's.
  private static func shareProperties(of product: inout Product) {
    guard let first = product.variants.first else { return }
    for property in first.properties
    where product.variants.allSatisfy({ $0.properties.contains(property) }) {
      product.properties.append(property)
    }
    for i in product.variants.indices {
      product.variants[i].properties.removeAll { product.properties.contains($0) }
      product.variants[i].brand = nil
    }
  }

  /// The title of a group: its own, or the words that all titles begin with, or the first title.
  private static func title(_ items: [FeedItem]) -> String? {
    if let own = items.lazy.compactMap({ $0.text("item_group_title") }).first { return own }
    let titles = items.compactMap { $0.text("title") }
    guard let first = titles.first, titles.contains(where: { $0 != first }) else {
      return titles.first
    }
    var words = first.split(separator: " ")
    for title in titles.dropFirst() {
      let other = title.split(separator: " ")
      words = Array(zip(words, other).prefix { $0 == $1 }.map(\.0))
    }
    // Marks that parted the title from what varies.
    while let last = words.last, last.allSatisfy({ !$0.isLetter && !$0.isNumber }) {
      words.removeLast()
    }
    let joined = words.joined(separator: " ")
    let shared = String(
      joined.reversed().drop { ",;:–-|/(".contains($0) || $0 == " " }.reversed())
    return shared.count * 3 >= first.count ? shared : first
  }
}
