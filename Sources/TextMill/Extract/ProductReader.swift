internal import TextAlgorithms

/// Makes a product of a schema.org thing.
struct ProductReader {
  let schema: SchemaValue
  /// The page's address, which may name the variant that is shown.
  var url: String?
  /// The most variants that are read of one product.
  static let variantLimit = 500

  func product(_ thing: JSONValue, depth: Int = 0) -> Product {
    var product = Product()
    product.name = schema.text(thing, "name")
    product.brand = schema.text(thing, "brand")
    product.sku = ProductReader.number(of: schema.text(thing, "sku", "productID"))
    product.mpn = schema.text(thing, "mpn")
    product.gtin = gtin(thing)
    product.description = schema.text(thing, "description")
    product.condition = Availability.condition(schema.text(thing, "itemCondition"))
    product.images = schema.all(thing, "image").prefix(200).compactMap { image in
      SchemaValue.plain(image) ?? schema.text(image, "url", "contentUrl", "@id")
    }
    let categories = schema.all(thing, "category").prefix(20).compactMap {
      SchemaValue.plain($0) ?? schema.text($0, "name")
    }
    product.category = categories.isEmpty ? nil : categories.joined(separator: " > ")
    for rating in schema.all(thing, "aggregateRating").prefix(1) {
      product.rating = ProductReader.decimal(schema.text(rating, "ratingValue"))
      product.reviewCount = ProductReader.decimal(
        schema.text(rating, "reviewCount", "ratingCount"))
    }
    if product.reviewCount == "0" || product.rating.flatMap(Double.init) == 0 {
      product.rating = nil
      product.reviewCount = nil
    }
    product.properties = properties(thing)
    if depth < 1 { product.variants = variants(thing, depth) }
    readOffers(thing, into: &product)
    if let shown = shownVariant(product, thing) {
      if product.price == nil {
        product.price = shown.price
        product.currency = product.currency ?? shown.currency
      }
      product.availability = product.availability ?? shown.availability
      product.condition = product.condition ?? shown.condition
    }
    product.sku = product.sku ?? namedVariant(product, thing)?.sku
    return product
  }

  /// The numbers that a product without one of its own may go by: its group's, its first variant's.
  func groupNumbers(_ thing: JSONValue, _ product: Product) -> [String] {
    let group = ProductReader.number(of: schema.text(thing, "productGroupID"))
    return [group, shownVariant(product, thing)?.sku].compactMap { $0 }
  }

  private func variants(_ thing: JSONValue, _ depth: Int) -> [Product] {
    (schema.all(thing, "hasVariant") + schema.all(thing, "model"))
      .prefix(ProductReader.variantLimit)
      .filter { !SchemaValue.types($0).isEmpty || $0["offers"] != nil }
      .map { product($0, depth: depth + 1) }
  }

  /// The variant that the page's address names, else the first that has a price.
  private func shownVariant(_ product: Product, _ thing: JSONValue) -> Product? {
    namedVariant(product, thing) ?? product.variants.first { $0.price != nil }
      ?? product.variants.first
  }

  private func namedVariant(_ product: Product, _ thing: JSONValue) -> Product? {
    let things = schema.all(thing, "hasVariant").prefix(ProductReader.variantLimit)
    if let url, things.count == product.variants.count {
      for (variant, thing) in zip(product.variants, things) where variant.price != nil {
        if schema.text(thing, "url") == url || schema.text(thing, "@id") == url { return variant }
      }
    }
    return nil
  }

  /// The price of the offer that is shown, and what it says of stock; an aggregate's lowest.
  private func readOffers(_ thing: JSONValue, into product: inout Product) {
    var offers: [JSONValue] = []
    for offer in schema.all(thing, "offers").prefix(ProductReader.variantLimit) {
      let nested = schema.all(offer, "offers").prefix(ProductReader.variantLimit)
      if offer["price"] != nil || offer["lowPrice"] != nil || nested.isEmpty {
        offers.append(offer)
      }
      offers += nested
    }
    if let url, url.utf8.contains(0x3F),
      let place = offers.firstIndex(where: { schema.text($0, "url") == url }), place > 0
    {
      offers.insert(offers.remove(at: place), at: 0)
    }
    for offer in offers { readOffer(offer, into: &product) }
    if product.availability == "OutOfStock" || product.availability == "SoldOut",
      offers.contains(where: { stock($0) == "InStock" })
    {
      product.availability = "InStock"
    }
    if product.price == nil { readOffer(thing, into: &product) }
  }

  private func stock(_ offer: JSONValue) -> String? {
    Availability.name(schema.text(offer, "availability", "offerAvailability"))
  }

  private func readOffer(_ offer: JSONValue, into product: inout Product) {
    let isFirst = product.price == nil
    if isFirst {
      var text = schema.text(offer, "price", "lowPrice")
      var currency = schema.text(offer, "priceCurrency")
      if text.flatMap(PriceText.parse) == nil, let part = specification(offer) {
        text = schema.text(part, "price", "minPrice")
        currency = currency ?? schema.text(part, "priceCurrency")
      }
      if let parsed = text.flatMap(PriceText.parse) {
        product.price = isNumber(offer) ? ProductReader.rounded(parsed.amount) : parsed.amount
        product.currency = CurrencyName.code(currency) ?? parsed.currency
      } else {
        product.currency = product.currency ?? CurrencyName.code(currency)
      }
    }
    product.availability = product.availability ?? stock(offer)
    product.condition =
      product.condition ?? Availability.condition(schema.text(offer, "itemCondition"))
    guard isFirst else { return }
    product.sku = product.sku ?? ProductReader.number(of: schema.text(offer, "sku"))
    product.mpn = product.mpn ?? schema.text(offer, "mpn")
    product.gtin = product.gtin ?? gtin(offer)
  }

  /// Whether a price is no text, which stays as it is, but a number, which a program may have computed.
  private func isNumber(_ offer: JSONValue) -> Bool {
    ["price", "lowPrice"].contains {
      if case .number? = offer[$0] { return true }
      return false
    }
  }

  /// The price that is asked, not the one struck through.
  private func specification(_ offer: JSONValue) -> JSONValue? {
    let parts = schema.all(offer, "priceSpecification").prefix(50)
    return parts.first {
      let type = schema.text($0, "priceType") ?? ""
      return !type.contains("List") && !type.contains("Strikethrough") && !type.contains("SRP")
        && !type.contains("MSRP") && !type.contains("Regular")
    } ?? parts.first
  }

  private func gtin(_ thing: JSONValue) -> String? {
    for key in ["gtin13", "gtin14", "gtin12", "gtin8", "gtin", "isbn", "ean", "upc"] {
      if let number = ProductCode.valid(schema.text(thing, key)) { return number }
    }
    let id = schema.text(thing, "productID") ?? ""
    return id.contains(":") ? ProductCode.valid(id) : nil
  }

  /// The number of "sku:123" and "mpn:123", which name their own kind.
  static func number(of text: String?) -> String? {
    // A key of the shop's database is no number that a shop prints.
    if let text, text.utf8.count == 36, text.utf8.count(where: { $0 == 0x2D }) == 4 { return nil }
    guard let text, let colon = text.firstIndex(of: ":") else { return text }
    let kind = text[..<colon].lowercased()
    let rest = String(text[text.index(after: colon)...]).trimmed
    guard ["sku", "id", "productid", "item"].contains(kind) else {
      return ["isbn", "mpn", "gtin", "ean", "upc", "gtin13"].contains(kind) ? nil : text
    }
    return rest.isEmpty ? nil : rest
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

  /// A number as a decimal with a point, of at most six digits after it.
  static func decimal(_ text: String?) -> String? {
    text.flatMap(PriceText.parse).map { rounded($0.amount) }
  }

  /// A decimal without what binary fractions leave behind: 299.99 of 299.99000000000001.
  static func rounded(_ amount: String) -> String {
    guard let point = amount.firstIndex(of: "."), amount[point...].utf8.count > 7,
      let value = Double(amount), value < 1e9
    else { return amount }
    let millionths = (value * 1e6).rounded()
    var digits = String(Int(millionths))
    while digits.utf8.count < 7 { digits = "0" + digits }
    var fraction = String(digits.suffix(6))
    while fraction.hasSuffix("0") { fraction.removeLast() }
    return fraction.isEmpty ? String(digits.dropLast(6)) : digits.dropLast(6) + "." + fraction
  }
}
