import TextAlgorithms

@testable import TextMill

/// The keys of every mapping of a configuration, by the mapping's path; "[]" stands for any element.
enum ConfigurationKeys {
  typealias Keys = [String: Set<String>]

  /// The keys that stand in a file, of all elements of a list together.
  static func written(_ node: ConfigNode, path: String = "", into keys: inout Keys) {
    switch node.value {
    case .mapping(let entries):
      keys[path, default: []].formUnion(entries.map(\.key))
      for entry in entries {
        written(entry.node, path: path.isEmpty ? entry.key : "\(path).\(entry.key)", into: &keys)
      }
    case .sequence(let nodes):
      for node in nodes { written(node, path: path + "[]", into: &keys) }
    default: break
    }
  }

  /// The keys that the decoder knows, as it tells them of a file that holds a strange key in every mapping.
  static func known(_ node: ConfigNode) -> Keys {
    var strange = node
    addStrangeKeys(&strange)
    let problems = ConfigurationFixture.problems(
      String(decoding: yaml(strange).utf8, as: UTF8.self))
    var keys: Keys = [:]
    let marker = "Known keys: "
    for problem in problems where problem.path.hasSuffix(strangeKey) {
      guard let found = problem.remedy.firstRange(of: marker) else { continue }
      let names = problem.remedy[found.upperBound...].dropLast().split(separator: ", ")
      let path = problem.path.dropLast(strangeKey.count).drop { $0 == "." }
      keys[plain(String(path)), default: []].formUnion(names.map(String.init))
    }
    return keys
  }

  /// The properties of a schema.
  static func properties(_ schema: JSONValue, path: String = "", into keys: inout Keys) {
    if let members = schema["properties"]?.members {
      keys[path, default: []].formUnion(members.map(\.key))
      for member in members {
        let inner = path.isEmpty ? member.key : "\(path).\(member.key)"
        properties(member.value, path: inner, into: &keys)
      }
    }
    if let items = schema["items"] { properties(items, path: path + "[]", into: &keys) }
    for choice in schema["anyOf"]?.array ?? [] { properties(choice, path: path, into: &keys) }
  }

  private static let strangeKey = "qqqqqqqqqqqq"

  private static func addStrangeKeys(_ node: inout ConfigNode) {
    switch node.value {
    case .mapping(var entries):
      for i in entries.indices { addStrangeKeys(&entries[i].node) }
      let strange = ConfigNode(value: .scalar("1", quoted: false), line: 1)
      entries.append(.init(key: strangeKey, line: 1, node: strange))
      node.value = .mapping(entries)
    case .sequence(var nodes):
      for i in nodes.indices { addStrangeKeys(&nodes[i]) }
      node.value = .sequence(nodes)
    default: break
    }
  }

  /// "sources[3].fields." as "sources[].fields".
  private static func plain(_ path: String) -> String {
    var out = path.filter { !$0.isNumber }
    if out.last == "." { out.removeLast() }
    return out
  }

  /// The node as YAML that the decoder reads.
  static func yaml(_ node: ConfigNode) -> String {
    switch node.value {
    case .null: return "null"
    case .scalar(let text, let quoted):
      return quoted ? String(decoding: JSONValue.string(text).bytes, as: UTF8.self) : text
    case .sequence(let nodes): return "[" + nodes.map(yaml).joined(separator: ", ") + "]"
    case .mapping(let entries):
      return "{" + entries.map { "\($0.key): \(yaml($0.node))" }.joined(separator: ", ") + "}"
    }
  }
}
