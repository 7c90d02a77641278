internal import TextAlgorithms

/// How the variations of a configurable product travel to it: its row mentions their SKUs, the rows with
/// these SKUs answer.
enum MagentoVariation {
  /// Fields of mentions; columns have no such names.
  static let parent = "/parent"
  static let position = "/position"
  static let attribute = "/attribute/"

  /// A mention for each entry of `configurable_variations`: `sku=A,color=Red|sku=B,color=Blue`.
  static func mentions(_ list: String, by row: FeedItem, sku: String) -> [FeedItem] {
    var entries: [String] = []
    for piece in list.split(separator: "|") {
      if entries.isEmpty || piece.drop(while: { $0 == " " }).lowercased().hasPrefix("sku=") {
        entries.append(String(piece))
      } else {
        entries[entries.count - 1] += "|" + piece
      }
    }
    return entries.enumerated().compactMap { index, entry in
      let pairs = MagentoAttributes.pairs(entry)
      guard let child = pairs.first(where: { $0.name == "sku" })?.value, child != sku else {
        return nil
      }
      var fields: [JSONValue.Member] = [
        .init(key: parent, value: .string(sku)), .init(key: position, value: .int(index)),
        .init(key: "sku", value: .string(child)),
      ]
      for pair in pairs where pair.name != "sku" {
        fields.append(.init(key: attribute + pair.name, value: .string(pair.value)))
      }
      return FeedItem(record: row.record, offset: row.offset, fields: fields)
    }
  }

  /// A mention with what the row of its SKU says.
  static func item(_ mention: FeedItem, row: FeedItem?, sku: String) -> FeedItem {
    var item = mention
    let own: Set<String> = [
      "name", "price", "special_price", "special_price_from_date", "special_price_to_date", "qty",
      "is_in_stock", "base_image", "additional_attributes", "gtin", "ean", "mpn",
    ]
    item.fields += (row?.fields ?? []).filter { own.contains($0.key) }
    return item
  }
}
