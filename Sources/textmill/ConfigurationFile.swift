import Foundation
import TextMill

/// Reads configuration files for the commands.
enum ConfigurationFile {
  /// Every problem in the file is told at once, on standard error, before the error is thrown.
  static func load(_ path: String, overrides: [String] = []) throws -> Configuration {
    let bytes = try FileSystem.readFile(path)
    let folder = path.lastIndex(of: "/").map { String(path[..<$0]) } ?? "."
    do throws(ConfigurationErrors) {
      return try Configuration(
        yaml: String(decoding: bytes, as: UTF8.self), file: path, folder: folder,
        overrides: overrides, environment: ProcessInfo.processInfo.environment)
    } catch {
      error.lines.forEach(Terminal.error)
      let count = error.problems.count
      throw TextMillError(
        .usage, "\(path): \(count) \(count == 1 ? "problem" : "problems")",
        remedy: "Correct the configuration; \"textmill check\" looks at it again.")
    }
  }
}
