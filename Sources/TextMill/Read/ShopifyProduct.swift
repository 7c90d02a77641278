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
    variant.price = columns.text(.price, row).flatMap(ShopifyProduct.decimal)
    if values.allSatisfy({ $0 == nil }), variant.sku == nil, variant.price == nil { return }
    let barcode = columns.text(.barcode, row).map {
      $0.hasPrefix("'") ? String($0.dropFirst()) : $0
    }
    if let barcode, [8, 12, 13, 14].contains(barcode.utf8.count),
      barcode.utf8.allSatisfy({ $0 &- 0x30 < 10 })
    {
      variant.gtin = barcode
    }
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
  func result(_ context: ReaderContext) -> ReadResult {
    let id = context.documentID(handle)
    if let excluded = context.excluded(status: status, at: location, id: id) { return excluded }
    guard let title else {
      return context.rejection("missing_field", at: location, id: id, evidence: "Title")
    }
    var product = product
    product.name = title
    product.category = product.category ?? type
    if product.variants.count == 1 { mergeOnlyVariant(into: &product) }
    let isBlank = body.allSatisfy { $0 <= 0x20 }
    var document = Document(
      id: id, kind: .product, source: location, title: title,
      url: context.options.baseURL.map { PageAddress.url($0, "products/" + handle) },
      body: isBlank ? .text(Array(title.utf8)) : .page(RawPage(bytes: body, encoding: "utf-8")))
    document.product = product
    if let type { document.metadata.append(.init(key: "type", value: .string(type))) }
    if let tags {
      let list = tags.split(separator: ",").map { JSONValue.string(String($0).withoutOuterSpace) }
      document.metadata.append(.init(key: "tags", value: .array(list)))
    }
    if let status { document.metadata.append(.init(key: "status", value: .string(status))) }
    if let published {
      document.metadata.append(.init(key: "published", value: .bool(published == "true")))
    }
    return .document(document)
  }

  /// A product of one variant is that variant.
  private func mergeOnlyVariant(into product: inout Product) {
    let only = product.variants.removeFirst()
    product.sku = only.sku
    product.price = only.price
    product.gtin = only.gtin
    product.availability = only.availability
    product.properties += only.properties
    for image in only.images where !product.images.contains(image) { product.images.append(image) }
  }

  /// A price as a decimal with a point ("1299.00" of "1,299.00" and of "1299,00"); nil when it is none.
  static func decimal(_ text: String) -> String? {
    var bytes = text.utf8.filter { $0 != 0x27 && $0 != 0x20 }
    if bytes.contains(0x2E) {
      bytes.removeAll { $0 == 0x2C }
    } else if let comma = bytes.lastIndex(of: 0x2C) {
      if bytes.count - comma == 4 { bytes.removeAll { $0 == 0x2C } } else { bytes[comma] = 0x2E }
    }
    let points = bytes.count { $0 == 0x2E }
    guard points <= 1, bytes.contains(where: { $0 &- 0x30 < 10 }),
      bytes.allSatisfy({ $0 == 0x2E || $0 &- 0x30 < 10 })
    else { return nil }
    return String(decoding: bytes, as: UTF8.self)
  }
}
