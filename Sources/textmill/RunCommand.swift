import ArgumentParser
import Foundation
import TextMill

struct RunCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "run",
    abstract: "Runs a whole job: sources to datasets.",
    discussion: """
      An interrupted run goes on where it stopped when the same command is given again. The output \
      is the same for any number of threads.

      Examples:
        textmill run configs/support-bot.yaml
        textmill run configs/support-bot.yaml --output runs/monday --threads 4
        textmill run configs/support-bot.yaml --set deduplicate.near.similarity=0.9 --fresh
      """)

  @OptionGroup var options: ConfigurationOptions

  @Option(help: "Threads; the output doesn't depend on them. Default: all cores.")
  var threads: Int?

  @Flag(
    help: "Discard an interrupted or earlier run in the output folder instead of going on with it.")
  var fresh = false

  @Option(help: "How progress is shown: auto, bar, plain, json or none.")
  var progress = ProgressStyle.auto

  @Option(help: "What else is said on standard error: error, warning or info.")
  var logLevel = LogLevel.info

  enum LogLevel: String, ExpressibleByArgument, CaseIterable { case error, warning, info }

  func validate() throws {
    if let threads, !(1...1024).contains(threads) {
      throw ValidationError("--threads takes a number from 1 to 1024.")
    }
  }

  func run() throws {
    Interruption.install()
    let configuration = try options.load()
    let count = threads ?? ProcessInfo.processInfo.activeProcessorCount
    let pipeline = Pipeline(configuration: configuration, threads: count, fresh: fresh)
    let display = ProgressDisplay(progress, of: pipeline.progress)
    display.start()
    let outcome: Pipeline.Outcome
    do {
      outcome = try pipeline.execute()
      display.stop()
    } catch {
      display.stop()
      throw error
    }
    let says = logLevel == .info
    switch outcome {
    case .complete(let report):
      if says { report.lines.forEach(Terminal.error) }
      if says { Terminal.error("") }
      if says { Terminal.error("datasets and report: \(configuration.output)") }
    case .alreadyComplete:
      if says {
        Terminal.error(
          "\(configuration.output): this run is complete already; --fresh makes it again")
      }
    case .gateFailed(let report, let findings):
      if says { report.lines.forEach(Terminal.error) }
      Terminal.error(
        "error: \(findings.count) findings of a check that fails the run; there is no manifest\n"
          + "  Look at \(configuration.output)/report.html, or turn the check off.")
      throw ExitCode(2)
    }
  }
}
