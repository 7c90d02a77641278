import ArgumentParser
import Foundation
import TextMill

/// The options that name a run configuration.
struct ConfigurationOptions: ParsableArguments {
  @Argument(help: "The run's configuration, a YAML file.")
  var config: String

  @Option(help: "Where the run goes; default: the configuration's output.")
  var output: String?

  @Option(
    help: ArgumentHelp(
      "Sets a key over the configuration, any number of times.", valueName: "key.path=value"))
  var set: [String] = []

  /// Reads the configuration; every problem in it is told at once.
  func load() throws -> Configuration {
    let bytes = try FileSystem.readFile(config)
    let folder = config.lastIndex(of: "/").map { String(config[..<$0]) } ?? "."
    do throws(ConfigurationErrors) {
      var configuration = try Configuration(
        yaml: String(decoding: bytes, as: UTF8.self), file: config, folder: folder,
        overrides: set, environment: ProcessInfo.processInfo.environment)
      if let output { configuration.output = output }
      return configuration
    } catch {
      error.lines.forEach(Terminal.error)
      let count = error.problems.count
      throw TextMillError(
        .usage, "\(config): \(count) \(count == 1 ? "problem" : "problems")",
        remedy: "Correct the configuration; \"textmill check\" looks at it again.")
    }
  }
}
