package import TextAlgorithms

/// Reads one mapping of the configuration key by key, noting every problem and every effective value.
///
/// What is read is also recorded, defaults included, so the effective configuration can be printed and
/// fingerprinted without a second description of it.
final class ConfigSection {
  let path: String
  let line: Int
  private let entries: [ConfigNode.Entry]
  private let problems: ProblemList
  var problemList: ProblemList { problems }
  private(set) var known: [String] = []
  private(set) var effective: [JSONValue.Member] = []

  init(_ node: ConfigNode, path: String, problems: ProblemList) {
    self.path = path
    self.problems = problems
    line = node.line
    switch node.value {
    case .mapping(let entries): self.entries = entries
    case .null: entries = []
    default:
      entries = []
      problems.add(path, node.line, "is \(node.kind)", "Write a mapping (key: value).")
    }
  }

  /// The node of a key, which becomes a known one; nil when it is missing or null.
  func node(_ key: String) -> ConfigNode? {
    known.append(key)
    guard let entry = entries.last(where: { $0.key == key }) else { return nil }
    if case .null = entry.node.value { return nil }
    return entry.node
  }

  /// True when the key stands there, even with a null.
  func has(_ key: String) -> Bool { entries.contains { $0.key == key } }

  /// A null of a key that has to be given explicitly to be seen.
  func isNull(_ key: String) -> Bool {
    entries.last { $0.key == key }.map { if case .null = $0.node.value { true } else { false } }
      ?? false
  }

  func place(_ key: String) -> String { path.isEmpty ? key : "\(path).\(key)" }

  func record(_ key: String, _ value: JSONValue) {
    effective.append(.init(key: key, value: value))
  }

  func problem(_ key: String, _ message: String, _ remedy: String) {
    let line = entries.last { $0.key == key }?.line ?? self.line
    problems.add(place(key), line, message, remedy)
  }

  func string(_ key: String, default fallback: String? = nil) -> String? {
    var value = fallback
    if let node = node(key) {
      if case .scalar(let text, _) = node.value {
        value = text
      } else {
        problem(key, "is \(node.kind)", "Write a text.")
      }
    }
    record(key, value.map { .string($0) } ?? .null)
    return value
  }

  func requiredString(_ key: String) -> String {
    let value = string(key)
    if value == nil, !has(key) || isNull(key) {
      problem(key, "is missing", "Add \"\(key): …\".")
    }
    return value ?? ""
  }

  func int(_ key: String, default fallback: Int?, in range: ClosedRange<Int>) -> Int? {
    var value = fallback
    if let node = node(key) {
      if case .scalar(let text, false) = node.value, let number = Int(text) {
        if range.contains(number) {
          value = number
        } else {
          problem(
            key, "is \(number)",
            "Use a whole number from \(range.lowerBound) to \(range.upperBound).")
        }
      } else {
        problem(
          key, "is \(node.kind)",
          "Use a whole number from \(range.lowerBound) to \(range.upperBound).")
      }
    }
    record(key, value.map { .int($0) } ?? .null)
    return value
  }

  func double(_ key: String, default fallback: Double, in range: ClosedRange<Double>) -> Double {
    var value = fallback
    if let node = node(key) {
      if case .scalar(let text, false) = node.value, let number = Double(text),
        range.contains(number)
      {
        value = number
      } else {
        problem(
          key, "is \(node.kind)", "Use a number from \(range.lowerBound) to \(range.upperBound).")
      }
    }
    record(key, .number("\(value)"))
    return value
  }

  func bool(_ key: String, default fallback: Bool) -> Bool {
    var value = fallback
    if let node = node(key) {
      switch node.value {
      case .scalar("true", false): value = true
      case .scalar("false", false): value = false
      default: problem(key, "is \(node.kind)", "Write true or false.")
      }
    }
    record(key, .bool(value))
    return value
  }

  func word<Word: RawRepresentable & CaseIterable>(
    _ key: String, default fallback: Word
  ) -> Word where Word.RawValue == String {
    var value = fallback
    if let node = node(key) {
      if case .scalar(let text, _) = node.value, let word = Word(rawValue: text) {
        value = word
      } else {
        let words = Word.allCases.map(\.rawValue).joined(separator: ", ")
        problem(key, "is \(node.kind)", "Use one of: \(words).")
      }
    }
    record(key, .string(value.rawValue))
    return value
  }

  /// A list of texts; a single text stands for a list of one.
  func strings(_ key: String, default fallback: [String]? = nil) -> [String]? {
    var value = fallback
    if let node = node(key) {
      switch node.value {
      case .scalar(let text, _): value = [text]
      case .sequence(let nodes):
        value = nodes.compactMap { node in
          if case .scalar(let text, _) = node.value { return text }
          problem(key, "holds \(node.kind)", "Write a list of texts.")
          return nil
        }
      default: problem(key, "is \(node.kind)", "Write a list of texts.")
      }
    }
    record(key, value.map { .array($0.map { .string($0) }) } ?? .null)
    return value
  }

  /// A list of words of a closed set; an unknown one is a problem.
  func words<Word: RawRepresentable & CaseIterable>(
    _ key: String, default fallback: [Word]
  ) -> [Word] where Word.RawValue == String {
    let texts = strings(key, default: fallback.map(\.rawValue)) ?? []
    return texts.compactMap { text in
      if let word = Word(rawValue: text) { return word }
      let words = Word.allCases.map(\.rawValue).joined(separator: ", ")
      problem(key, "holds \"\(text)\"", "Use: \(words).")
      return nil
    }
  }

  /// A mapping below this one, read by `body`; nil when the key is missing or null.
  func section<Value>(_ key: String, _ body: (ConfigSection) -> Value) -> Value? {
    guard let node = node(key) else {
      record(key, .null)
      return nil
    }
    let section = ConfigSection(node, path: place(key), problems: problems)
    let value = body(section)
    section.finish()
    record(key, .object(section.effective))
    return value
  }

  /// A list of mappings; nil when the key is missing or null.
  func sections<Value>(_ key: String, _ body: (ConfigSection) -> Value) -> [Value]? {
    guard let node = node(key) else {
      record(key, .null)
      return nil
    }
    guard case .sequence(let nodes) = node.value else {
      problem(key, "is \(node.kind)", "Write a list.")
      return nil
    }
    var effective: [JSONValue] = []
    let values = nodes.enumerated().map { index, node in
      let section = ConfigSection(node, path: "\(place(key))[\(index)]", problems: problems)
      let value = body(section)
      section.finish()
      effective.append(.object(section.effective))
      return value
    }
    record(key, .array(effective))
    return values
  }

  /// Notes the keys that nobody asked for.
  func finish() {
    for entry in entries where !known.contains(entry.key) {
      let near = known.map { ($0, ConfigSection.distance($0, entry.key)) }.min { $0.1 < $1.1 }
      let hint = near.flatMap { $0.1 <= 2 ? "Did you mean \"\($0.0)\"? " : nil } ?? ""
      problems.add(
        place(entry.key), entry.line,
        "is not a key of \(path.isEmpty ? "the configuration" : path)",
        "\(hint)Known keys: \(known.joined(separator: ", ")).")
    }
  }

  /// Levenshtein distance of two short words.
  static func distance(_ a: String, _ b: String) -> Int {
    let b = Array(b.utf8)
    var row = Array(0...b.count)
    for (i, x) in a.utf8.enumerated() {
      var previous = row[0]
      row[0] = i + 1
      for j in b.indices {
        let above = row[j + 1]
        row[j + 1] = min(above + 1, row[j] + 1, previous + (x == b[j] ? 0 : 1))
        previous = above
      }
    }
    return row[b.count]
  }
}
