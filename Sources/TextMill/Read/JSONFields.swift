internal import Glibc
internal import TextAlgorithms

/// The fields of one scanned JSON object; valid while its line is and its scanner scans no other.
struct JSONFields: FieldSource {
  let line: UnsafeBufferPointer<UInt8>
  let members: UnsafeBufferPointer<JSONObjectScanner.Member>

  func appendText(of path: FieldPath, to out: inout [UInt8]) -> Bool {
    guard let member = member(path.whole) else {
      guard path.steps.count > 1, let text = value(of: path)?.scalarText else { return false }
      out.append(contentsOf: text.utf8)
      return true
    }
    switch member.kind {
    case .string:
      JSONObjectScanner.appendText(of: member, in: line, to: &out)
      return true
    case .number, .bool:
      out.append(contentsOf: line[member.value])
      return true
    case .null, .object, .array: return false
    }
  }

  func value(of path: FieldPath) -> JSONValue? {
    if let member = member(path.whole) { return tree(member) }
    guard path.steps.count > 1, let member = member(path.head) else { return nil }
    return tree(member)?.descend(path.steps.dropFirst())
  }

  private func tree(_ member: JSONObjectScanner.Member) -> JSONValue? {
    try? JSONValue(parsing: UnsafeBufferPointer(rebasing: line[member.value]))
  }

  /// The last member with this key.
  private func member(_ key: [UInt8]) -> JSONObjectScanner.Member? {
    var i = members.count - 1
    while i >= 0 {
      let range = members[i].key
      if range.count == key.count, let base = line.baseAddress {
        // SAFETY: the scanner's ranges lie inside the line, and both sides have `count` bytes.
        if memcmp(base + range.lowerBound, key, key.count) == 0 { return members[i] }
      }
      i -= 1
    }
    return nil
  }
}

extension JSONValue {
  /// The value at the end of a path of keys and array indices.
  func descend(_ steps: ArraySlice<String>) -> JSONValue? {
    var value = self
    for step in steps {
      if let index = Int(step), let items = value.array {
        guard items.indices.contains(index) else { return nil }
        value = items[index]
      } else {
        guard let next = value[step] else { return nil }
        value = next
      }
    }
    return value
  }
}
