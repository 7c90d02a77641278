/// Why one record can't be processed; it goes to the rejects, and the work goes on.
package struct RecordError: Error, Equatable, Sendable {
  /// The stage that says so; empty: the command's own.
  package var stage: String
  /// A short, stable, machine-readable reason.
  package var reason: String
  /// What is wrong, for a person; no personal data.
  package var message: String

  package init(stage: String = "", reason: String, message: String) {
    self.stage = stage
    self.reason = reason
    self.message = message
  }
}
