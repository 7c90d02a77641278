/// Items that a page marks up in its elements, as trees of the shape of linked data.
///
/// An item is an object with `@type` (the last part of its type's address), `url` or `@id` where it says one,
/// and its properties; a property said several times is an array.
package enum Microdata {
  /// Which attributes carry the items.
  package enum Syntax: Sendable { case microdata, rdfa }

  private struct Item {
    var members: [JSONValue.Member]
    var end: Int
    /// The item and property this one is the value of; nil for an item of its own.
    var place: (item: Int, names: [String])?
  }

  /// The items that are no property of another, in the page's order. Linear in the page.
  package static func items(_ arena: HTMLArena, _ syntax: Syntax) -> [JSONValue] {
    var items: [Item] = []
    var open: [Int] = []
    for node in arena.nodes.indices where arena.nodes[node].attributeCount > 0 {
      while let last = open.last, items[last].end <= node { open.removeLast() }
      let names = propertyNames(arena, node, syntax)
      if let type = itemType(arena, node, syntax) {
        var members = [JSONValue.Member(key: "@type", value: .string(type))]
        let key: HTMLAttributeName = syntax == .microdata ? .itemid : .resource
        if let id = arena.attributeText(node, key) {
          members.append(.init(key: "@id", value: .string(id)))
        }
        let place = open.last.flatMap { names.isEmpty ? nil : (item: $0, names: names) }
        items.append(.init(members: members, end: Int(arena.nodes[node].end), place: place))
        open.append(items.count - 1)
      } else if let item = open.last, !names.isEmpty {
        let value = JSONValue.string(text(arena, node))
        for name in names { items[item].members.append(.init(key: name, value: value)) }
      }
    }
    return assemble(&items)
  }

  /// Puts items into those they are properties of, from the last to the first.
  private static func assemble(_ items: inout [Item]) -> [JSONValue] {
    var tops: [JSONValue] = []
    for index in items.indices.reversed() {
      let value = JSONValue.object(grouped(items[index].members))
      guard let place = items[index].place else {
        tops.append(value)
        continue
      }
      for name in place.names {
        items[place.item].members.append(.init(key: name, value: value))
      }
    }
    return tops.reversed()
  }

  private static func grouped(_ members: [JSONValue.Member]) -> [JSONValue.Member] {
    var places: [String: Int] = [:]
    var values: [(String, [JSONValue])] = []
    for member in members {
      if let place = places[member.key] {
        values[place].1.append(member.value)
      } else {
        places[member.key] = values.count
        values.append((member.key, [member.value]))
      }
    }
    return values.map { .init(key: $0.0, value: $0.1.count == 1 ? $0.1[0] : .array($0.1)) }
  }

  private static func itemType(_ arena: HTMLArena, _ node: Int, _ syntax: Syntax) -> String? {
    switch syntax {
    case .microdata:
      guard arena.attributeRange(node, .itemscope) != nil else { return nil }
      return shortName(arena.attributeText(node, .itemtype) ?? "")
    case .rdfa:
      return arena.attributeText(node, .typeof).map(shortName)
    }
  }

  private static func propertyNames(_ arena: HTMLArena, _ node: Int, _ syntax: Syntax) -> [String] {
    let key: HTMLAttributeName = syntax == .microdata ? .itemprop : .property
    guard let value = arena.attributeText(node, key) else { return [] }
    return value.split(separator: " ").map { shortName(String($0)) }
  }

  /// "Product" of "https://schema.org/Product", "schema:Product" and "Product".
  private static func shortName(_ name: String) -> String {
    let first = name.split(separator: " ").first.map(String.init) ?? ""
    return first.split(whereSeparator: { $0 == "/" || $0 == "#" || $0 == ":" }).last.map(
      String.init)
      ?? ""
  }

  private static func text(_ arena: HTMLArena, _ node: Int) -> String {
    if let content = arena.attributeText(node, .content) { return content }
    let tag = arena.nodes[node].tag
    let key: HTMLAttributeName? =
      switch tag {
      case .a, .link: .href
      case .img: .src
      case .time: .datetime
      case .data: .value
      default: tag.isSkipped ? .src : nil
      }
    if let key, let value = arena.attributeText(node, key),
      !(tag == .a && key == .href && value.isEmpty)
    {
      return value
    }
    return String(decoding: arena.collapsedText(node, limit: 20_000), as: UTF8.self)
  }
}
