/// What a filter says of a document.
package enum FilterVerdict: Equatable, Sendable {
  case keep
  /// A stable machine-readable reason and the figure or place that proves it; no personal data.
  case reject(reason: String, evidence: String)
}
