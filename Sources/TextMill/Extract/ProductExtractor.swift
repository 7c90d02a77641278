internal import TextAlgorithms

/// Finds the product that a page sells: in its linked data, microdata, RDFa and head, in its scripts' data, and
/// in what it shows.
///
/// Markup says what the product is; where the page shows another price than its markup says, the page is right.
struct ProductExtractor {
  let arena: HTMLArena
  let facts: PageFactsReader
  let url: String?
  private let address: String?
  private let schema: SchemaValue
  private let sources: [(trees: [JSONValue], origin: ProductOrigin)]
  let meta: ProductMeta
  private let trail: ProductTrail

  init(_ arena: HTMLArena, linkedData: LinkedData, facts: PageFactsReader, url: String?) {
    self.arena = arena
    self.facts = facts
    self.url = url
    address = facts.canonical ?? url
    let microdata = Microdata(arena)
    let rdfa = RDFaReader.items(arena, base: url)
    sources = [
      (linkedData.blocks.map { SchemaValue.plainNames($0) }, .linkedData),
      (microdata.items.map { SchemaValue.plainNames($0) }, .microdata),
      (rdfa.map { SchemaValue.plainNames($0) }, .rdfa),
    ]
    schema = SchemaValue(sources.flatMap(\.trees))
    meta = ProductMeta(facts, loose: microdata.loose)
    trail = ProductTrail(sources.map(\.trees), schema)
  }

  /// Under this likeness to a product's page nothing but markup makes a product of a page. By cross-validation one
  /// product's page in eighty is below it, and eight in ten others.
  private static let leastLikeness: Float = 0.015

  /// The page's main product; nil for pages that sell none or list several alike.
  ///
  /// `likeness`: how much the page looks like a product's, from 0 to 1.
  func product(likeness: Float) -> ProductRecord? {
    let template = PageTemplate.of(arena)
    guard template != .listing else { return nil }
    var record = ProductRecord()
    let marks = readMarkup(into: &record)
    let isMarked = marks != nil
    guard
      isMarked || meta.isProduct || template == .product
        || !meta.isArticle && likeness >= ProductExtractor.leastLikeness
    else { return nil }
    if isMarked || meta.isProduct { record.fill(from: meta.product, .meta) }
    // Nothing that a page shows makes a product of it without a sign, but its data may.
    var state: StateProducts?
    if !isMarked, !meta.isProduct, template != .product, !ShopSigns.stand(in: arena) {
      let read = StateProducts(InlineState(arena).objects)
      guard read.found.contains(where: { $0.product.price != nil }) else { return nil }
      state = read
    }
    let marked = record.product
    let known = [marked.price, meta.product.price].compactMap { $0 }
    let names = [marked.name].compactMap { $0 } + titles
    let page = ShopPageReader.read(arena, names: names)
    let shown = VisibleProduct(arena, page, known: known, address: address)
    let isLikely =
      isMarked || meta.isProduct || !page.prices.isEmpty || !page.buttons.isEmpty
      || (address.map { $0.holds("product") || $0.holds("/p/") || $0.holds("item") } ?? false)
    let points =
      isLikely
      ? readState(
        state ?? StateProducts(InlineState(arena).objects), names: names, shown, into: &record) : 0
    // Data that has the page's name and its address or number is the page's product.
    let isInState = points >= 5 && record.product.price != nil
    // Shops' templates give listings the type of products, too.
    let isSaid = meta.isPriced || meta.isProduct && !shown.isListing
    guard isMarked || isSaid || isInState || shown.isProduct(of: template) else { return nil }
    if marks?.isPlain == true { dropUnknownPrice(shown, &record) }
    readShown(shown, into: &record)
    if record.product.sku == nil { record.set(.sku, marks?.numbers.first, .linkedData) }
    finish(&record)
    let product = record.product
    return product.name != nil || product.price != nil ? record : nil
  }

  /// What the markup says of a product beside its record.
  private struct Marks {
    /// The numbers of its group and first variant, by which it goes where nothing says its own.
    var numbers: [String] = []
    /// Whether it is nothing else than a product: no program or book, which may be free.
    var isPlain = true
  }

  private static let plainTypes: Set<String> = [
    "Product", "ProductGroup", "IndividualProduct", "ProductModel", "SomeProducts",
  ]

  /// Fills in what the three syntaxes say; nil when none speaks of the page's product.
  private func readMarkup(into record: inout ProductRecord) -> Marks? {
    let candidates = ProductCandidates(schema: schema, facts: facts, url: address)
    let reader = ProductReader(schema: schema, url: url)
    var marks: Marks?
    for source in sources {
      guard let main = candidates.main(source.trees) else { continue }
      let read = reader.product(main.thing)
      let own = record.product
      let isSame =
        own.name == nil || read.name == nil || main.points >= 3
        || read.name.map(ShopHeading.folded) == own.name.map(ShopHeading.folded)
        || own.sku != nil && own.sku == read.sku || own.gtin != nil && own.gtin == read.gtin
      if marks == nil || isSame {
        record.fill(from: read, source.origin)
        var own = marks ?? Marks()
        own.numbers += reader.groupNumbers(main.thing, read)
        let types = SchemaValue.types(main.thing)
        own.isPlain = own.isPlain && types.allSatisfy(ProductExtractor.plainTypes.contains)
        marks = own
      }
    }
    return marks
  }

  /// The page's titles, whole and without what they add after a bar or dash.
  private var titles: [String] {
    var found: [String] = []
    for title in [facts.meta["og:title"], facts.title].compactMap({ $0 }) {
      found.append(title)
      for mark in [" | ", " – ", " - ", " — ", ": "] {
        if let cut = title.place(of: mark) { found.append(String(title[..<cut.lowerBound])) }
      }
    }
    return found
  }

  /// Fills in what the data of scripts says; answers how well that agrees with the page.
  private func readState(
    _ state: StateProducts, names: [String], _ shown: VisibleProduct,
    into record: inout ProductRecord
  ) -> Int {
    guard !state.found.isEmpty else { return 0 }
    let own = record.product
    let ids = [own.sku, own.gtin, own.mpn, shown.value(.sku)].compactMap { $0 }
    var all = names
    if let heading = shown.page.heading {
      all.append(String(decoding: arena.collapsedText(heading, limit: 400), as: UTF8.self))
    }
    let prices = [own.price, shown.price?.price.amount].compactMap { $0 }
    guard let match = state.product(names: all, ids: ids, prices: prices, url: address) else {
      return 0
    }
    var found = match.product
    // Whole numbers may be hundredths, as a shown price tells.
    if let price = found.price, !price.contains("."), !shown.shows(price) {
      let hundredth = StateObject.hundredth(price)
      if shown.shows(hundredth) || own.price.map({ VisibleProduct.same($0, hundredth) }) == true {
        found.price = hundredth
      }
    }
    if found.mpn == own.sku || found.mpn == found.sku { found.mpn = nil }
    found.variants = []
    if let price = shown.price, price.points >= 60, own.price == nil {
      found.price = nil
      found.currency = nil
    }
    found.sku = ProductReader.number(of: found.sku)
    if let sku = found.sku, !ProductLabels.isNumber(sku) { found.sku = nil }
    record.fill(from: found, .state)
    return match.points
  }

  private func finish(_ record: inout ProductRecord) {
    if record.product.name == nil, let name = facts.meta["og:title"] ?? facts.heading {
      record.set(.name, name, .meta)
    }
    if record.product.category == nil {
      record.set(.category, trail.category(without: record.product.name), .linkedData)
    }
    if record.product.price == nil, record.product.currency != nil, shownNothing(record) {
      record.set(.currency, nil, .visible)
    }
  }

  /// Whether a currency stands alone: a price that nothing says needs none.
  private func shownNothing(_ record: ProductRecord) -> Bool {
    record.origins[.currency].map { $0 > .meta } ?? true
  }
}
