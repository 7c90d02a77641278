extension JSONValue {
  /// Appends this value as compact JSON: no spaces, members in their order, numbers as written.
  package func append(to out: inout [UInt8]) {
    switch self {
    case .null: out.append(contentsOf: "null".utf8)
    case .bool(let value): out.append(contentsOf: (value ? "true" : "false").utf8)
    case .number(let text): out.append(contentsOf: text.utf8)
    case .string(let text): JSONString.append(text, to: &out)
    case .array(let values):
      out.append(0x5B)
      for (index, value) in values.enumerated() {
        if index > 0 { out.append(0x2C) }
        value.append(to: &out)
      }
      out.append(0x5D)
    case .object(let members):
      out.append(0x7B)
      for (index, member) in members.enumerated() {
        if index > 0 { out.append(0x2C) }
        JSONString.append(member.key, to: &out)
        out.append(0x3A)
        member.value.append(to: &out)
      }
      out.append(0x7D)
    }
  }

  /// This value as compact JSON.
  package var bytes: [UInt8] {
    var out: [UInt8] = []
    append(to: &out)
    return out
  }

  /// This value with two spaces of indentation a level and a final line end, for files people read.
  package var prettyBytes: [UInt8] {
    var out: [UInt8] = []
    appendPretty(to: &out, level: 0)
    out.append(0x0A)
    return out
  }

  private func appendPretty(to out: inout [UInt8], level: Int) {
    func line(_ level: Int) {
      out.append(0x0A)
      out.append(contentsOf: repeatElement(0x20, count: 2 * level))
    }
    switch self {
    case .array(let values) where !values.isEmpty:
      out.append(0x5B)
      for (index, value) in values.enumerated() {
        if index > 0 { out.append(0x2C) }
        line(level + 1)
        value.appendPretty(to: &out, level: level + 1)
      }
      line(level)
      out.append(0x5D)
    case .object(let members) where !members.isEmpty:
      out.append(0x7B)
      for (index, member) in members.enumerated() {
        if index > 0 { out.append(0x2C) }
        line(level + 1)
        JSONString.append(member.key, to: &out)
        out.append(contentsOf: [0x3A, 0x20])
        member.value.appendPretty(to: &out, level: level + 1)
      }
      line(level)
      out.append(0x7D)
    default: append(to: &out)
    }
  }
}
