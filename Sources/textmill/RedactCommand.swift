import ArgumentParser
import TextMill

/// `textmill redact`: personal data and secrets replaced by placeholders.
struct RedactCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "redact",
    abstract: "Replaces personal data and secrets by typed placeholders.",
    discussion: """
      Reads {"id", "text", "known"?: {"customer": [..], "agent": [..]}}, one record a line; writes the
      record with its text redacted and "redactions": [{"kind", "start", "end", "replacement"}].
      """)

  @OptionGroup var stage: StageOptions

  @Option(
    help: ArgumentHelp(
      "What to redact, parted by commas: \(RedactOptions.kindNames). Default: all but url.",
      valueName: "kinds"))
  var kinds: String?

  @Option(
    help: ArgumentHelp(
      "A value that stays, or a domain whose addresses stay. Repeatable.", valueName: "value"))
  var allow: [String] = []

  @Option(help: "What stands in the text afterwards: placeholder or remove.")
  var mode: RedactOptions.Mode = .placeholder

  private func options() throws -> RedactOptions {
    var options = RedactOptions(allow: allow, mode: mode)
    if let kinds {
      switch RedactOptions.kinds(named: kinds) {
      case .success(let chosen): options.kinds = chosen
      case .failure(let unknown):
        throw ValidationError(
          "--kinds doesn't know '\(unknown.name)'; it knows \(RedactOptions.kindNames).")
      }
    }
    return options
  }

  func validate() throws { _ = try options() }

  func run() throws {
    let options = try options()
    try stage.pump("redact") { RedactStage(options) }
  }
}

extension RedactOptions.Mode: ExpressibleByArgument {}
