/// What deduplication did, in numbers.
package struct DeduplicateCounts: Equatable, Sendable {
  package var documents = 0
  /// Pairs that a common band proposed.
  package var candidates = 0
  /// Of these, pairs whose similarity reached the threshold.
  package var verified = 0
  package var superseded = 0
  package var exactDuplicates = 0
  package var nearDuplicates = 0
  /// Documents that stay and for which others were left out.
  package var keepers = 0

  package init() {}

  package var removed: Int { superseded + exactDuplicates + nearDuplicates }
}
