internal import TextAlgorithms

extension DuplicateFinder {
  /// Removes all but the first document of each id, then of each content.
  ///
  /// Afterwards `ranks` marks the removed ones.
  func removeEqual() throws -> ExternalSorter<Removal> {
    let removals = sorter("equal", of: Removal.self)
    ranks = Array(repeating: 0, count: numbers.count)
    counts.superseded = try removeGroups(.superseded, { $0.key }, removals)
    if options.exact {
      counts.exactDuplicates = try removeGroups(.exactDuplicate, { $0.content }, removals)
    }
    return removals
  }

  private func removeGroups(
    _ reason: Decision.Reason, _ group: (SketchRecord) -> ContentHash,
    _ removals: ExternalSorter<Removal>
  ) throws -> Int {
    let sorter = sorter("groups", of: GroupedDocument.self)
    try forEachDocument { number, record in
      if ranks[Int(number)] == Self.excluded { return }
      try sorter.append(
        GroupedDocument(
          group: group(record), priority: record.priority, key: record.key, number: number))
    }
    var first: GroupedDocument?
    var removed = 0
    try sorter.sorted().visit { document in
      if let kept = first, kept.group == document.group {
        ranks[Int(document.number)] = Self.excluded
        removed += 1
        try removals.append(
          Removal(
            kept: kept.number, number: document.number, similarity: 1, reason: reason.rawValue))
      } else {
        first = document
      }
    }
    return removed
  }

  /// Gives each document that is still there its place in the order of (priority, key); returns the
  /// documents' numbers in that order.
  func rankDocuments() throws -> [UInt32] {
    let sorter = sorter("ranks", of: GroupedDocument.self)
    try forEachDocument { number, record in
      if ranks[Int(number)] == Self.excluded { return }
      try sorter.append(
        GroupedDocument(
          group: ContentHash(high: 0, low: 0), priority: record.priority, key: record.key,
          number: number))
    }
    var order: [UInt32] = []
    order.reserveCapacity(sorter.count)
    try sorter.sorted().visit { document in
      ranks[Int(document.number)] = UInt32(order.count)
      order.append(document.number)
    }
    return order
  }
}
