import ArgumentParser
import TextMill

/// `textmill normalize`: text in order, record by record.
struct NormalizeCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "normalize",
    abstract: "Repairs encodings, composes characters, and brings spaces and line ends in order.")

  @OptionGroup var stage: StageOptions

  @Option(
    help: ArgumentHelp(
      "Steps in order: encoding, entities, nfc, line_ends, spaces, invisible.",
      valueName: "a,b,…"))
  var steps: String?

  func validate() throws { _ = try parsedSteps() }

  func run() throws {
    let configured = try stage.settings("normalize", \.normalize)
    let steps = try parsedSteps() ?? configured ?? NormalizationStep.defaults
    try stage.pump("normalize") { NormalizeStage(steps: steps) }
  }

  private func parsedSteps() throws -> [NormalizationStep]? {
    try steps?.split(separator: ",").map { name in
      guard let step = NormalizationStep(rawValue: String(name)) else {
        let known = NormalizationStep.allCases.map(\.rawValue).joined(separator: ", ")
        throw ValidationError("--steps: no step is called \"\(name)\"; there are \(known).")
      }
      return step
    }
  }
}
