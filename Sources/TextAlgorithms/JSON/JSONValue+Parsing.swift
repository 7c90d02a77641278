extension JSONValue {
  /// Parses one JSON text (RFC 8259). Invalid UTF-8 in strings becomes U+FFFD. Linear; depth-bounded.
  package init(parsing bytes: UnsafeBufferPointer<UInt8>) throws(JSONError) {
    var cursor = JSONCursor(bytes)
    // One checked pass first: the tree is built only from what is known to be well formed.
    cursor.skipSpace()
    let start = cursor.position
    try cursor.skipValue()
    cursor.skipSpace()
    if cursor.position < bytes.count {
      throw JSONError("text after the value", at: cursor.position)
    }
    var builder = JSONCursor(bytes, from: start)
    self = builder.buildValue()
  }

  package init(parsing bytes: [UInt8]) throws(JSONError) {
    let result: Result<JSONValue, JSONError> = bytes.withUnsafeBufferPointer { buffer in
      do throws(JSONError) { return .success(try JSONValue(parsing: buffer)) } catch {
        return .failure(error)
      }
    }
    self = try result.get()
  }
}

extension JSONCursor {
  /// Builds the value at `position`, which `skipValue` has accepted.
  fileprivate mutating func buildValue() -> JSONValue {
    let start = position
    switch base[position] {
    case 0x22: return .string(buildString())
    case 0x7B: return buildObject()
    case 0x5B: return buildArray()
    case 0x74:
      position &+= 4
      return .bool(true)
    case 0x66:
      position &+= 5
      return .bool(false)
    case 0x6E:
      position &+= 4
      return .null
    default:
      // Accepted before, so it can't fail; on failure nothing moves and the text is empty.
      try? skipNumber()
      return .number(
        String(
          decoding: UnsafeBufferPointer(start: base + start, count: position - start), as: UTF8.self
        ))
    }
  }

  fileprivate mutating func buildString() -> String {
    let start = position
    let escaped = (try? skipString()) ?? false
    let inside = UnsafeBufferPointer(start: base + start + 1, count: position - start - 2)
    guard escaped else { return String(decoding: inside, as: UTF8.self) }
    var text: [UInt8] = []
    JSONString.unescape(inside, into: &text)
    return String(decoding: text, as: UTF8.self)
  }

  fileprivate mutating func buildObject() -> JSONValue {
    var members: [JSONValue.Member] = []
    position &+= 1
    skipSpace()
    while base[position] != 0x7D {
      let key = buildString()
      skipSpace()
      position &+= 1
      skipSpace()
      members.append(.init(key: key, value: buildValue()))
      skipSpace()
      if base[position] == 0x2C {
        position &+= 1
        skipSpace()
      }
    }
    position &+= 1
    return .object(members)
  }

  fileprivate mutating func buildArray() -> JSONValue {
    var values: [JSONValue] = []
    position &+= 1
    skipSpace()
    while base[position] != 0x5D {
      values.append(buildValue())
      skipSpace()
      if base[position] == 0x2C {
        position &+= 1
        skipSpace()
      }
    }
    position &+= 1
    return .array(values)
  }
}
