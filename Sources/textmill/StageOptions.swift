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

  static var allCores: Int { max(1, Int(sysconf(Int32(_SC_NPROCESSORS_ONLN)))) }

  var threadCount: Int { threads ?? StageOptions.allCores }

  mutating func validate() throws {
    if let threads, !(1...1024).contains(threads) {
      throw ValidationError("--threads takes a number from 1 to 1024.")
    }
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
