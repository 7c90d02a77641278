internal import TextAlgorithms

/// Makes documents of the products of feeds.
struct ProductAssembly {
  /// What a feed says about a product beside the product itself.
  struct Details {
    /// The product's own id in its source.
    var id: String
    var location: SourceLocation
    /// HTML or plain text.
    var description: String?
    /// A shorter one, which stands before the other where it isn't part of it.
    var summary: String?
    var highlights: [String] = []
    var url: String?
    var language: String?
    var createdAt: String?
    var updatedAt: String?
    var metadata: [JSONValue.Member] = []
  }

  let context: ReaderContext
  private var text = ProductText()

  init(_ context: ReaderContext) { self.context = context }

  /// The finished document; a rejection for a product without a name.
  mutating func document(_ product: Product, _ details: Details) -> ReadResult {
    let id = context.documentID(details.id)
    var product = product
    guard let name = product.name?.withoutOuterBlanks, !name.isEmpty else {
      return context.rejection("missing_field", at: details.location, id: id, evidence: "title")
    }
    product.name = name
    if product.currency == nil, product.price != nil { product.currency = context.options.currency }
    for i in product.variants.indices
    where product.variants[i].currency == nil && product.variants[i].price != nil {
      product.variants[i].currency = context.options.currency
    }
    ProductAssembly.agree(&product)
    let described = details.description.map { text.description($0) } ?? ""
    let summary = details.summary.map { text.description($0) } ?? ""
    let parts = described.contains(summary) ? [described] : [summary, described]
    let whole = parts.filter { !$0.isEmpty }.joined(separator: "\n\n")
    if !whole.isEmpty { product.description = whole }
    let highlights = details.highlights.map { text.description($0) }
      .filter { !whole.contains($0) }
    var document = Document(
      id: id, kind: .product, source: details.location, title: name, url: details.url,
      language: details.language, createdAt: details.createdAt, updatedAt: details.updatedAt,
      body: .text(ProductText.markdown(product, highlights: highlights)))
    document.product = product
    document.metadata = details.metadata
    return .document(document)
  }

  /// What all variants say alike holds for the product, and a product is in stock when a variant is.
  private static func agree(_ product: inout Product) {
    guard let first = product.variants.first else { return }
    func all(_ path: KeyPath<Product, String?>) -> String? {
      let value = first[keyPath: path]
      return product.variants.allSatisfy { $0[keyPath: path] == value } ? value : nil
    }
    if product.price == nil, let price = all(\.price), let currency = .some(all(\.currency)) {
      product.price = price
      product.currency = product.currency ?? currency
    }
    product.currency = product.currency ?? all(\.currency)
    product.condition = product.condition ?? all(\.condition)
    if product.availability == nil {
      let isInStock = product.variants.contains { $0.availability == "InStock" }
      product.availability = isInStock ? "InStock" : all(\.availability)
    }
  }

  /// A product of one variant is that variant.
  static func mergeOnlyVariant(into product: inout Product) {
    guard product.variants.count == 1 else { return }
    let only = product.variants.removeFirst()
    product.sku = product.sku ?? only.sku
    product.mpn = product.mpn ?? only.mpn
    product.gtin = product.gtin ?? only.gtin
    product.price = product.price ?? only.price
    product.currency = product.currency ?? only.currency
    product.availability = product.availability ?? only.availability
    product.condition = product.condition ?? only.condition
    product.properties += only.properties
    for image in only.images where !product.images.contains(image) { product.images.append(image) }
  }
}
