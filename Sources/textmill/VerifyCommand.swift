import ArgumentParser
import TextMill

struct VerifyCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "verify",
    abstract:
      "Reads again everything that a run wrote: sums, counts, books, the rules of each target.",
    discussion: """
      What services only warn of, and how many examples they want, is told and fails nothing.

      Examples:
        textmill verify runs/support-bot
        textmill verify runs/support-bot --limits my-limits.json
      """)

  @Argument(help: ArgumentHelp("The folder of the run.", valueName: "run"))
  var folder: String

  @Option(help: "Threads. Default: all cores.")
  var threads: Int?

  @Option(help: "A file of limits of targets, in the place of those that the run was made with.")
  var limits: String?

  @Flag(help: "Write what was found as JSON.")
  var json = false

  func run() throws {
    let count = threads ?? StageOptions.allCores
    let verification = try Verification.run(
      RunDirectory(folder), threads: count, limits: limits.map { try TargetLimits(file: $0) })
    if json {
      Terminal.output(verification.json.prettyBytes)
    } else {
      for finding in verification.findings { Terminal.error("\(finding)") }
      Terminal.error(verification.summary)
    }
    if verification.errors > 0 { throw ExitCode(65) }
  }
}
