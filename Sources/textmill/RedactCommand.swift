import ArgumentParser
import TextAlgorithms
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
      "What to redact, parted by commas: \(names(PersonalDataKind.allCases)). Default: all but url.",
      valueName: "kinds"))
  var kinds: String?

  @Option(
    help: ArgumentHelp(
      "A value that stays, or a domain whose addresses stay. Repeatable.", valueName: "value"))
  var allow: [String] = []

  @Option(help: "What stands in the text afterwards: placeholder or remove.")
  var mode: RedactOptions.Mode = .placeholder

  private static func names(_ kinds: [PersonalDataKind]) -> String {
    kinds.map(\.name).joined(separator: ", ")
  }

  private func chosenKinds() throws -> [PersonalDataKind] {
    guard let kinds else { return PersonalDataKind.standard }
    return try kinds.split(separator: ",").map { name in
      guard let kind = PersonalDataKind(name: String(name)) else {
        throw ValidationError(
          "--kinds doesn't know '\(name)'; it knows \(Self.names(PersonalDataKind.allCases)).")
      }
      return kind
    }
  }

  func validate() throws { _ = try chosenKinds() }

  func run() throws {
    let options = RedactOptions(kinds: try chosenKinds(), allow: allow, mode: mode)
    try stage.pump("redact") { RedactStage(options) }
  }
}

extension RedactOptions.Mode: ExpressibleByArgument {}
