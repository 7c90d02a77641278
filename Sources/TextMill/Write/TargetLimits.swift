internal import CTargets
package import TextAlgorithms

/// What services take at most and at least, by target: the published figures, or a file's over them.
package struct TargetLimits: Sendable {
  /// One target's limits; nil: none.
  struct Limits: Sendable, Equatable {
    var minExamples: Int?
    var maxExamples: Int?
    var maxExampleTokens: Int?
    /// Unicode scalars of all texts of a row.
    var maxExampleCharacters: Int?
    var maxFileBytes: Int?
    var maxValidationFileBytes: Int?
  }

  private static let keys = [
    "min_examples", "max_examples", "max_example_tokens", "max_example_characters",
    "max_file_bytes", "max_validation_file_bytes",
  ]

  /// By target and key.
  package private(set) var json: JSONValue

  /// The embedded limits.
  package init() {
    let bytes = UnsafeBufferPointer(
      start: textmill_target_limits(), count: textmill_target_limits_size())
    json = (try? JSONValue(parsing: bytes)) ?? .object([])
  }

  package init(json: JSONValue) { self.json = json }

  /// The embedded limits with those of a file over them; a null takes a limit away.
  ///
  /// The file is `{"TARGET": {"min_examples": 10, …}}`. Throws `.usage` for other names and values.
  package init(file path: String?) throws(TextMillError) {
    self.init()
    guard let path else { return }
    func refuse(_ what: String) -> TextMillError {
      TextMillError(
        .usage, "\(path): \(what)",
        remedy: "Write {\"TARGET\": {\"min_examples\": 10}} with some of: "
          + "\(TargetLimits.keys.joined(separator: ", ")).")
    }
    let parsed = try? JSONValue(parsing: try FileSystem.readFile(path))
    if parsed == nil, !FileSystem.exists(path) { _ = try FileSystem.readFile(path) }
    guard let targets = parsed?.members else { throw refuse("holds no object of limits") }
    for target in targets {
      guard WriteConfiguration.TrainingTarget(rawValue: target.key) != nil else {
        throw refuse("\"\(target.key)\" is no target")
      }
      var members = json[target.key]?.members ?? []
      for limit in target.value.members ?? [] {
        guard TargetLimits.keys.contains(limit.key) else {
          throw refuse("\"\(limit.key)\" is no limit")
        }
        guard limit.value.isNull || (limit.value.int ?? -1) >= 0 else {
          throw refuse("\(target.key).\(limit.key) is no whole number")
        }
        members.removeAll { $0.key == limit.key }
        members.append(limit)
      }
      var all = json.members ?? []
      all.removeAll { $0.key == target.key }
      json = .object(all + [.init(key: target.key, value: .object(members))])
    }
  }

  func limits(of target: WriteConfiguration.TrainingTarget) -> Limits {
    let found = json[target.rawValue]
    return Limits(
      minExamples: found?["min_examples"]?.int, maxExamples: found?["max_examples"]?.int,
      maxExampleTokens: found?["max_example_tokens"]?.int,
      maxExampleCharacters: found?["max_example_characters"]?.int,
      maxFileBytes: found?["max_file_bytes"]?.int,
      maxValidationFileBytes: found?["max_validation_file_bytes"]?.int)
  }
}
