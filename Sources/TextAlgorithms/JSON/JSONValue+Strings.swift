extension JSONValue {
  /// Calls `body` with every string value in it, in order; keys are none.
  package func forEachString(_ body: (String) throws -> Void) rethrows {
    switch self {
    case .string(let text): try body(text)
    case .array(let values): for value in values { try value.forEachString(body) }
    case .object(let members): for member in members { try member.value.forEachString(body) }
    case .null, .bool, .number: break
    }
  }

  /// The same value with every string value in it replaced.
  package func mapStrings(_ transform: (String) -> String) -> JSONValue {
    switch self {
    case .string(let text): .string(transform(text))
    case .array(let values): .array(values.map { $0.mapStrings(transform) })
    case .object(let members):
      .object(members.map { Member(key: $0.key, value: $0.value.mapStrings(transform)) })
    case .null, .bool, .number: self
    }
  }
}
