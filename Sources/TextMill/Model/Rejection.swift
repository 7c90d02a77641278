/// Why a record or document was left out: a counted value, never an exception.
package struct Rejection: Equatable, Sendable {
  /// The stage's name: read, extract, trim_reply, normalize, redact, filter, deduplicate, …
  package var stage: String
  /// A short, stable, machine-readable reason ("invalid_json", "too_short", "near_duplicate").
  package var reason: String
  package var source: SourceLocation
  /// The document's id where it is known.
  package var id: String?
  /// What proves it: a figure, the id of the document that is kept, a place in the record. No personal data.
  package var evidence: String?
  /// The first bytes of the record as they stood, for defects of the input; bounded by `rawLimit`.
  package var raw: [UInt8]?

  /// The most bytes of a bad record that are kept.
  package static let rawLimit = 4096

  package init(
    stage: String, reason: String, source: SourceLocation, id: String? = nil,
    evidence: String? = nil, raw: [UInt8]? = nil
  ) {
    self.stage = stage
    self.reason = reason
    self.source = source
    self.id = id
    self.evidence = evidence
    self.raw = raw.map { Array($0.prefix(Rejection.rawLimit)) }
  }
}
