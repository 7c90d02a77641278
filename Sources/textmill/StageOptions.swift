import ArgumentParser
import Glibc
import TextMill

/// The options that every stage command has.
///
/// A stage command is a `ParsableCommand` with these as `@OptionGroup var stage: StageOptions`, its own
/// flags, and a `run()` that calls `stage.pump("trim_reply") { TrimReplyStage(options) }`.
struct StageOptions: ParsableArguments {
  @Argument(help: "JSON Lines files, read one after the other; none or -: standard input.")
  var files: [String] = []

  @Option(help: "Threads; the output doesn't depend on them. Default: all cores.")
  var threads: Int?

  @Option(
    help: ArgumentHelp(
      "Where records go that can't be processed, as JSON Lines; default: standard error.",
      valueName: "file"))
  var rejects: String?

  @Option(
    help: ArgumentHelp(
      "Take the stage's settings from this run configuration; flags go before them.",
      valueName: "file"))
  var config: String?

  static var allCores: Int { max(1, Int(sysconf(Int32(_SC_NPROCESSORS_ONLN)))) }

  var threadCount: Int { threads ?? StageOptions.allCores }

  mutating func validate() throws {
    if let threads, !(1...1024).contains(threads) {
      throw ValidationError("--threads takes a number from 1 to 1024.")
    }
  }

  /// What the configuration of `--config` says about this stage; nil without that option.
  ///
  /// A configuration that doesn't name the stage is a usage error.
  func settings<Settings>(
    _ key: String, _ read: (Configuration) -> Settings?
  ) throws -> Settings? {
    guard let config else { return nil }
    guard let settings = read(try ConfigurationFile.load(config)) else {
      throw TextMillError(
        .usage, "\(config): the configuration doesn't name \(key)",
        remedy: "Add \(key) to it, or leave out --config.")
    }
    return settings
  }

  /// Runs a stage over the inputs and ends with the line of counts on standard error.
  func pump<Stage: RecordStage>(
    _ name: String, makeStage: @escaping @Sendable () throws -> Stage
  ) throws {
    let pump = RecordPump(stage: name, inputs: files, threads: threadCount, rejects: rejects)
    let counts = try pump.run(makeStage: makeStage)
    report(counts)
  }

  func report(_ counts: RecordPump.Counts) {
    Terminal.error(
      "read \(counts.read), written \(counts.written), rejected \(counts.rejected)")
  }
}
