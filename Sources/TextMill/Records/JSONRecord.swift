package import TextAlgorithms

/// One line of JSON Lines, scanned and checked, its values still as ranges of the line.
///
/// Valid only inside the call that hands it over: it points into the block that was read and into the scanner.
package struct JSONRecord {
  package typealias Member = JSONObjectScanner.Member

  package let line: UnsafeBufferPointer<UInt8>
  let members: UnsafeBufferPointer<Member>

  init(line: UnsafeBufferPointer<UInt8>, scanner: borrowing JSONObjectScanner) {
    self.line = line
    members = scanner.members
  }

  /// The last member with this key, or nil.
  package func member(_ key: StaticString) -> Member? {
    members.last { $0.hasKey(key, in: line) }
  }

  /// The text of a string member, or nil when it is missing or no string.
  package func text(_ key: StaticString) -> [UInt8]? {
    guard let member = member(key), member.kind == .string else { return nil }
    var out: [UInt8] = []
    JSONObjectScanner.appendText(of: member, in: line, to: &out)
    return out
  }

  /// The same as `text`, or an error that names the member.
  package func requiredText(_ key: StaticString) throws(RecordError) -> [UInt8] {
    guard let text = text(key) else {
      throw RecordError(
        reason: "missing_field", message: "the record has no string member \"\(key)\"")
    }
    return text
  }

  /// The same as `requiredText`, in the line or, when something in it is escaped, in `room`.
  ///
  /// Valid until the room takes another text. `value` is the member's value, with its quotes, when writing the
  /// text again would give the same bytes.
  package func requiredText(
    _ key: StaticString, in room: TextRoom
  ) throws(RecordError) -> (text: UnsafeBufferPointer<UInt8>, value: UnsafeBufferPointer<UInt8>?) {
    guard let member = member(key), member.kind == .string else {
      throw RecordError(
        reason: "missing_field", message: "the record has no string member \"\(key)\"")
    }
    let value = UnsafeBufferPointer(rebasing: line[member.value])
    let inside = UnsafeBufferPointer(rebasing: value[1..<(value.count - 1)])
    if !member.isEscaped { return (inside, value) }
    let (text, isPlain) = JSONString.unescape(inside, into: room)
    return (text, isPlain ? value : nil)
  }

  /// The id as text: a string's content or a number's digits; empty when the record has none.
  package var id: [UInt8] {
    if let text = text("id") { return text }
    guard let member = member("id"), member.kind == .number else { return [] }
    return Array(line[member.value])
  }

  /// The value of a member as a tree, or nil when it is missing.
  package func value(_ key: StaticString) -> JSONValue? {
    guard let member = member(key) else { return nil }
    return try? JSONValue(parsing: UnsafeBufferPointer(rebasing: line[member.value]))
  }
}
