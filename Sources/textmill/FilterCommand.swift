import ArgumentParser
import Foundation
import TextMill

/// `textmill filter`: passes on the records that pass all filters, byte for byte.
struct FilterCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "filter",
    abstract: "Leaves out records by length, language, repetition and automation.",
    discussion: """
      Reads "text" (or "messages"), "title" or "subject", and "tags". The first filter that fails \
      decides; the record goes to --rejects with the reason and the figure.
      """)

  @OptionGroup var stage: StageOptions

  @Option(help: "Take the filters from this run configuration; flags come behind them.")
  var config: String?

  @Option(help: "Fewest words; two letters are a word in scripts without spaces.")
  var minWords: Int?

  @Option(help: "Most words.")
  var maxWords: Int?

  @Option(help: "Fewest characters.")
  var minCharacters: Int?

  @Option(help: "Most characters.")
  var maxCharacters: Int?

  @Option(help: ArgumentHelp("Languages to keep.", valueName: "en,de,…"))
  var languages: String?

  @Option(help: "The share of a text that must be in its main language, 0 to 1.")
  var minConfidence: Double?

  @Flag(help: "Leave out texts whose language isn't sure.")
  var rejectUnknown = false

  @Flag(help: "Leave out texts that repeat themselves, by Gopher's rules.")
  var repetition = false

  @Flag(help: "Leave out automatic replies, bounces, survey requests and merged tickets.")
  var automation = false

  func run() throws {
    var rules = try config.map { try configured($0) } ?? []
    if minWords != nil || maxWords != nil || minCharacters != nil || maxCharacters != nil {
      rules.append(
        .length(
          LengthFilter(
            minWords: minWords ?? 0, maxWords: maxWords, minCharacters: minCharacters ?? 0,
            maxCharacters: maxCharacters)))
    }
    if let languages {
      rules.append(
        .language(
          LanguageFilter(
            keep: languages.split(separator: ",").map(String.init), minConfidence: minConfidence,
            unknown: rejectUnknown ? .reject : .keep)))
    }
    if repetition { rules.append(.repetition(RepetitionFilter())) }
    if automation { rules.append(.automation(AutomationFilter())) }
    if rules.isEmpty {
      throw ValidationError("No filter is named: give --config or a flag such as --min-words.")
    }
    let chosen = rules
    try stage.pump("filter") { FilterStage(rules: chosen) }
  }

  private func configured(_ path: String) throws -> [FilterRule] {
    let yaml = String(decoding: try FileSystem.readFile(path), as: UTF8.self)
    let folder = path.lastIndex(of: "/").map { String(path[..<$0]) } ?? "."
    do throws(ConfigurationErrors) {
      let configuration = try Configuration(
        yaml: yaml, file: path, folder: folder,
        environment: ProcessInfo.processInfo.environment)
      return configuration.filter ?? []
    } catch {
      throw TextMillError(
        .usage, error.lines.joined(separator: "\n"), remedy: "Correct the configuration.")
    }
  }
}
