package import TextAlgorithms

extension JSONValue {
  /// This value as YAML that the configuration's decoder reads back: an object's members a line each.
  package var yaml: String {
    var out = ""
    appendYAML(to: &out, indent: "")
    return out
  }

  private func appendYAML(to out: inout String, indent: String) {
    switch self {
    case .object(let members):
      for member in members {
        out += "\(indent)\(member.key):"
        member.value.appendValue(to: &out, indent: indent + "  ")
      }
    case .array(let values):
      for value in values {
        var item = ""
        value.appendYAML(to: &item, indent: indent + "  ")
        if case .object(let members) = value, !members.isEmpty {
          out += "\(indent)- " + item.dropFirst(indent.utf8.count + 2)
        } else {
          out += "\(indent)-"
          value.appendValue(to: &out, indent: indent + "  ")
        }
      }
    default: appendValue(to: &out, indent: indent)
    }
  }

  private func appendValue(to out: inout String, indent: String) {
    switch self {
    case .object(let members) where !members.isEmpty:
      out += "\n"
      appendYAML(to: &out, indent: indent)
    case .array(let values) where !values.isEmpty:
      out += "\n"
      appendYAML(to: &out, indent: indent)
    default:
      // JSON's scalars, "{}" and "[]" are YAML.
      out += " " + String(decoding: bytes, as: UTF8.self) + "\n"
    }
  }
}
