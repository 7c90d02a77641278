/// One place in a text that holds personal data.
package struct PersonalFinding: Equatable, Sendable {
  package var kind: PersonalDataKind
  /// Byte offsets.
  package var range: Range<Int>
  /// The known identity that was found, as an index into the matcher's values, or nil.
  package var identity: Int?

  package init(kind: PersonalDataKind, range: Range<Int>, identity: Int? = nil) {
    self.kind = kind
    self.range = range
    self.identity = identity
  }

  /// The lower wins an overlap: what the record itself states comes before all.
  var rank: Int { identity == nil ? Int(kind.rawValue) + 1 : 0 }
}
