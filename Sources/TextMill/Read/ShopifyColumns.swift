/// Where the columns of a Shopify product CSV stand, by their old and new names in any case.
struct ShopifyColumns {
  enum Name: Int, CaseIterable {
    case handle, title, body, vendor, category, type, tags, published, status
    case option1Name, option1Value, option2Name, option2Value, option3Name, option3Value
    case sku, price, barcode, quantity, tracker, policy, image, variantImage, giftCard

    fileprivate var names: [String] {
      switch self {
      case .handle: ["handle", "url handle", "product handle"]
      case .title: ["title", "product title"]
      case .body: ["body (html)", "body html", "body", "description", "description (html)"]
      case .vendor: ["vendor"]
      case .category: ["product category", "standard product type", "category"]
      case .type: ["type", "custom product type", "product type"]
      case .tags: ["tags"]
      case .published: ["published", "published on online store"]
      case .status: ["status"]
      case .option1Name: ["option1 name", "option 1 name"]
      case .option1Value: ["option1 value", "option 1 value"]
      case .option2Name: ["option2 name", "option 2 name"]
      case .option2Value: ["option2 value", "option 2 value"]
      case .option3Name: ["option3 name", "option 3 name"]
      case .option3Value: ["option3 value", "option 3 value"]
      case .sku: ["variant sku", "sku"]
      case .price: ["variant price", "price"]
      case .barcode: ["variant barcode", "barcode"]
      case .quantity: ["variant inventory qty", "inventory quantity"]
      case .tracker: ["variant inventory tracker", "inventory tracker"]
      case .policy: ["variant inventory policy", "continue selling when out of stock"]
      case .image: ["image src", "product image url", "image url"]
      case .variantImage: ["variant image", "variant image url"]
      case .giftCard: ["gift card"]
      }
    }
  }

  private let columns: [Int?]

  init(_ header: [String]) {
    let lower = header.map { $0.lowercased() }
    columns = Name.allCases.map { name in
      name.names.lazy.compactMap { lower.firstIndex(of: $0) }.first
    }
  }

  subscript(_ name: Name) -> Int? { columns[name.rawValue] }

  /// The row's cell in this column, trimmed; nil when there is no such column or the cell is blank.
  func text(_ name: Name, _ row: CSVRows.Row) -> String? {
    guard let column = self[name] else { return nil }
    let text = row.text(column).withoutOuterSpace
    return text.isEmpty ? nil : text
  }
}
