extension FilterRule {
  /// The rule that an entry of the configuration's list `filter` asks for.
  package init(_ configuration: FilterConfiguration) {
    switch configuration {
    case .length(let minWords, let maxWords, let minCharacters, let maxCharacters):
      self = .length(
        LengthFilter(
          minWords: minWords, maxWords: maxWords, minCharacters: minCharacters,
          maxCharacters: maxCharacters))
    case .language(let keep, let keepUnknown):
      self = .language(LanguageFilter(keep: keep, unknown: keepUnknown ? .keep : .reject))
    case .repetition: self = .repetition(RepetitionFilter())
    case .automation: self = .automation(AutomationFilter())
    }
  }
}
