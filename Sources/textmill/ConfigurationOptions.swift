import ArgumentParser
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
    var configuration = try ConfigurationFile.load(config, overrides: set)
    if let output { configuration.output = output }
    return configuration
  }
}
