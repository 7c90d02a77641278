package import TextAlgorithms

/// One line of JSON Lines, scanned and checked, its values still as ranges of the line.
///
/// Valid only inside the call that hands it over: it points into the block that was read.
package struct JSONRecord {
  package let line: UnsafeBufferPointer<UInt8>
  package private(set) var scanner = JSONObjectScanner()

  init(line: UnsafeBufferPointer<UInt8>, scanner: JSONObjectScanner) {
    self.line = line
    self.scanner = scanner
  }

  /// The member with this key, or nil.
  package func member(_ key: StaticString) -> JSONObjectScanner.Member? {
    scanner.member(key, in: line)
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

  /// Fills `text` with what `requiredText` gives, in the memory that it has.
  ///
  /// The result is the member's value, with its quotes, when writing the text again would give the same bytes.
  package func readRequiredText(
    _ key: StaticString, into text: inout [UInt8]
  ) throws(RecordError) -> UnsafeBufferPointer<UInt8>? {
    guard let member = member(key), member.kind == .string else {
      throw RecordError(
        reason: "missing_field", message: "the record has no string member \"\(key)\"")
    }
    text.removeAll(keepingCapacity: true)
    let isPlain = JSONObjectScanner.appendText(of: member, in: line, to: &text)
    return isPlain ? UnsafeBufferPointer(rebasing: line[member.value]) : nil
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

  /// Appends `"key":value` of every member but those named, as they stood, parted by commas.
  package func appendPassing(except keys: [StaticString], to out: inout [UInt8]) {
    guard let base = line.baseAddress else { return }
    var needsComma = out.last.map { $0 != 0x7B } ?? false
    // What is written of a member is as long as what stands of it and a sign beside it.
    out.append(addingCapacity: line.count + 1) { (span: inout OutputSpan<UInt8>) in
      span.withUnsafeMutableBufferPointer { room, count in
        for member in scanner.members where !keys.contains(where: { isKey($0, of: member) }) {
          if needsComma {
            room[count] = 0x2C
            count += 1
          }
          needsComma = true
          // SAFETY: the quotes stand around the key in the line, and the room is as long as the line.
          let key = member.key.count + 2
          (room.baseAddress! + count).update(from: base + member.key.lowerBound - 1, count: key)
          count += key
          room[count] = 0x3A
          count += 1
          let value = member.value
          (room.baseAddress! + count).update(from: base + value.lowerBound, count: value.count)
          count += value.count
        }
      }
    }
  }

  @inline(__always)
  private func isKey(_ key: StaticString, of member: JSONObjectScanner.Member) -> Bool {
    guard key.utf8CodeUnitCount == member.key.count else { return false }
    for i in 0..<member.key.count
    where key.utf8Start[i] != line[member.key.lowerBound + i] { return false }
    return true
  }
}
