import ArgumentParser
import TextMill

struct VerifyCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "verify",
    abstract:
      "Reads again everything that a run wrote: sums, counts, books, the rules of each target.",
    discussion: """
      Example: textmill verify runs/support-bot
      """)

  @Argument(help: ArgumentHelp("The folder of the run.", valueName: "run"))
  var folder: String

  @Option(help: "Threads. Default: all cores.")
  var threads: Int?

  @Flag(help: "Write what was found as JSON.")
  var json = false

  func run() throws {
    let count = threads ?? StageOptions.allCores
    let verification = try Verification.run(RunDirectory(folder), threads: count)
    if json {
      Terminal.output(verification.json.prettyBytes)
    } else {
      for finding in verification.findings { Terminal.error("\(finding)") }
      Terminal.error(verification.summary)
    }
    if !verification.findings.isEmpty { throw ExitCode(65) }
  }
}
