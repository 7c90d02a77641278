/// Items that a page marks up by microdata (WHATWG HTML, section 5), as trees of the shape of linked data.
///
/// An item is an object with `@type` (an array where it says several), `@id` where it says one, and its
/// properties under the names that the page gives them; a property said several times is an array.
package struct Microdata {
  private struct Item {
    var node: Int
    var members: [JSONValue.Member]
    /// The items that this one is a value of, and under which names.
    var places: [(item: Int, names: [String])]
  }

  /// The items that are no property of another, in the page's order.
  package private(set) var items: [JSONValue] = []
  /// Properties that stand outside any item, in the page's order: `price`, say, in a page's head.
  package private(set) var loose: [JSONValue.Member] = []

  private let arena: HTMLArena
  private var found: [Item] = []
  private var itemOfNode: [Int: Int] = [:]
  /// What references may cost altogether, in nodes.
  private var budget: Int

  /// Reads a page. Linear in the page; references to other elements are followed within a budget of its size.
  package init(_ arena: HTMLArena) {
    self.arena = arena
    budget = arena.nodes.count * 4 + 10_000
    read()
    follow()
    assemble()
    found = []
    itemOfNode = [:]
  }

  private mutating func read() {
    var open: [Int] = []
    var hasRDFa = false
    for node in arena.nodes.indices where arena.nodes[node].attributeCount > 0 {
      while let last = open.last, Int(arena.nodes[found[last].node].end) <= node {
        open.removeLast()
      }
      hasRDFa = hasRDFa || arena.attributeRange(node, .typeof) != nil
      let isItem = arena.attributeRange(node, .itemscope) != nil
      let names = self.names(node, inItem: !open.isEmpty && !hasRDFa && !isItem)
      if isItem {
        let place = open.last.flatMap { names.isEmpty ? nil : (item: $0, names: names) }
        itemOfNode[node] = found.count
        open.append(found.count)
        found.append(.init(node: node, members: head(node), places: place.map { [$0] } ?? []))
      } else if !names.isEmpty {
        let value = JSONValue.string(Microdata.text(arena, node))
        for name in names {
          if let item = open.last {
            found[item].members.append(.init(key: name, value: value))
          } else if loose.count < 200 {
            loose.append(.init(key: name, value: value))
          }
        }
      }
    }
  }

  private func head(_ node: Int) -> [JSONValue.Member] {
    var members: [JSONValue.Member] = []
    let types = Microdata.words(arena.attributeText(node, .itemtype))
    if types.count == 1 {
      members.append(.init(key: "@type", value: .string(types[0])))
    } else if !types.isEmpty {
      members.append(.init(key: "@type", value: .array(types.map { .string($0) })))
    }
    if let id = arena.attributeText(node, .itemid) {
      members.append(.init(key: "@id", value: .string(id)))
    }
    return members
  }

  // MARK: References

  /// Adds to each item with `itemref` what stands in the elements of those ids.
  private mutating func follow() {
    let referring = found.indices.filter {
      arena.attributeRange(found[$0].node, .itemref) != nil
    }
    guard !referring.isEmpty else { return }
    var places: [String: Int] = [:]
    for node in arena.nodes.indices {
      if let id = arena.attributeText(node, .id), places[id] == nil { places[id] = node }
    }
    for item in referring {
      var seen: Set<String> = []
      for id in Microdata.words(arena.attributeText(found[item].node, .itemref)) {
        guard seen.insert(id).inserted, let node = places[id], node != found[item].node else {
          continue
        }
        collect(node, into: item)
      }
    }
  }

  private mutating func collect(_ root: Int, into item: Int) {
    var node = root
    while node < Int(arena.nodes[root].end), budget > 0 {
      budget -= 1
      let names = self.names(node, inItem: false)
      if let inner = itemOfNode[node] {
        // An item is a value where it is a property, and its own from the inside. One that is named by its
        // id and no property lends what it says.
        if !names.isEmpty {
          if inner != item { found[inner].places.append((item: item, names: names)) }
          node = Int(arena.nodes[node].end)
          continue
        }
        if node != root {
          node = Int(arena.nodes[node].end)
          continue
        }
      } else if !names.isEmpty {
        let value = JSONValue.string(Microdata.text(arena, node))
        for name in names { found[item].members.append(.init(key: name, value: value)) }
      }
      node += 1
    }
  }

  // MARK: Trees

  /// Puts items into those they are properties of, from the last to the first. One that refers forward is
  /// put in from its own place later, so a circle of references ends after one turn.
  private mutating func assemble() {
    var values = [JSONValue?](repeating: nil, count: found.count)
    var pending = found.indices.map { _ in [JSONValue.Member]() }
    for index in found.indices.reversed() {
      let own = found[index].members + pending[index].reversed()
      let value = JSONValue.object(Microdata.grouped(own))
      values[index] = value
      for place in found[index].places {
        for name in place.names.reversed() {
          let member = JSONValue.Member(key: name, value: value)
          if place.item < index {
            pending[place.item].append(member)
          } else if let holder = values[place.item], case .object(let members) = holder {
            values[place.item] = .object(Microdata.grouped(members + [member]))
          }
        }
      }
    }
    for index in found.indices where found[index].places.isEmpty {
      if let value = values[index] { items.append(value) }
    }
  }

  static func grouped(_ members: [JSONValue.Member]) -> [JSONValue.Member] {
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

  // MARK: Attributes

  /// The property names of an element. Inside an item a plain `property`, as RDFa has it, counts too: pages
  /// mix the two up.
  private func names(_ node: Int, inItem: Bool) -> [String] {
    if let value = arena.attributeText(node, .itemprop) { return Microdata.words(value) }
    guard inItem, let value = arena.attributeText(node, .property), !value.contains(":") else {
      return []
    }
    return Microdata.words(value)
  }

  package static func words(_ text: String?) -> [String] {
    guard let text else { return [] }
    // Most are one word or several of ASCII, which needs no look at Unicode's tables.
    if text.utf8.allSatisfy({ $0 < 0x80 }) {
      return text.utf8.split(whereSeparator: { $0 == 0x20 || $0 &- 0x09 < 5 })
        .map { String(Substring($0)) }
    }
    return text.split(whereSeparator: \.isWhitespace).map(String.init)
  }

  /// The value of an element that is no item: by its attributes, else its text with white space collapsed.
  static func text(_ arena: HTMLArena, _ node: Int) -> String {
    if let content = arena.attributeText(node, .content) { return trimmed(content) }
    let tag = arena.nodes[node].tag
    let key: HTMLAttributeName? =
      switch tag {
      case .a, .link, .area: .href
      case .img, .source, .iframe, .embed, .audio, .video, .track: .src
      case .time: .datetime
      case .data, .unknown: .value
      case .object: .data
      default: nil
      }
    if let key, let value = arena.attributeText(node, key),
      !(tag == .a && value.isEmpty)
    {
      return trimmed(value)
    }
    return content(arena, node)
  }

  /// The text in an element, with a blank where a block begins or ends; cut at 20,000 bytes or a little more.
  static func content(_ arena: HTMLArena, _ node: Int) -> String {
    var out: [UInt8] = []
    var ends: [Int] = []
    var i = node
    while i < Int(arena.nodes[node].end), out.count < 20_000 {
      let tag = arena.nodes[i].tag
      var isCut = tag != .text && (!tag.isInline || tag == .br)
      while let end = ends.last, end <= i {
        ends.removeLast()
        isCut = true
      }
      if isCut, let last = out.last, last != 0x20 { out.append(0x20) }
      if tag == .text {
        out.appendCollapsed(arena.bytes, arena.textRange(i))
      } else if i > node, tag.isSkipped {
        i = Int(arena.nodes[i].end)
        continue
      } else if i > node, !tag.isInline {
        ends.append(Int(arena.nodes[i].end))
      }
      i += 1
    }
    while out.last == 0x20 { out.removeLast() }
    return String(decoding: out, as: UTF8.self)
  }

  private static func trimmed(_ text: String) -> String {
    var part = text[...]
    while part.first?.isWhitespace == true { part.removeFirst() }
    while part.last?.isWhitespace == true { part.removeLast() }
    return String(part)
  }
}

extension HTMLTag {
  static let area = named("area"), source = named("source"), iframe = named("iframe")
  static let embed = named("embed"), audio = named("audio"), video = named("video")
  static let track = named("track"), object = named("object")
}
