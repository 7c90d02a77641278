import Foundation
import TextAlgorithms

@testable import TextMill

/// The shipped configurations, and a small sound one that tests break.
enum ConfigurationFixture {
  static let root = URL(filePath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()

  static let shipped = ["support-bot", "product-index", "smoke", "reference"]

  static func text(_ name: String) throws -> String {
    try String(contentsOf: root.appending(path: "configs/\(name)"), encoding: .utf8)
  }

  static func configuration(
    _ yaml: String, set overrides: [String] = [], environment: [String: String] = [:]
  ) throws(ConfigurationErrors) -> Configuration {
    try Configuration(
      yaml: yaml, file: "run.yaml", folder: "", overrides: overrides, environment: environment)
  }

  /// Everything that is wrong in a configuration; empty when it is sound.
  static func problems(
    _ yaml: String, set overrides: [String] = [], environment: [String: String] = [:]
  ) -> [ConfigurationProblem] {
    do throws(ConfigurationErrors) {
      _ = try configuration(yaml, set: overrides, environment: environment)
      return []
    } catch { return error.problems }
  }

  /// Six lines, all of them sound.
  static let small = """
    version: 1
    name: small
    output: runs/small
    sources: [{ name: mail, reader: eml, paths: [mail] }]
    deduplicate: { exact: true }
    write: { documents: {} }

    """
}
