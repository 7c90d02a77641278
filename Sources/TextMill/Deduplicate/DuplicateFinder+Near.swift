internal import TextAlgorithms

extension DuplicateFinder {
  /// Finds the near duplicates among the documents that equality left; those removed, by number.
  func removeNear() throws -> ExternalSorter<NumberedDecision> {
    let removed = sorter("near", of: NumberedDecision.self)
    guard let near = options.near else { return removed }
    let order = try rankDocuments()
    let proposed = try propose()
    ranks = []
    if proposed.count == 0 { return removed }
    let plan = try planBatches(proposed, near, order)
    let store = try readShingles(plan, near)
    let similar = try verify(plan, store, near)
    counts.verified = similar.count
    try chooseKeepers(similar, order, removed)
    counts.nearDuplicates = removed.count
    return removed
  }

  /// Walks documents in their order; one that resembles an earlier one that stays is removed.
  private func chooseKeepers(
    _ similar: ExternalSorter<SimilarPair>, _ order: [UInt32],
    _ removed: ExternalSorter<NumberedDecision>
  ) throws {
    var isRemoved = [Bool](repeating: false, count: order.count)
    // Pairs come by their later document, the most similar first: its first kept one decides.
    try similar.sorted().visit { pair in
      if isRemoved[Int(pair.later)] || isRemoved[Int(pair.earlier)] { return }
      isRemoved[Int(pair.later)] = true
      try removed.append(
        NumberedDecision(
          number: order[Int(pair.later)], kept: order[Int(pair.earlier)],
          similarity: pair.similarity, clusterSize: 0,
          reason: Decision.Reason.nearDuplicate.rawValue))
    }
  }
}
