/// A product with the origin of each of its fields.
struct ProductRecord {
  enum Field: Hashable, CaseIterable {
    case name, brand, sku, mpn, gtin, price, currency, availability, condition, description
    case rating, reviewCount, images, category, properties, variants
  }

  private(set) var product = Product()
  private(set) var origins: [Field: ProductOrigin] = [:]

  /// Takes from another record of the same product what this one lacks. Price and currency come together, and
  /// so do rating and count.
  mutating func fill(from other: Product, _ origin: ProductOrigin) {
    for field in [
      Field.name, .brand, .sku, .mpn, .gtin, .availability, .condition, .description, .category,
    ] {
      let path = ProductRecord.path(field)
      if product[keyPath: path] == nil, let value = other[keyPath: path] {
        product[keyPath: path] = value
        origins[field] = origin
      }
    }
    if product.price == nil, other.price != nil {
      set(price: other.price, currency: other.currency ?? product.currency, origin)
    } else if product.currency == nil, let currency = other.currency {
      product.currency = currency
      origins[.currency] = origin
    }
    if product.rating == nil, let rating = other.rating {
      product.rating = rating
      origins[.rating] = origin
    }
    if product.reviewCount == nil, let count = other.reviewCount {
      product.reviewCount = count
      origins[.reviewCount] = origin
    }
    if product.images.isEmpty, !other.images.isEmpty {
      product.images = other.images
      origins[.images] = origin
    }
    if product.properties.isEmpty, !other.properties.isEmpty {
      product.properties = other.properties
      origins[.properties] = origin
    }
    if product.variants.isEmpty, !other.variants.isEmpty {
      product.variants = other.variants
      origins[.variants] = origin
    }
  }

  /// Puts a price over the one that is there.
  mutating func set(price: String?, currency: String?, _ origin: ProductOrigin) {
    product.price = price
    product.currency = currency
    origins[.price] = price == nil ? nil : origin
    origins[.currency] = currency == nil ? nil : origin
  }

  /// Puts a text over the one that is there.
  mutating func set(_ field: Field, _ value: String?, _ origin: ProductOrigin) {
    product[keyPath: ProductRecord.path(field)] = value
    origins[field] = value == nil ? nil : origin
  }

  private static func path(_ field: Field) -> WritableKeyPath<Product, String?> {
    switch field {
    case .brand: \.brand
    case .sku: \.sku
    case .mpn: \.mpn
    case .gtin: \.gtin
    case .price: \.price
    case .currency: \.currency
    case .availability: \.availability
    case .condition: \.condition
    case .description: \.description
    case .rating: \.rating
    case .reviewCount: \.reviewCount
    case .category: \.category
    default: \.name
    }
  }
}
