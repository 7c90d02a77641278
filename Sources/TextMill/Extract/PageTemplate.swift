internal import TextAlgorithms

/// The kind of page that a shop's software says it made, by the names that it gives the body.
enum PageTemplate {
  case product, listing

  private static let names: [String: PageTemplate] = [
    // WooCommerce
    "single-product": .product, "tax-product_cat": .listing, "tax-product_tag": .listing,
    "post-type-archive-product": .listing,
    // Magento
    "catalog-product-view": .product, "catalog-category-view": .listing,
    "catalogsearch-result-index": .listing,
    // Shopify
    "template-product": .product, "template-collection": .listing, "template-search": .listing,
    "template-list-collections": .listing,
    // PrestaShop
    "page-product": .product, "page-category": .listing,
    // Shopware
    "is--ctl-detail": .product, "is-ctl-product": .product, "is--ctl-listing": .listing,
    // SAP Commerce
    "page-productdetails": .product, "page-productlist": .listing, "page-productgrid": .listing,
  ]

  /// nil where the body has none of the names, or names of both kinds.
  static func of(_ arena: HTMLArena) -> PageTemplate? {
    guard let body = arena.nodes.firstIndex(where: { $0.tag == .body }),
      let value = arena.attribute(body, .class)
    else { return nil }
    var found: PageTemplate?
    for word in value.prefix(4096).split(whereSeparator: { $0 <= 0x20 }) {
      guard let kind = names[String(decoding: word, as: UTF8.self).lowercased()] else { continue }
      if found != nil, found != kind { return nil }
      found = kind
    }
    return found
  }
}
