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

  @Option(help: "What stands in the text afterwards: placeholder (default) or remove.")
  var mode: RedactOptions.Mode?

  func validate() throws { _ = try chosen() }

  func run() throws {
    let configured = try stage.settings("redact", \.redact)
    var options = configured?.options ?? RedactOptions()
    options.kinds = try chosen()?.kinds ?? options.kinds
    if !allow.isEmpty { options.allow = allow }
    options.mode = mode ?? options.mode
    let usesKnown = configured?.knownIdentities ?? true
    try stage.pump("redact") { [options] in RedactStage(options, knownIdentities: usesKnown) }
  }

  /// Options with the kinds of the flag; nil without it.
  private func chosen() throws -> RedactOptions? {
    guard let kinds else { return nil }
    switch RedactOptions.kinds(named: kinds) {
    case .success(let kinds): return RedactOptions(kinds: kinds)
    case .failure(let unknown):
      throw ValidationError(
        "--kinds doesn't know '\(unknown.name)'; it knows \(RedactOptions.kindNames).")
    }
  }
}

extension RedactOptions.Mode: ExpressibleByArgument {}
