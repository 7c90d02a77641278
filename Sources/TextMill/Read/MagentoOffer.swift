/// Reads the cells of Magento's rows: numbers, price, stock, images, categories.
enum MagentoOffer {
  static let brandCodes: Set<String> = ["brand", "manufacturer", "marke", "hersteller"]

  private static let internalCodes: Set<String> = [
    "has_options", "required_options", "gift_message_available", "gift_wrapping_available",
    "msrp_display_actual_price_type", "options_container", "page_layout", "custom_layout",
    "custom_design", "tax_class_name", "url_path", "is_returnable", "ts_dimensions_length",
    "ts_dimensions_width", "ts_dimensions_height", "gtin", "ean", "upc", "mpn", "swatch_image",
  ]

  /// Whether an attribute speaks to the shop's program rather than to its customers.
  static func isInternal(_ code: String) -> Bool {
    internalCodes.contains(code) || brandCodes.contains(code)
  }

  static func product(
    _ row: FeedItem, _ attributes: [(name: String, value: String)]
  ) -> Product {
    var product = Product()
    product.sku = row.text("sku")
    func attribute(_ names: String...) -> String? {
      names.lazy.compactMap { name in
        row.text(name) ?? attributes.first { $0.name == name }?.value
      }.first
    }
    product.gtin = attribute("gtin", "ean", "upc").flatMap(FeedValue.gtin)
    product.mpn = attribute("mpn")
    setPrice(of: &product, row)
    if let stock = row.text("is_in_stock") {
      product.availability = stock == "1" ? "InStock" : "OutOfStock"
    } else if let quantity = row.text("qty").flatMap(Double.init) {
      product.availability = quantity > 0 ? "InStock" : "OutOfStock"
    }
    return product
  }

  private static func setPrice(of product: inout Product, _ row: FeedItem) {
    let regular = row.text("price").flatMap(FeedValue.decimal)
    let special = row.text("special_price").flatMap(FeedValue.decimal)
    // A start alone is the day on which the price was set; an end may have passed.
    let isBound = row.text("special_price_to_date") != nil
    product.price = isBound ? regular ?? special : special ?? regular
    // Configurable products have a price of nothing: their variations have the prices.
    if let price = product.price, Double(price) == 0, row.text("configurable_variations") != nil {
      product.price = nil
    }
    guard let special, let regular, special != regular else { return }
    product.properties.append(
      isBound
        ? .init(name: "Sale price", value: special) : .init(name: "Regular price", value: regular))
  }

  static func variant(_ item: FeedItem, _ labels: [String: String]) -> Product {
    let attributes = MagentoAttributes.pairs(item.text("additional_attributes") ?? "")
    var variant = product(item, attributes)
    let own = item.fields.filter { $0.key.hasPrefix(MagentoVariation.attribute) }
      .compactMap { field -> Product.Property? in
        let code = String(field.key.dropFirst(MagentoVariation.attribute.count))
        return field.value.string.map {
          .init(name: labels[code] ?? MagentoAttributes.label(code), value: $0)
        }
      }
    variant.name = own.isEmpty ? item.text("name") : own.map(\.value).joined(separator: " / ")
    variant.properties = own + variant.properties
    variant.images = images(item)
    return variant
  }

  static func images(_ row: FeedItem) -> [String] {
    var images: [String] = []
    let all =
      [row.text("base_image", "image")].compactMap(\.self)
      + (row.text("additional_images") ?? "").split(separator: ",").map(String.init)
    for image in all.map(\.withoutOuterBlanks) where !image.isEmpty && !images.contains(image) {
      images.append(image)
    }
    return images
  }

  /// "Default Category/Shoes/Boots,Default Category/Sale" as "Shoes > Boots" and "Sale".
  static func categories(_ text: String?) -> [String] {
    FeedValue.list(text).compactMap { path in
      var steps = path.split(separator: "/").map { String($0).withoutOuterBlanks }
      if steps.first?.lowercased().hasPrefix("default") == true { steps.removeFirst() }
      return steps.isEmpty ? nil : steps.joined(separator: " > ")
    }
  }

  /// The language of a store view whose code is one: "de", "fr_fr", "en-gb".
  static func language(_ code: String) -> String? {
    let first = code.lowercased().split { $0 == "_" || $0 == "-" }.first ?? ""
    return first.utf8.count == 2 ? String(first) : nil
  }
}
