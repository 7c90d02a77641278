import ArgumentParser
import TextMill

struct ReportCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "report",
    abstract: "Shows what a run did: the funnel of documents, datasets, checks, times.",
    discussion: """
      Examples:
        textmill report runs/support-bot
        textmill report runs/support-bot --json | python3 -m json.tool
        textmill report runs/support-bot --html > report.html
      """)

  @Argument(help: ArgumentHelp("The folder of the run.", valueName: "run"))
  var folder: String

  @Flag(help: "Write the report as JSON.")
  var json = false

  @Flag(help: "Write the report as one HTML page.")
  var html = false

  func validate() throws {
    if json, html { throw ValidationError("Give --json or --html, not both.") }
  }

  func run() throws {
    let report = try RunReport.read(RunDirectory(folder))
    if json {
      Terminal.output(report.json.prettyBytes)
    } else if html {
      Terminal.output(Array(report.html.utf8))
    } else {
      Terminal.output(Array((report.lines.joined(separator: "\n") + "\n").utf8))
    }
  }
}
