internal import TextAlgorithms

/// Reading schema.org values, which may be texts, numbers, things with a name, or lists of these.
struct SchemaValue {
  /// Things by their `@id`, for references.
  private(set) var things: [String: JSONValue] = [:]
  /// The most things that are remembered by their `@id`, and steps that a walk over the trees takes.
  static let limit = 200_000
  private var steps = 0

  /// Remembers the things in these trees.
  init(_ trees: [JSONValue]) {
    for tree in trees { index(tree, depth: 0) }
  }

  private mutating func index(_ value: JSONValue, depth: Int) {
    guard depth < 24, steps < SchemaValue.limit else { return }
    steps += 1
    for inner in value.array ?? [] { index(inner, depth: depth + 1) }
    guard let members = value.members else { return }
    if let id = value["@id"]?.string, members.count > (things[id]?.members?.count ?? 1) {
      things[id] = value
    }
    for member in members { index(member.value, depth: depth + 1) }
  }

  /// The tree with schema.org's properties under their plain names: "price" of "schema:price" and
  /// "https://schema.org/price". Names of other vocabularies stay.
  static func plainNames(_ value: JSONValue, depth: Int = 0) -> JSONValue {
    guard depth < 64 else { return value }
    switch value {
    case .array(let values): return .array(values.map { plainNames($0, depth: depth + 1) })
    case .object(let members):
      return .object(
        members.map { member in
          var key = lowered(member.key)
          if key.utf8.contains(0x3A) {
            for prefix in [
              "http://schema.org/", "https://schema.org/", "schema:", "http://www.schema.org/",
            ]
            where key.hasPrefix(prefix) {
              key = String(key.dropFirst(prefix.count))
              break
            }
          }
          return .init(key: key, value: plainNames(member.value, depth: depth + 1))
        })
    default: return value
    }
  }

  /// A name that begins as only types should: "Offers", "SKU".
  private static func lowered(_ key: String) -> String {
    guard let first = key.utf8.first, first &- 0x41 < 26, !key.utf8.contains(0x3A) else {
      return key
    }
    let isShort = key.utf8.dropFirst().first.map { $0 &- 0x41 < 26 } ?? true
    return isShort ? key.lowercased() : key.prefix(1).lowercased() + key.dropFirst()
  }

  /// The thing that a reference (an object with nothing but `@id`) stands for, or the value itself.
  func resolved(_ value: JSONValue) -> JSONValue {
    guard let members = value.members, members.count <= 2, let id = value["@id"]?.string,
      members.allSatisfy({ $0.key.hasPrefix("@") }), let thing = things[id]
    else { return value }
    return thing
  }

  /// The values of a property, one by one, references resolved.
  func all(_ thing: JSONValue, _ key: String) -> [JSONValue] {
    guard let value = thing[key], !value.isNull else { return [] }
    return (value.array ?? [value]).map(resolved)
  }

  /// The first text of a property: its own, or that of a thing's name or value.
  func text(_ thing: JSONValue, _ keys: String...) -> String? {
    for key in keys {
      for value in all(thing, key) {
        if let text = SchemaValue.plain(value) { return text }
        for inner in ["name", "@value", "url", "contentUrl", "value"] {
          if let text = all(value, inner).lazy.compactMap(SchemaValue.plain).first { return text }
        }
      }
    }
    return nil
  }

  /// A text with entities decoded and white space collapsed; nil when nothing is left of it, or no more than a
  /// word for nothing.
  static func plain(_ value: JSONValue) -> String? {
    guard let text = value.scalarText, value.bool == nil else { return nil }
    let decoded = HTMLEntities.decoded(HTMLEntities.decoded(text))
    let words = Array(decoded.utf8).collapsedWords
    if words.utf8.count <= 9 {
      let lower = words.lowercased()
      if ["n/a", "null", "undefined", "none", "nan", "na", "-"].contains(lower) { return nil }
    }
    return words.isEmpty ? nil : words
  }

  /// The last parts of a thing's types, and of those it adds to them.
  static func types(_ thing: JSONValue) -> [String] {
    var values: [JSONValue] = []
    for key in ["@type", "additionalType"] {
      if let value = thing[key] { values += value.array ?? [value] }
    }
    return values.prefix(16).compactMap { $0.string ?? $0["@id"]?.string }.map {
      $0.split { $0 == "/" || $0 == "#" || $0 == ":" }.last.map(String.init) ?? $0
    }
  }
}
