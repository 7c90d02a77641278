internal import TextAlgorithms

/// Makes products of the rows of Magento.
struct MagentoProducts {
  private let context: ReaderContext
  private var assembly: ProductAssembly
  /// Rows of store views that say nothing that a text holds.
  private var passedViews = 0

  init(_ context: ReaderContext) {
    self.context = context
    assembly = ProductAssembly(context)
  }

  mutating func takePassedViews() -> Int {
    defer { passedViews = 0 }
    return passedViews
  }

  /// The documents of one SKU: its own, and one for each further store view that has texts of its own.
  ///
  /// The row without a view holds for all of them. The view `default`, and a view that is the only one and
  /// has no texts of its own, is laid over it.
  mutating func documents(_ items: [FeedItem], _ path: String) -> [ReadResult] {
    let rows = items.filter { $0.text(MagentoVariation.parent) == nil }
    let variations = items.filter { $0.text(MagentoVariation.parent) != nil }
      .sorted { position($0) < position($1) }
    guard var base = rows.first(where: { $0.text("store_view_code") == nil }) ?? rows.first else {
      return []
    }
    let views = rows.filter { $0.text("store_view_code") != nil && $0 != base }
    var spoken: [FeedItem] = []
    for view in views {
      let hasTexts = MagentoProducts.texts.contains { view.text($0) != nil }
      if view.text("store_view_code") == "default" || views.count == 1 && !hasTexts {
        base = MagentoProducts.laid(view, over: base)
      } else if hasTexts {
        spoken.append(view)
      } else {
        passedViews += 1
      }
    }
    let results = [document(base, view: nil, variations, path)]
    return results
      + spoken.map { view in
        document(
          MagentoProducts.laid(view, over: base), view: view.text("store_view_code"), variations,
          path)
      }
  }

  private static let texts = ["name", "description", "short_description"]

  private func position(_ item: FeedItem) -> Int {
    item.all(MagentoVariation.position).first?.int ?? 0
  }

  /// The fields of `view`, and those of `base` that it doesn't have.
  private static func laid(_ view: FeedItem, over base: FeedItem) -> FeedItem {
    var item = view
    let own = Set(view.fields.map(\.key))
    item.fields += base.fields.filter { !own.contains($0.key) }
    if base.text("store_view_code") == nil, view.text("store_view_code") == "default" {
      item.fields.removeAll { $0.key == "store_view_code" }
    }
    return item
  }

  private mutating func document(
    _ row: FeedItem, view: String?, _ variations: [FeedItem], _ path: String
  ) -> ReadResult {
    let location = context.location(path: path, record: row.record, offset: row.offset)
    let id = row.text("sku")! + (view.map { "/\($0)" } ?? "")
    let status = row.text("product_online", "status").map { $0 == "1" ? "enabled" : "disabled" }
    if let excluded = context.excluded(status: status, at: location, id: context.documentID(id)) {
      return excluded
    }
    var attributes = MagentoAttributes.pairs(row.text("additional_attributes") ?? "")
    var labels: [String: String] = [:]
    for pair in MagentoAttributes.pairs(row.text("configurable_variation_labels") ?? "") {
      labels[pair.name] = pair.value
    }
    var product = MagentoOffer.product(row, attributes)
    product.name = row.text("name")
    product.variants = variations.map { MagentoOffer.variant($0, labels) }
    product.images = MagentoOffer.images(row)
    product.brand =
      attributes.first { MagentoOffer.brandCodes.contains($0.name) }?.value
      ?? row.text("brand", "manufacturer")
    let varying = Set(variations.flatMap { $0.fields.map(\.key) })
    attributes.removeAll { pair in
      MagentoOffer.isInternal(pair.name) || varying.contains(MagentoVariation.attribute + pair.name)
    }
    product.properties += attributes.map {
      .init(name: labels[$0.name] ?? MagentoAttributes.label($0.name), value: $0.value)
    }
    if let weight = row.text("weight").flatMap(FeedValue.decimal) {
      product.properties.append(.init(name: "Weight", value: weight))
    }
    let categories = MagentoOffer.categories(row.text("categories"))
    product.category = categories.max { a, b in a.count { $0 == ">" } < b.count { $0 == ">" } }
    var details = ProductAssembly.Details(id: id, location: location)
    details.description = row.text("description")
    details.summary = row.text("short_description")
    details.url = row.text("url_key").flatMap { key in
      context.options.baseURL.map { PageAddress.url($0, key + ".html") }
    }
    details.language = view.flatMap(MagentoOffer.language)
    details.createdAt = row.text("created_at").flatMap(Timestamps.normalized)
    details.updatedAt = row.text("updated_at").flatMap(Timestamps.normalized)
    if let view { details.metadata.append(.init(key: "store_view", value: .string(view))) }
    if !categories.isEmpty {
      details.metadata.append(
        .init(key: "categories", value: .array(categories.map { .string($0) })))
    }
    if let status { details.metadata.append(.init(key: "status", value: .string(status))) }
    return assembly.document(product, details)
  }
}
