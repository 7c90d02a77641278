/// Writing objects straight into a byte buffer, member by member.
///
///     out.append(0x7B)                       // {
///     out.appendKey("id"); JSONString.append(id, to: &out)
///     out.appendKey("tokens"); out.appendDecimal(12)
///     out.append(0x7D)                       // }
extension [UInt8] {
  /// Appends `"key":`, with a comma before it unless it is the first of its object.
  package mutating func appendKey(_ key: StaticString) {
    if let last, last != 0x7B { append(0x2C) }
    append(0x22)
    append(contentsOf: UnsafeBufferPointer(start: key.utf8Start, count: key.utf8CodeUnitCount))
    append(0x22)
    append(0x3A)
  }

  /// Appends a member whose value is a string, or null for nil.
  package mutating func appendMember(_ key: StaticString, _ value: String?) {
    appendKey(key)
    if let value { JSONString.append(value, to: &self) } else { appendASCII("null") }
  }

  /// Appends a member whose value is a text of valid UTF-8.
  package mutating func appendMember(_ key: StaticString, _ value: [UInt8]) {
    appendKey(key)
    JSONString.append(value, to: &self)
  }

  /// Appends a member whose value is a whole number.
  package mutating func appendMember(_ key: StaticString, _ value: Int) {
    appendKey(key)
    appendDecimal(value)
  }

  /// Appends bytes that need no escape, as they stand.
  package mutating func appendASCII(_ text: StaticString) {
    append(contentsOf: UnsafeBufferPointer(start: text.utf8Start, count: text.utf8CodeUnitCount))
  }

  /// Appends a whole number in decimal digits.
  package mutating func appendDecimal(_ value: Int) {
    if value < 0 { append(0x2D) }
    var rest = value.magnitude
    if rest < 10 {
      append(0x30 &+ UInt8(truncatingIfNeeded: rest))
      return
    }
    var places: UInt = 10
    while rest / places >= 10 { places *= 10 }
    while places > 0 {
      append(0x30 &+ UInt8(truncatingIfNeeded: rest / places))
      rest %= places
      places /= 10
    }
  }
}
