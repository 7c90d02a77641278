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
      """
      What to redact, parted by commas: \(RedactOptions.kindNames). Default: all but url, location, organization, \
      order_number, tracking_number.
      """,
      valueName: "kinds"))
  var kinds: String?

  @Option(
    help: ArgumentHelp(
      "A value that stays, or a domain whose addresses stay. Repeatable.", valueName: "value"))
  var allow: [String] = []

  @Option(help: "What stands in the text afterwards: placeholder (default), pseudonym or remove.")
  var mode: RedactOptions.Mode?

  @Option(
    help: ArgumentHelp(
      "The environment variable that holds the key of pseudonyms.", valueName: "variable"))
  var keyFrom: String?

  @Option(
    help: ArgumentHelp(
      "A pattern that is redacted as a kind of its own; configs/reference.yaml says how to write it. Repeatable.",
      valueName: "kind=pattern"))
  var rule: [String] = []

  func validate() throws {
    _ = try chosen()
    _ = try rules()
    if mode == .pseudonym {
      guard let keyFrom else {
        throw ValidationError("--mode pseudonym needs --key-from VARIABLE.")
      }
      if PseudonymKey.value(keyFrom) == nil {
        throw ValidationError(
          "--key-from names \(keyFrom), which is not set. Set it before the run.")
      }
    }
  }

  func run() throws {
    let configured = try stage.settings("redact", \.redact)
    var options = configured?.options ?? RedactOptions()
    options.kinds = try chosen()?.kinds ?? options.kinds
    if !allow.isEmpty { options.allow = allow }
    options.mode = mode ?? options.mode
    options.keyVariable = keyFrom ?? options.keyVariable
    let rules = try rules()
    if !rules.isEmpty { options.rules = rules }
    let usesKnown = configured?.knownIdentities ?? true
    try stage.pump("redact") { [options] in RedactStage(options, knownIdentities: usesKnown) }
  }

  private func rules() throws -> [RedactRule] {
    try rule.map { text in
      guard let equals = text.firstIndex(of: "=") else {
        throw ValidationError("--rule '\(text)' isn't kind=pattern.")
      }
      do throws(RedactRule.Problem) {
        return try RedactRule(
          kind: String(text[..<equals]), pattern: String(text[text.index(after: equals)...]))
      } catch {
        throw ValidationError(
          error == .badKind
            ? "--rule '\(text)' needs a kind of three to 24 small letters and low lines."
            : "--rule '\(text)' has no pattern that configs/reference.yaml describes.")
      }
    }
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
