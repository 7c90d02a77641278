internal import Yams

/// A YAML value with the line it stands on.
struct ConfigNode: Sendable {
  indirect enum Value: Sendable {
    case null
    /// A scalar as written; `quoted` scalars are always text.
    case scalar(String, quoted: Bool)
    case sequence([ConfigNode])
    case mapping([Entry])
  }

  struct Entry: Sendable {
    var key: String
    var line: Int
    var node: ConfigNode
  }

  var value: Value
  /// 1-based; 0 for values that came from the command line.
  var line: Int

  /// What kind of value this is, for messages.
  var kind: String {
    switch value {
    case .null: "nothing"
    case .scalar(let text, let quoted): quoted ? "the text \"\(text)\"" : "\"\(text)\""
    case .sequence: "a list"
    case .mapping: "a mapping"
    }
  }
}

extension ConfigNode {
  /// Parses YAML; anchors and aliases are resolved by the parser.
  init(yaml: String, line: Int? = nil) throws(ConfigurationProblem) {
    do {
      guard let node = try Yams.compose(yaml: yaml) else {
        self.init(value: .null, line: line ?? 1)
        return
      }
      try self.init(node, line: line, depth: 0)
    } catch let problem as ConfigurationProblem {
      throw problem
    } catch let error as YamlError {
      throw ConfigurationProblem(yamlError: error)
    } catch {
      throw ConfigurationProblem(
        path: "", line: 0, message: "is not YAML: \(error)", remedy: "Mend the file.")
    }
  }

  private init(_ node: Yams.Node, line: Int?, depth: Int) throws {
    let at = line ?? node.mark?.line ?? 0
    guard depth < 32 else {
      throw ConfigurationProblem(
        path: "", line: at, message: "is nested deeper than 32 levels", remedy: "Flatten it.")
    }
    switch node {
    case .scalar(let scalar):
      let quoted = scalar.style == .singleQuoted || scalar.style == .doubleQuoted
      let isNull = !quoted && ["", "~", "null", "Null", "NULL"].contains(scalar.string)
      self.init(value: isNull ? .null : .scalar(scalar.string, quoted: quoted), line: at)
    case .sequence(let sequence):
      let nodes = try sequence.map { try ConfigNode($0, line: line, depth: depth + 1) }
      self.init(value: .sequence(nodes), line: at)
    case .mapping(let mapping):
      var entries: [Entry] = []
      for (key, value) in mapping {
        guard case .scalar(let name) = key else {
          throw ConfigurationProblem(
            path: "", line: at, message: "has a key that is no word", remedy: "Use plain keys.")
        }
        entries.append(
          Entry(
            key: name.string, line: line ?? key.mark?.line ?? at,
            node: try ConfigNode(value, line: line, depth: depth + 1)))
      }
      self.init(value: .mapping(entries), line: at)
    default:
      throw ConfigurationProblem(
        path: "", line: at, message: "uses an alias that can't be resolved", remedy: "Write it out."
      )
    }
  }

  /// Puts a value at a path of keys ("write.training.shards"), making mappings on the way.
  mutating func set(_ path: ArraySlice<String>, to node: ConfigNode) {
    guard let key = path.first else {
      self = node
      return
    }
    var entries: [Entry] = []
    if case .mapping(let old) = value { entries = old }
    let index = entries.firstIndex { $0.key == key } ?? entries.endIndex
    if index == entries.endIndex {
      entries.append(Entry(key: key, line: 0, node: ConfigNode(value: .null, line: 0)))
    }
    entries[index].node.set(path.dropFirst(), to: node)
    value = .mapping(entries)
  }

  /// Replaces `${NAME}` in every scalar by the environment's value; a missing one is a problem.
  mutating func substitute(
    environment: [String: String], path: String = "", problems: inout [ConfigurationProblem]
  ) {
    switch value {
    case .null: break
    case .scalar(let text, let quoted):
      guard text.contains("${") else { return }
      var rest = text[...]
      var out = ""
      while let open = rest.range(of: "${") {
        out += rest[..<open.lowerBound]
        rest = rest[open.upperBound...]
        guard let close = rest.firstIndex(of: "}") else {
          out += "${"
          break
        }
        let name = String(rest[..<close])
        rest = rest[rest.index(after: close)...]
        if let found = environment[name] {
          out += found
        } else {
          problems.append(
            ConfigurationProblem(
              path: path, line: line,
              message: "names the environment variable \(name), which is not set",
              remedy: "Set \(name) before the run."))
        }
      }
      // The key of pseudonyms stays in the environment.
      if path != "redact.key" { value = .scalar(out + rest, quoted: quoted) }
    case .sequence(var nodes):
      for i in nodes.indices {
        nodes[i].substitute(environment: environment, path: "\(path)[\(i)]", problems: &problems)
      }
      value = .sequence(nodes)
    case .mapping(var entries):
      for i in entries.indices {
        let inner = path.isEmpty ? entries[i].key : "\(path).\(entries[i].key)"
        entries[i].node.substitute(environment: environment, path: inner, problems: &problems)
      }
      value = .mapping(entries)
    }
  }
}

extension Substring {
  fileprivate func range(of text: String) -> Range<Substring.Index>? {
    var i = startIndex
    while i < endIndex {
      if self[i...].hasPrefix(text) { return i..<index(i, offsetBy: text.count) }
      i = index(after: i)
    }
    return nil
  }
}
