internal import TextAlgorithms

/// Reading schema.org values, which may be texts, numbers, things with a name, or lists of these.
struct SchemaValue {
  /// Things by their `@id`, for references.
  let things: [String: JSONValue]

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

  /// A text with entities decoded and white space collapsed; nil when nothing is left of it.
  static func plain(_ value: JSONValue) -> String? {
    guard let text = value.scalarText, value.bool == nil else { return nil }
    let decoded = HTMLEntities.decoded(HTMLEntities.decoded(text))
    let words = decoded.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    return words.isEmpty ? nil : words
  }

  /// The last parts of a thing's types.
  static func types(_ thing: JSONValue) -> [String] {
    guard let type = thing["@type"] else { return [] }
    return (type.array ?? [type]).compactMap(\.string).map {
      $0.split { $0 == "/" || $0 == "#" || $0 == ":" }.last.map(String.init) ?? $0
    }
  }
}
