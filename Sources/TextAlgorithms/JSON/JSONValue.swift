/// A JSON value as a tree, for data off the hot path. Objects keep the order of their members.
package indirect enum JSONValue: Equatable, Sendable {
  case null
  case bool(Bool)
  /// The number as it was written; equal numbers in other notations are not equal here.
  case number(String)
  case string(String)
  case array([JSONValue])
  case object([Member])

  /// One member of an object.
  package struct Member: Equatable, Sendable {
    package var key: String
    package var value: JSONValue

    package init(key: String, value: JSONValue) {
      self.key = key
      self.value = value
    }
  }

  /// A whole number.
  package static func int(_ value: Int) -> JSONValue { .number(String(value)) }

  /// The value of the last member with this key; nil when there is none or this is no object.
  package subscript(key: String) -> JSONValue? {
    guard case .object(let members) = self else { return nil }
    return members.last { $0.key == key }?.value
  }

  package var string: String? {
    if case .string(let value) = self { return value }
    return nil
  }

  package var array: [JSONValue]? {
    if case .array(let value) = self { return value }
    return nil
  }

  package var members: [Member]? {
    if case .object(let value) = self { return value }
    return nil
  }

  package var bool: Bool? {
    if case .bool(let value) = self { return value }
    return nil
  }

  /// A whole number, or nil when this is none or doesn't fit.
  package var int: Int? {
    if case .number(let text) = self { return Int(text) }
    return nil
  }

  package var isNull: Bool { self == .null }

  /// The text of a string or the digits of a number: ids come as either.
  package var scalarText: String? {
    switch self {
    case .string(let text), .number(let text): text
    case .bool(let value): value ? "true" : "false"
    default: nil
    }
  }
}
