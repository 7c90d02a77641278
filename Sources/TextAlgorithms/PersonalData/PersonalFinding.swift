/// One place in a text that holds personal data.
package struct PersonalFinding: Equatable, Sendable {
  /// What found it.
  package enum Detector: UInt8, CaseIterable, Sendable {
    /// A shape, check digits or a word that stands beside it.
    case rule
    /// The record itself states the value.
    case known
    /// The model of names and addresses.
    case model
    /// A pattern of the configuration.
    case custom
  }

  package var kind: PersonalDataKind
  /// Byte offsets.
  package var range: Range<Int>
  /// The known identity that was found, as an index into the matcher's values, or the pattern, or nil.
  package var identity: Int?
  package var detector: Detector
  /// Whether it goes on with the address that ends where this begins, so that one placeholder stands for both.
  package var continues = false

  package init(
    kind: PersonalDataKind, range: Range<Int>, identity: Int? = nil, detector: Detector? = nil
  ) {
    self.kind = kind
    self.range = range
    self.identity = identity
    self.detector = detector ?? (identity == nil ? .rule : .known)
  }

  /// The lower wins an overlap: what the record itself states comes before all, rules before the model.
  var rank: Int {
    if detector == .known { return 0 }
    return Int(kind.rawValue) + (detector == .model ? 101 : 1)
  }
}
