internal import TextAlgorithms

/// The product that the elements of a page's head speak of.
struct ProductMeta {
  let meta: [String: String]
  /// Properties of microdata outside any item, in lower case; the first of each counts.
  private let loose: [String: String]

  init(_ facts: PageFactsReader, loose members: [JSONValue.Member]) {
    meta = facts.meta
    var loose: [String: String] = [:]
    for member in members {
      let key = member.key.lowercased()
      if loose[key] == nil, let text = SchemaValue.plain(member.value) { loose[key] = text }
    }
    self.loose = loose
  }

  /// Whether the head says that the page is a product's.
  var isProduct: Bool {
    let type = meta["og:type"]?.lowercased() ?? ""
    return ["product", "og:product", "product.item", "og:product.item"]
      .contains(type)
      || isPriced
  }

  /// Whether the head, or what stands outside any item, has a price. In articles that is of something advertised.
  var isPriced: Bool { headPrice != nil || loosePrice != nil && !isArticle }

  /// Whether the head says that the page is something else to read.
  var isArticle: Bool {
    let type = meta["og:type"]?.lowercased() ?? ""
    return type == "article" || type == "blog" || type == "profile" || type.hasPrefix("video")
      || type.hasPrefix("music")
  }

  private var priceText: String? { headPrice ?? loosePrice }

  private var loosePrice: String? {
    (loose["price"] ?? loose["lowprice"]).flatMap { PriceText.parse($0) == nil ? nil : $0 }
  }

  private var headPrice: String? {
    let keys = [
      "product:sale_price:amount", "product:price:amount", "og:price:amount",
      "og:sale_price:amount",
      "product:price", "og:price", "product:sale_price", "twitter:price",
    ]
    for key in keys {
      if let text = meta[key], PriceText.parse(text) != nil { return text }
    }
    for place in 1...4 {
      guard let label = meta["twitter:label\(place)"]?.lowercased(),
        ["price", "preis", "prix", "precio", "prezzo"].contains(label),
        let text = meta["twitter:data\(place)"], PriceText.parse(text) != nil
      else { continue }
      return text
    }
    return nil
  }

  var product: Product {
    var product = Product()
    product.brand = meta["product:brand"] ?? meta["og:brand"]
    product.sku = meta["product:retailer_item_id"] ?? loose["sku"]
    product.mpn = meta["product:mfr_part_no"] ?? loose["mpn"]
    product.gtin = ProductCode.valid(
      meta["product:ean"] ?? meta["product:upc"] ?? meta["product:isbn"])
    let parsed = priceText.flatMap(PriceText.parse)
    product.price = parsed?.amount
    let currency =
      meta["product:sale_price:currency"] ?? meta["product:price:currency"]
      ?? meta["og:price:currency"] ?? loose["pricecurrency"]
    product.currency = CurrencyName.code(currency) ?? parsed?.currency
    product.availability = Availability.name(
      meta["product:availability"] ?? meta["og:availability"] ?? loose["availability"])
    product.condition = Availability.condition(meta["product:condition"])
    product.description = meta["og:description"] ?? meta["description"]
    product.rating = loose["ratingvalue"].flatMap { RatingText.numbers($0).first }
    product.reviewCount = (loose["reviewcount"] ?? loose["ratingcount"]).flatMap {
      RatingText.numbers($0).first
    }
    if let image = meta["og:image"] { product.images = [image] }
    return product
  }
}
