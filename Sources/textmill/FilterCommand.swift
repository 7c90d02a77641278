import ArgumentParser
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
    var rules = try stage.settings("filter", \.filter) ?? []
    changeLength(&rules)
    changeLanguage(&rules)
    if repetition { add(.repetition(RepetitionFilter()), to: &rules) }
    if automation { add(.automation(AutomationFilter()), to: &rules) }
    if rules.isEmpty {
      throw ValidationError("No filter is named: give --config or a flag such as --min-words.")
    }
    try stage.pump("filter") { [rules] in FilterStage(rules: rules) }
  }

  private func add(_ rule: FilterRule, to rules: inout [FilterRule]) {
    if !rules.contains(rule) { rules.append(rule) }
  }

  /// Puts the bounds of the flags over every length filter, or adds one.
  private func changeLength(_ rules: inout [FilterRule]) {
    if minWords == nil, maxWords == nil, minCharacters == nil, maxCharacters == nil { return }
    var isThere = false
    func changed(_ filter: LengthFilter) -> FilterRule {
      var filter = filter
      filter.minWords = minWords ?? filter.minWords
      filter.maxWords = maxWords ?? filter.maxWords
      filter.minCharacters = minCharacters ?? filter.minCharacters
      filter.maxCharacters = maxCharacters ?? filter.maxCharacters
      isThere = true
      return .length(filter)
    }
    for i in rules.indices {
      if case .length(let filter) = rules[i] { rules[i] = changed(filter) }
    }
    if !isThere { rules.append(changed(LengthFilter())) }
  }

  /// The same for the language filters; without languages every one is kept.
  private func changeLanguage(_ rules: inout [FilterRule]) {
    let keep = languages?.split(separator: ",").map(String.init)
    if keep == nil, minConfidence == nil, !rejectUnknown { return }
    var isThere = false
    func changed(_ filter: LanguageFilter) -> FilterRule {
      var filter = filter
      filter.keep = keep ?? filter.keep
      filter.minConfidence = minConfidence ?? filter.minConfidence
      if rejectUnknown { filter.unknown = .reject }
      isThere = true
      return .language(filter)
    }
    for i in rules.indices {
      if case .language(let filter) = rules[i] { rules[i] = changed(filter) }
    }
    if !isThere { rules.append(changed(LanguageFilter(keep: []))) }
  }
}
