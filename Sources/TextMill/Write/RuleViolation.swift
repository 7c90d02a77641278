/// A published rule that a row or file breaks, under the service's own name for it.
struct RuleViolation: Equatable, Sendable {
  var rule: String
  /// The place in the row, or the figure; no text of the row.
  var detail: String
  /// The service takes the row all the same, or the figure is an estimate.
  var isWarning = false

  init(_ rule: String, _ detail: String, isWarning: Bool = false) {
    self.rule = rule
    self.detail = detail
    self.isWarning = isWarning
  }
}
