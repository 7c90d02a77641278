internal import TextAlgorithms

/// One product of `products.json`, as the storefront or the Admin API writes it.
struct ShopifyRecord {
  private let json: JSONValue

  init(_ json: JSONValue) { self.json = json }

  /// Whether this can be a product at all.
  var isProduct: Bool { text("handle") != nil || json["variants"]?.array != nil }

  private func text(_ key: String, of value: JSONValue? = nil) -> String? {
    guard let text = (value ?? json)[key]?.scalarText?.withoutOuterBlanks, !text.isEmpty else {
      return nil
    }
    return text
  }

  /// The product and what else is said of it; the handle names it, else the id.
  func product(
    at location: SourceLocation, context: ReaderContext
  ) -> (Product, ProductAssembly.Details, status: String?)? {
    guard let id = text("handle") ?? text("id") else { return nil }
    var product = Product()
    product.name = text("title")
    product.brand = text("vendor")
    product.category = text("product_type") ?? category
    product.images = images
    let options = optionNames
    product.variants = (json["variants"]?.array ?? []).map { variant($0, options) }
    ProductAssembly.mergeOnlyVariant(into: &product)
    var details = ProductAssembly.Details(id: id, location: location)
    details.description = text("body_html") ?? text("description")
    details.url =
      text("handle").flatMap { handle in
        context.options.baseURL.map { PageAddress.url($0, "products/" + handle) }
      } ?? text("online_store_url") ?? text("onlineStoreUrl")
    details.createdAt = (text("published_at") ?? text("created_at"))
      .flatMap(Timestamps.normalized)
    details.updatedAt = text("updated_at").flatMap(Timestamps.normalized)
    let status = text("status")?.lowercased()
    if let type = text("product_type") {
      details.metadata.append(.init(key: "type", value: .string(type)))
    }
    if !tags.isEmpty {
      details.metadata.append(.init(key: "tags", value: .array(tags.map { .string($0) })))
    }
    if let status { details.metadata.append(.init(key: "status", value: .string(status))) }
    return (product, details, status)
  }

  /// An array in the storefront, a text with commas in the Admin API.
  private var tags: [String] {
    if let array = json["tags"]?.array { return array.compactMap(\.string) }
    return (text("tags") ?? "").split(separator: ",").map { String($0).withoutOuterBlanks }
      .filter { !$0.isEmpty }
  }

  /// The taxonomy's category, where the Admin API gives it.
  private var category: String? {
    json["category"].flatMap { text("full_name", of: $0) ?? text("name", of: $0) }
  }

  private var images: [String] {
    let all = (json["images"]?.array ?? []) + (json["image"].map { [$0] } ?? [])
    var images: [String] = []
    for image in all {
      guard let source = image.string ?? text("src", of: image), !images.contains(source) else {
        continue
      }
      images.append(source)
    }
    return images
  }

  private var optionNames: [String] {
    (json["options"]?.array ?? []).enumerated().map { index, option in
      option.string ?? text("name", of: option) ?? "Option \(index + 1)"
    }
  }

  private func variant(_ value: JSONValue, _ names: [String]) -> Product {
    var variant = Product()
    variant.sku = text("sku", of: value)
    variant.gtin = text("barcode", of: value).flatMap(FeedValue.gtin)
    variant.price = text("price", of: value).flatMap(FeedValue.decimal)
    variant.availability = availability(value)
    if let image = value["featured_image"].flatMap({ text("src", of: $0) }) {
      variant.images = [image]
    }
    for index in 0..<3 {
      guard let option = text("option\(index + 1)", of: value), option != "Default Title" else {
        continue
      }
      let name = index < names.count ? names[index] : "Option \(index + 1)"
      variant.properties.append(.init(name: name, value: option))
    }
    variant.name =
      variant.properties.isEmpty
      ? nil : variant.properties.map(\.value).joined(separator: " / ")
    if let regular = text("compare_at_price", of: value).flatMap(FeedValue.decimal),
      let price = variant.price, regular != price, Double(regular) ?? 0 > Double(price) ?? 0
    {
      variant.properties.append(.init(name: "Regular price", value: regular))
    }
    return variant
  }

  /// The storefront says it; the Admin API gives the stock, where it is tracked.
  private func availability(_ value: JSONValue) -> String? {
    if let isAvailable = value["available"]?.bool {
      return isAvailable ? "InStock" : "OutOfStock"
    }
    guard let quantity = value["inventory_quantity"]?.int,
      text("inventory_management", of: value) != nil
    else { return nil }
    let sellsOn = text("inventory_policy", of: value) == "continue"
    return quantity > 0 || sellsOn ? "InStock" : "OutOfStock"
  }
}
