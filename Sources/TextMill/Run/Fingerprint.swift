package import TextAlgorithms

/// What a run was started with: version, configuration, and every input file with its size and content
/// hash. An interrupted run goes on only under an equal fingerprint.
package struct Fingerprint: Equatable, Sendable {
  /// An input file as it was when the run began.
  package struct Input: Equatable, Sendable {
    package var source: String
    package var path: String
    package var bytes: Int
    /// Of the whole content, in hexadecimal.
    package var hash: String
  }

  package var version: String
  /// The effective configuration without the place of the output.
  package var configuration: JSONValue
  package var inputs: [Input]

  package var json: JSONValue {
    .object([
      .init(key: "version", value: .string(version)),
      .init(key: "configuration", value: configuration),
      .init(
        key: "inputs",
        value: .array(
          inputs.map {
            .object([
              .init(key: "source", value: .string($0.source)),
              .init(key: "path", value: .string($0.path)),
              .init(key: "bytes", value: .int($0.bytes)),
              .init(key: "hash", value: .string($0.hash)),
            ])
          })),
    ])
  }

  package init(version: String, configuration: JSONValue, inputs: [Input]) {
    self.version = version
    self.configuration = configuration
    self.inputs = inputs
  }

  package init?(json: JSONValue) {
    guard let version = json["version"]?.string, let configuration = json["configuration"],
      let rows = json["inputs"]?.array
    else { return nil }
    self.init(version: version, configuration: configuration, inputs: [])
    for row in rows {
      guard let source = row["source"]?.string, let path = row["path"]?.string,
        let bytes = row["bytes"]?.int, let hash = row["hash"]?.string
      else { return nil }
      inputs.append(Input(source: source, path: path, bytes: bytes, hash: hash))
    }
  }

  /// What differs from an earlier fingerprint, a clause each; empty when nothing does.
  package func differences(from earlier: Fingerprint) -> [String] {
    var found: [String] = []
    if version != earlier.version {
      found.append("textmill \(version), before \(earlier.version)")
    }
    Fingerprint.compare(earlier.configuration, configuration, "", &found)
    func name(_ input: Input) -> String { "\(input.source):\(input.path)" }
    for input in inputs {
      guard let old = earlier.inputs.first(where: { name($0) == name(input) }) else {
        found.append("new input \(name(input))")
        continue
      }
      if old.bytes != input.bytes {
        found.append("\(name(input)) has \(input.bytes) bytes, before \(old.bytes)")
      } else if old.hash != input.hash {
        found.append("\(name(input)) has other content")
      }
    }
    for old in earlier.inputs where !inputs.contains(where: { name($0) == name(old) }) {
      found.append("input \(name(old)) is gone")
    }
    if found.isEmpty, inputs != earlier.inputs { found.append("the inputs come in another order") }
    return found
  }

  private static func compare(
    _ a: JSONValue, _ b: JSONValue, _ path: String, _ found: inout [String]
  ) {
    if a == b { return }
    if case .object(let before) = a, case .object(let after) = b {
      let keys =
        after.map(\.key) + before.map(\.key).filter { key in !after.contains { $0.key == key } }
      for key in keys {
        compare(a[key] ?? .null, b[key] ?? .null, path.isEmpty ? key : "\(path).\(key)", &found)
      }
      return
    }
    if case .array(let before) = a, case .array(let after) = b, before.count == after.count {
      for i in before.indices { compare(before[i], after[i], "\(path)[\(i)]", &found) }
      return
    }
    func text(_ value: JSONValue) -> String { String(decoding: value.bytes, as: UTF8.self) }
    found.append("\(path) is \(text(b)), before \(text(a))")
  }
}
