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
    for member in scanner.members {
      let skipped = keys.contains { key in
        key.utf8CodeUnitCount == member.key.count
          && key.withUTF8Buffer { zip($0, line[member.key]).allSatisfy { $0 == $1 } }
      }
      if skipped { continue }
      if let last = out.last, last != 0x7B { out.append(0x2C) }
      out.append(0x22)
      out.append(contentsOf: line[member.key])
      out.append(0x22)
      out.append(0x3A)
      out.append(contentsOf: line[member.value])
    }
  }
}
