internal import TextAlgorithms

/// Makes a product of a schema.org thing.
struct ProductReader {
  let schema: SchemaValue
  /// The most variants that are read of one product.
  static let variantLimit = 500

  func product(_ thing: JSONValue, depth: Int = 0) -> Product {
    var product = Product()
    product.name = schema.text(thing, "name")
    product.brand = schema.text(thing, "brand", "manufacturer")
    product.sku = schema.text(thing, "sku", "productID")
    product.mpn = schema.text(thing, "mpn")
    product.gtin = gtin(thing)
    product.description = schema.text(thing, "description")
    product.condition = ProductReader.condition(schema.text(thing, "itemCondition"))
    product.images = schema.all(thing, "image").compactMap { image in
      SchemaValue.plain(image) ?? schema.text(image, "url", "contentUrl", "@id")
    }
    let categories = schema.all(thing, "category").compactMap {
      SchemaValue.plain($0) ?? schema.text($0, "name")
    }
    product.category = categories.isEmpty ? nil : categories.joined(separator: " > ")
    for rating in schema.all(thing, "aggregateRating").prefix(1) {
      product.rating = ProductReader.number(schema.text(rating, "ratingValue"))
      product.reviewCount = ProductReader.number(schema.text(rating, "reviewCount", "ratingCount"))
    }
    product.properties = properties(thing)
    if depth < 1 {
      let variants = schema.all(thing, "hasVariant") + schema.all(thing, "model")
      product.variants = variants.prefix(ProductReader.variantLimit)
        .filter { !SchemaValue.types($0).isEmpty }.map { self.product($0, depth: depth + 1) }
    }
    readOffers(thing, into: &product)
    if product.price == nil, let first = product.variants.first(where: { $0.price != nil }) {
      product.price = first.price
      product.currency = product.currency ?? first.currency
      product.availability = product.availability ?? first.availability
    }
    return product
  }

  /// The price of the first offer that has one, and what it says of stock; an aggregate's lowest.
  private func readOffers(_ thing: JSONValue, into product: inout Product) {
    for offer in schema.all(thing, "offers") {
      let nested = schema.all(offer, "offers")
      let candidates = offer["price"] == nil && offer["lowPrice"] == nil ? nested : [offer] + nested
      for candidate in candidates + (candidates.isEmpty ? [offer] : []) {
        readOffer(candidate, into: &product)
      }
      if product.price != nil, product.availability != nil { break }
    }
    if product.price == nil { readOffer(thing, into: &product) }
  }

  private func readOffer(_ offer: JSONValue, into product: inout Product) {
    let isFirst = product.price == nil
    if isFirst {
      var text = schema.text(offer, "price", "lowPrice")
      var currency = schema.text(offer, "priceCurrency")
      if text == nil, let part = specification(offer) {
        text = schema.text(part, "price", "minPrice")
        currency = currency ?? schema.text(part, "priceCurrency")
      }
      if let parsed = text.flatMap(PriceText.parse) {
        product.price = parsed.amount
        product.currency = CurrencyName.code(currency) ?? parsed.currency
      }
    }
    if product.availability == nil {
      product.availability = Availability.name(schema.text(offer, "availability"))
    }
    guard isFirst else { return }
    product.condition =
      product.condition ?? ProductReader.condition(schema.text(offer, "itemCondition"))
    product.sku = product.sku ?? schema.text(offer, "sku")
    product.mpn = product.mpn ?? schema.text(offer, "mpn")
    product.gtin = product.gtin ?? gtin(offer)
  }

  /// The price that is asked, not the one struck through.
  private func specification(_ offer: JSONValue) -> JSONValue? {
    let parts = schema.all(offer, "priceSpecification")
    return parts.first {
      let type = schema.text($0, "priceType") ?? ""
      return !type.contains("List") && !type.contains("Strikethrough") && !type.contains("SRP")
    } ?? parts.first
  }

  private func gtin(_ thing: JSONValue) -> String? {
    for key in ["gtin13", "gtin14", "gtin12", "gtin8", "gtin", "isbn"] {
      guard let text = schema.text(thing, key) else { continue }
      let digits = text.filter { $0.isASCII && $0.isNumber }
      if [8, 10, 12, 13, 14].contains(digits.count) { return digits }
    }
    return nil
  }

  private func properties(_ thing: JSONValue) -> [Product.Property] {
    var found: [Product.Property] = []
    for key in ["color", "size", "material", "pattern", "weight", "width", "height", "depth"] {
      guard let text = schema.text(thing, key) else { continue }
      found.append(.init(name: key, value: text))
    }
    for value in schema.all(thing, "additionalProperty").prefix(500) {
      guard let name = schema.text(value, "name"), let text = schema.text(value, "value") else {
        continue
      }
      let unit = schema.text(value, "unitText").map { " " + $0 } ?? ""
      found.append(.init(name: name, value: text + unit))
    }
    return found
  }

  private static func condition(_ text: String?) -> String? {
    guard let last = text?.split(whereSeparator: { $0 == "/" || $0 == "#" }).last else {
      return nil
    }
    return String(last)
  }

  private static func number(_ text: String?) -> String? {
    guard let text else { return nil }
    return PriceText.parse(text)?.amount
  }
}
