package import TextAlgorithms

extension Product {
  /// The record as it is written: every key present, null where the source says nothing.
  package var json: JSONValue {
    func text(_ value: String?) -> JSONValue { value.map { .string($0) } ?? .null }
    return .object([
      .init(key: "name", value: text(name)),
      .init(key: "brand", value: text(brand)),
      .init(key: "sku", value: text(sku)),
      .init(key: "mpn", value: text(mpn)),
      .init(key: "gtin", value: text(gtin)),
      .init(key: "price", value: text(price)),
      .init(key: "currency", value: text(currency)),
      .init(key: "availability", value: text(availability)),
      .init(key: "condition", value: text(condition)),
      .init(key: "description", value: text(description)),
      .init(key: "rating", value: text(rating)),
      .init(key: "review_count", value: text(reviewCount)),
      .init(key: "images", value: .array(images.map { .string($0) })),
      .init(key: "category", value: text(category)),
      .init(
        key: "properties",
        value: .array(
          properties.map {
            .object([
              .init(key: "name", value: .string($0.name)),
              .init(key: "value", value: .string($0.value)),
            ])
          })),
      .init(key: "variants", value: .array(variants.map(\.json))),
    ])
  }
}

extension Product {
  /// A product from its record; members of other types count as missing.
  package init(json: JSONValue) {
    self.init()
    name = json["name"]?.string
    brand = json["brand"]?.string
    sku = json["sku"]?.string
    mpn = json["mpn"]?.string
    gtin = json["gtin"]?.string
    price = json["price"]?.string
    currency = json["currency"]?.string
    availability = json["availability"]?.string
    condition = json["condition"]?.string
    description = json["description"]?.string
    rating = json["rating"]?.string
    reviewCount = json["review_count"]?.string
    images = (json["images"]?.array ?? []).compactMap(\.string)
    category = json["category"]?.string
    properties = (json["properties"]?.array ?? []).compactMap { property in
      guard let name = property["name"]?.string, let value = property["value"]?.string else {
        return nil
      }
      return Property(name: name, value: value)
    }
    variants = (json["variants"]?.array ?? []).map(Product.init(json:))
  }
}
