internal import TextAlgorithms

/// Fields as exports of helpdesks have them.
extension JSONValue {
  /// The first of these members that holds more than white space.
  func text(_ keys: String...) -> String? {
    for key in keys {
      if let text = self[key]?.string, text.utf8.contains(where: { $0 > 0x20 }) { return text }
    }
    return nil
  }

  /// An id, as text or number; nil when it is empty.
  func id(_ keys: String...) -> String? {
    for key in keys {
      if let text = self[key]?.scalarText, !text.isEmpty { return text }
    }
    return nil
  }

  /// The first of these members that is a point in time, as RFC 3339 in UTC.
  func time(_ keys: String...) -> String? {
    for key in keys {
      if let time = self[key]?.scalarText.flatMap(Timestamps.normalized) { return time }
    }
    return nil
  }

  /// The elements of an array; none when there is no such member.
  func items(_ key: String) -> [JSONValue] { self[key]?.array ?? [] }

  /// Whether a member says yes, as JSON or as text.
  func isTrue(_ key: String) -> Bool {
    guard let value = self[key]?.scalarText else { return false }
    return value == "true" || value == "1" || value.lowercased() == "true"
  }

  /// Whether a member is there and says no.
  func isFalse(_ key: String) -> Bool {
    guard let value = self[key]?.scalarText else { return false }
    return value == "false" || value == "0" || value.lowercased() == "false"
  }

  /// Neither missing, null, "", [] nor {}.
  func hasContent(_ key: String) -> Bool { self[key]?.isContent ?? false }

  /// Neither null, "", [] nor {}.
  var isContent: Bool {
    switch self {
    case .null: false
    case .string(let text): !text.isEmpty
    case .array(let values): !values.isEmpty
    case .object(let members): !members.isEmpty
    case .bool, .number: true
    }
  }

  func has(_ keys: String...) -> Bool { keys.contains { self[$0] != nil } }

  /// The same object with its own keys in lower case.
  var withLowercaseKeys: JSONValue {
    guard let members else { return self }
    return .object(members.map { Member(key: $0.key.lowercased(), value: $0.value) })
  }
}
