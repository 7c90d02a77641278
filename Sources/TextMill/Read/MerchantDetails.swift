internal import TextAlgorithms

/// The attributes of a product feed that have parts: details, shipping and others of their kind.
enum MerchantDetails {
  /// Product details and shipping as properties; in XML their parts are elements, in tables they stand
  /// between colons, and several of them between commas.
  static func properties(of item: FeedItem) -> [Product.Property] {
    var found: [Product.Property] = []
    for value in item.all("product_detail") {
      if let members = value.members {
        let part = { (name: String) in members.first { $0.key == name }?.value.string }
        if let name = part("attribute_name"), let text = part("attribute_value") {
          found.append(.init(name: name, value: text))
        }
        continue
      }
      for detail in entries(value.string ?? "") {
        let parts = detail.split(separator: ":", maxSplits: 2, omittingEmptySubsequences: false)
          .map { String($0).withoutOuterBlanks }
        guard parts.count == 3, !parts[1].isEmpty, !parts[2].isEmpty else { continue }
        found.append(.init(name: parts[1], value: parts[2]))
      }
    }
    let shipping = item.all("shipping").flatMap(shipping)
    if !shipping.isEmpty {
      found.append(.init(name: "Shipping", value: shipping.joined(separator: "; ")))
    }
    return found
  }

  /// "DE: Standard 4.99 EUR".
  private static func shipping(_ value: JSONValue) -> [String] {
    if let members = value.members {
      let part = { (name: String) in members.first { $0.key == name }?.value.string }
      return [line(part("country"), part("region"), part("service"), part("price"))]
    }
    return entries(value.string ?? "").map { entry in
      let parts = entry.split(separator: ":", omittingEmptySubsequences: false)
        .map { String($0).withoutOuterBlanks }
      switch parts.count {
      case 4...: return line(parts[0], parts[1], parts[2], parts[3])
      case 3: return line(parts[0], nil, parts[1], parts[2])
      case 2: return line(parts[0], nil, nil, parts[1])
      default: return entry
      }
    }
  }

  private static func line(
    _ country: String?, _ region: String?, _ service: String?, _ price: String?
  ) -> String {
    let place = [country, region].compactMap(\.self).filter { !$0.isEmpty }.joined(separator: " ")
    let offer = [service, price].compactMap(\.self).filter { !$0.isEmpty }.joined(separator: " ")
    return place.isEmpty ? offer : offer.isEmpty ? place : "\(place): \(offer)"
  }

  /// The entries between commas; one that lacks a colon belongs to the value before it.
  private static func entries(_ text: String) -> [String] {
    var entries: [String] = []
    for part in text.split(separator: ",") {
      if entries.isEmpty || part.contains(":") {
        entries.append(String(part))
      } else {
        entries[entries.count - 1] += "," + part
      }
    }
    return entries
  }
}
