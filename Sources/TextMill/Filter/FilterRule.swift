/// One filter with its options: an entry of the configured list.
package enum FilterRule: Equatable, Sendable {
  case length(LengthFilter)
  case language(LanguageFilter)
  case repetition(RepetitionFilter)
  case automation(AutomationFilter)
}
