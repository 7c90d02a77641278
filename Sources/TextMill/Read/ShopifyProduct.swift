internal import TextAlgorithms

/// One product while its rows come in.
struct ShopifyProduct {
  let handle: String
  let location: SourceLocation
  /// Bytes of the rows so far.
  private(set) var bytes = 0
  private var title: String?
  private var body: [UInt8] = []
  private var product = Product()
  private var tags: String?
  private var type: String?
  private var status: String?
  private var published: String?
  private var optionNames: [String?] = [nil, nil, nil]

  init(handle: String, location: SourceLocation) {
    self.handle = handle
    self.location = location
  }

  /// Takes over what a row says: the product from the first that says it, an image, a variant.
  mutating func add(_ row: CSVRows.Row, _ columns: ShopifyColumns) {
    bytes += row.raw.count
    title = title ?? columns.text(.title, row)
    if body.isEmpty, let column = columns[.body] { row.appendText(column, to: &body) }
    product.brand = product.brand ?? columns.text(.vendor, row)
    product.category = product.category ?? columns.text(.category, row)
    type = type ?? columns.text(.type, row)
    tags = tags ?? columns.text(.tags, row)
    status = status ?? columns.text(.status, row)?.lowercased()
    published = published ?? columns.text(.published, row)?.lowercased()
    let names: [ShopifyColumns.Name] = [.option1Name, .option2Name, .option3Name]
    for (i, name) in names.enumerated() {
      optionNames[i] = optionNames[i] ?? columns.text(name, row)
    }
    if let image = columns.text(.image, row), !product.images.contains(image) {
      product.images.append(image)
    }
    addVariant(row, columns)
  }

  /// A row with neither option, SKU nor price is there for its image only.
  private mutating func addVariant(_ row: CSVRows.Row, _ columns: ShopifyColumns) {
    let valueColumns: [ShopifyColumns.Name] = [.option1Value, .option2Value, .option3Value]
    let values = valueColumns.map { columns.text($0, row) }
    var variant = Product()
    variant.sku = columns.text(.sku, row)
    variant.price = columns.text(.price, row).flatMap(FeedValue.decimal)
    if values.allSatisfy({ $0 == nil }), variant.sku == nil, variant.price == nil { return }
    variant.gtin = columns.text(.barcode, row).flatMap(FeedValue.gtin)
    if columns.text(.tracker, row) != nil,
      let quantity = columns.text(.quantity, row).flatMap({ Int($0) })
    {
      let sellsOn = ["continue", "true"].contains(columns.text(.policy, row)?.lowercased())
      variant.availability = quantity > 0 || sellsOn ? "InStock" : "OutOfStock"
    }
    if let image = columns.text(.variantImage, row) { variant.images = [image] }
    for (i, value) in values.enumerated() {
      guard let value, value != "Default Title" else { continue }
      variant.properties.append(.init(name: optionNames[i] ?? "Option \(i + 1)", value: value))
    }
    if !variant.properties.isEmpty {
      variant.name = variant.properties.map(\.value).joined(separator: " / ")
    }
    product.variants.append(variant)
  }

  /// The finished document, or why it is left out.
  func result(_ assembly: inout ProductAssembly) -> ReadResult {
    let context = assembly.context
    let id = context.documentID(handle)
    if let excluded = context.excluded(status: status, at: location, id: id) { return excluded }
    guard let title else {
      return context.rejection("missing_field", at: location, id: id, evidence: "Title")
    }
    var product = product
    product.name = title
    product.category = product.category ?? type
    ProductAssembly.mergeOnlyVariant(into: &product)
    var details = ProductAssembly.Details(id: handle, location: location)
    details.description = String(decoding: body, as: UTF8.self)
    details.url = context.options.baseURL.map { PageAddress.url($0, "products/" + handle) }
    if let type { details.metadata.append(.init(key: "type", value: .string(type))) }
    if let tags {
      let list = tags.split(separator: ",").map { JSONValue.string(String($0).withoutOuterSpace) }
      details.metadata.append(.init(key: "tags", value: .array(list)))
    }
    if let status { details.metadata.append(.init(key: "status", value: .string(status))) }
    if let published {
      details.metadata.append(.init(key: "published", value: .bool(published == "true")))
    }
    return assembly.document(product, details)
  }
}
