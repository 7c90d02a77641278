internal import TextAlgorithms

extension DuplicateFinder {
  /// Bytes of shingles that one batch may hold.
  static let batchBudget = 16 << 20
  /// Documents that one batch may hold.
  static let batchDocuments = 1 << 17

  /// Drops repeated proposals and packs the rest into batches that fit the budget.
  ///
  /// Documents connected by proposals come together, so that most are needed by one batch only.
  func planBatches(
    _ proposed: ExternalSorter<ProposedPair>, _ near: DeduplicateOptions.Near, _ order: [UInt32]
  ) throws -> VerificationPlan {
    let sizes = try sizeClasses()
    let grouped = try groupByComponent(proposed, documents: order.count)
    let plan = VerificationPlan(
      pairs: try BinaryFile(creating: "\(workFolder)/pairs"),
      members: sorter("members", of: BatchMember.self))
    var inBatch: Set<UInt32> = []
    var bytes = 0
    var start = 0
    var written = 0
    func add(_ rank: UInt32) throws {
      if !inBatch.insert(rank).inserted { return }
      let number = order[Int(rank)]
      bytes += near.verify ? 8 + 8 << Int(sizes[Int(number)]) : 8 + near.bands * near.rows * 4
      try plan.members.append(
        BatchMember(number: number, rank: rank, batch: UInt32(plan.batches.count)))
    }
    try grouped.sorted().visit { pair in
      try add(pair.later)
      try add(pair.earlier)
      try plan.pairs.write(UInt64(pair.later) << 32 | UInt64(pair.earlier))
      written += 1
      if bytes >= Self.batchBudget || inBatch.count >= Self.batchDocuments {
        plan.batches.append(start..<written)
        start = written
        bytes = 0
        inBatch.removeAll(keepingCapacity: true)
      }
    }
    if written > start { plan.batches.append(start..<written) }
    try plan.pairs.flush()
    return plan
  }

  private func groupByComponent(
    _ proposed: ExternalSorter<ProposedPair>, documents: Int
  ) throws -> ExternalSorter<CandidatePair> {
    var sets = DisjointSets(count: documents)
    var last: ProposedPair?
    try proposed.sorted().visit { pair in
      if pair != last { sets.union(pair.later, pair.earlier) }
      last = pair
    }
    let grouped = sorter("grouped", of: CandidatePair.self)
    last = nil
    try proposed.sorted().visit { pair in
      if pair == last { return }
      last = pair
      try grouped.append(
        CandidatePair(component: sets.find(pair.later), later: pair.later, earlier: pair.earlier))
    }
    counts.candidates = grouped.count
    return grouped
  }

  /// For each document the smallest power of two that isn't below its number of shingles.
  private func sizeClasses() throws -> [UInt8] {
    var sizes = [UInt8](repeating: 0, count: numbers.count)
    try forEachDocument { number, record in
      let width = UInt32.bitWidth - (max(1, record.shingles) - 1).leadingZeroBitCount
      sizes[Int(number)] = UInt8(width)
    }
    return sizes
  }
}
