internal import TextAlgorithms

/// Reads one object of a script's data by the names of its keys, in lower case without `_` and `-`.
struct StateObject {
  private let values: [String: JSONValue]

  init(_ members: [JSONValue.Member]) {
    var values: [String: JSONValue] = [:]
    for member in members.prefix(400) where !member.value.isNull {
      let key = StateObject.folded(member.key)
      if values[key] == nil { values[key] = member.value }
    }
    self.values = values
  }

  private static func folded(_ key: String) -> String {
    var out: [UInt8] = []
    for byte in key.utf8.prefix(40) where byte != 0x5F && byte != 0x2D && byte != 0x20 {
      out.append(byte &- 0x41 < 26 ? byte | 0x20 : byte)
    }
    return String(decoding: out, as: UTF8.self)
  }

  /// The product, when there are a name or number and something that only products have.
  var found: StateProducts.Found? {
    var item = StateProducts.Found()
    item.product.name = text(
      "productname", "displayname", "producttitle", "itemname", "name", "title")
    item.product.sku = text("sku", "productsku", "skuid", "itemnumber", "usitemid", "productcode")
    item.product.mpn = text(
      "mpn", "modelnumber", "manufacturerpartnumber", "partnumber", "manufacturerproductid")
    item.product.gtin =
      ["gtin", "gtin13", "ean", "upc", "barcode", "isbn", "ean13", "gtin12", "gtin14"]
      .lazy.compactMap { ProductCode.valid(text($0)) }.first
    item.product.brand = text("brand", "brandname", "vendor", "manufacturer", "manufacturername")
    readPrice(into: &item.product)
    item.product.availability = availability
    readRating(into: &item.product)
    item.ids = [
      "id", "productid", "itemid", "legacyid", "parentid", "listingid", "asin", "variantid",
    ]
    .compactMap { text($0) }
    item.handle =
      text("handle", "slug", "urlkey")
      ?? text("url", "canonicalurl", "link", "producturl")
      .flatMap { ProductCandidates.path($0).split(separator: "/").last.map(String.init) }
    guard item.product.name != nil || item.product.sku != nil || !item.ids.isEmpty else {
      return nil
    }
    guard
      item.product.price != nil || item.product.sku != nil || item.product.gtin != nil
        || item.product.mpn != nil || item.product.rating != nil && item.product.name != nil
        || values["variants"] != nil
    else { return nil }
    readVariants(into: &item.product)
    return item
  }

  private func text(_ keys: String...) -> String? {
    for key in keys {
      guard let value = values[key] else { continue }
      if let text = SchemaValue.plain(value), text.utf8.count <= 400 { return text }
      if value.members != nil {
        for inner in ["name", "value", "label", "title"] {
          if let inner = value[inner], let text = SchemaValue.plain(inner), text.utf8.count <= 400 {
            return text
          }
        }
      }
    }
    return nil
  }

  // MARK: Prices

  private static let priceKeys = [
    "saleprice", "currentprice", "finalprice", "specialprice", "sellingprice", "displayprice",
    "productprice", "price", "pricing", "prices", "priceinfo", "pricerange", "minprice", "lowprice",
    "unitprice", "amount", "value", "min", "current", "sale", "now", "minvariantprice", "low",
    "gross", "offers", "offer", "regularprice", "listprice",
  ]

  private func readPrice(into product: inout Product) {
    guard let (text, currency) = price(depth: 0), let parsed = PriceText.parse(text),
      case let amount = ProductReader.rounded(parsed.amount), amount.utf8.count < 12
    else {
      product.currency = CurrencyName.code(self.text("currency", "currencycode", "pricecurrency"))
      return
    }
    product.price = isInCents(text) ? StateObject.hundredth(amount) : amount
    product.currency =
      CurrencyName.code(currency ?? self.text("currency", "currencycode", "pricecurrency"))
      ?? parsed.currency
  }

  private func price(depth: Int) -> (String, String?)? {
    guard depth < 4 else { return nil }
    let currency = text("currency", "currencycode", "pricecurrency", "currencyiso")
    for key in StateObject.priceKeys {
      if depth == 0,
        ["amount", "value", "min", "current", "sale", "now", "low", "gross"].contains(key)
      {
        continue
      }
      guard let value = values[key] else { continue }
      if value.bool == nil, let text = SchemaValue.plain(value), text.utf8.count <= 24,
        PriceText.parse(text) != nil
      {
        return (text, currency)
      }
      let inner = value.members ?? value.array?.first?.members
      if let inner, let found = StateObject(inner).price(depth: depth + 1) {
        return (found.0, found.1 ?? currency)
      }
    }
    return nil
  }

  /// Whole numbers beside the keys of Shopify's product data are hundredths.
  private func isInCents(_ text: String) -> Bool {
    guard text.utf8.allSatisfy({ $0 &- 0x30 < 10 }), case .number? = values["price"] else {
      return false
    }
    return values["pricemin"] != nil || values["pricevaries"] != nil || values["gid"] != nil
      || values["compareatprice"] != nil || values["publictitle"] != nil
      || values["requiresshipping"] != nil
  }

  static func hundredth(_ whole: String) -> String {
    var digits = whole
    while digits.utf8.count < 3 { digits = "0" + digits }
    return digits.dropLast(2) + "." + digits.suffix(2)
  }

  // MARK: Stock, ratings, variants

  private var availability: String? {
    if let name = Availability.name(
      text("availability", "availabilitystatus", "stockstatus", "stock"))
    {
      return name
    }
    for key in ["available", "availableforsale", "instock", "isinstock", "isavailable"] {
      if let value = values[key]?.bool { return value ? "InStock" : "OutOfStock" }
    }
    for key in ["soldout", "outofstock", "isoutofstock", "issoldout"] {
      if let value = values[key]?.bool { return value ? "OutOfStock" : "InStock" }
    }
    return nil
  }

  private func readRating(into product: inout Product) {
    var rating = text(
      "averagerating", "ratingvalue", "avgrating", "averageoverallrating", "starrating")
    var count = text(
      "reviewcount", "numberofreviews", "ratingcount", "totalreviews", "totalreviewcount",
      "numreviews", "reviewscount", "ratingscount")
    for key in ["aggregaterating", "rating", "ratings", "reviews", "reviewsummary", "reviewstats"] {
      guard let members = values[key]?.members else { continue }
      let inner = StateObject(members)
      rating =
        rating
        ?? inner.text("averagerating", "ratingvalue", "average", "value", "rating", "avgrating")
      count =
        count
        ?? inner.text(
          "reviewcount", "count", "ratingcount", "total", "numberofreviews", "totalreviews")
    }
    if let value = rating.flatMap(Double.init), value > 0, value <= 5 {
      product.rating = ProductReader.decimal(rating)
    }
    if product.rating != nil, let count, let number = Int(count), number > 0 {
      product.reviewCount = count
    }
  }

  private func readVariants(into product: inout Product) {
    guard let list = (values["variants"] ?? values["variations"])?.array else { return }
    var isAvailable: Bool?
    for value in list.prefix(100) {
      guard let members = value.members else { continue }
      let object = StateObject(members)
      var variant = Product()
      variant.name = object.text("title", "name")
      variant.sku = object.text("sku", "skuid")
      variant.gtin = ProductCode.valid(object.text("barcode", "gtin", "ean", "upc"))
      object.readPrice(into: &variant)
      variant.availability = object.availability
      if let stock = variant.availability {
        isAvailable = (isAvailable ?? false) || stock == "InStock"
      }
      if variant.sku != nil || variant.price != nil { product.variants.append(variant) }
    }
    guard
      let first = product.variants.first(where: { $0.availability != "OutOfStock" })
        ?? product.variants.first
    else { return }
    product.sku = product.sku ?? first.sku
    if product.price == nil {
      product.price = first.price
      product.currency = product.currency ?? first.currency
    }
    if product.variants.count == 1 { product.gtin = product.gtin ?? first.gtin }
    if product.availability == nil, let isAvailable {
      product.availability = isAvailable ? "InStock" : "OutOfStock"
    }
  }
}
