/// Which pairs are verified together, and which documents' shingles each batch needs.
final class VerificationPlan {
  /// Pairs as (later, earlier) ranks, batch after batch.
  let pairs: BinaryFile
  /// The ranges of `pairs`, in pairs, of the batches.
  var batches: [Range<Int>] = []
  let members: ExternalSorter<BatchMember>

  init(pairs: BinaryFile, members: ExternalSorter<BatchMember>) {
    self.pairs = pairs
    self.members = members
  }

  deinit { BinaryFile.remove(pairs.path) }
}
