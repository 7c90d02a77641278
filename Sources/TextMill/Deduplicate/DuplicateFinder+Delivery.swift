internal import TextAlgorithms

extension DuplicateFinder {
  /// Joins the removals of both kinds: what equalled a document that is itself removed is
  /// attributed to the one that stays, with that one's similarity.
  func attribute(
    _ equal: ExternalSorter<Removal>, _ near: ExternalSorter<NumberedDecision>
  ) throws -> ExternalSorter<Removal> {
    ranks = []
    let all = sorter("removals", of: Removal.self)
    let nearly = try near.sorted()
    var next = try nearly.next()
    try equal.sorted().visit { removal in
      while let decision = next, decision.number < removal.kept { next = try nearly.next() }
      var removal = removal
      if removal.reason == Decision.Reason.exactDuplicate.rawValue, let decision = next,
        decision.number == removal.kept
      {
        removal.kept = decision.kept
        removal.similarity = decision.similarity
        removal.reason = decision.reason
        counts.exactDuplicates -= 1
        counts.nearDuplicates += 1
      }
      try all.append(removal)
    }
    try near.sorted().visit { decision in
      try all.append(
        Removal(
          kept: decision.kept, number: decision.number, similarity: decision.similarity,
          reason: decision.reason))
    }
    return all
  }

  /// Adds the keepers, looks the keys up, and writes one file a shard.
  func deliver(
    _ removals: ExternalSorter<Removal>, shards: Int, shard: (ContentHash) -> Int,
    path: (Int) -> String
  ) throws {
    let decisions = try decide(removals)
    let delivered = sorter("delivered", of: ShardedDecision.self)
    let stream = try decisions.sorted()
    var next = try stream.next()
    try forEachDocument { number, record in
      guard let decision = next, decision.number == number else { return }
      try delivered.append(
        ShardedDecision(
          shard: UInt32(shard(record.key)), key: record.key, decision: decision))
      next = try stream.next()
    }
    let sorted = try delivered.sorted()
    var waiting = try sorted.next()
    let lookup = DocumentLookup(files: files)
    for shard in 0..<shards {
      var writer = DecisionWriter()
      while let item = waiting, item.shard == shard {
        let place = numbers.place(of: item.decision.number)
        let keptPlace = numbers.place(of: item.decision.kept)
        let (kept, id) = try lookup.document(part: keptPlace.part, ordinal: keptPlace.ordinal)
        writer.add(
          Decision(
            key: item.key, part: place.part, ordinal: place.ordinal,
            reason: Decision.Reason(rawValue: item.decision.reason) ?? .keeper,
            keptKey: kept.key, keptPart: keptPlace.part, keptOrdinal: keptPlace.ordinal,
            keptID: id, similarity: item.decision.similarity,
            clusterSize: Int(item.decision.clusterSize)))
        waiting = try sorted.next()
      }
      try writer.finish(path: path(shard))
    }
    guard waiting == nil else {
      throw TextMillError(
        .internalFault, "a document's shard is not below \(shards)",
        remedy: "Report this with the version and the configuration.")
    }
  }

  /// The removals and, for each document that others were left out for, the size of its cluster.
  private func decide(
    _ removals: ExternalSorter<Removal>
  ) throws -> ExternalSorter<NumberedDecision> {
    let decisions = sorter("decisions", of: NumberedDecision.self)
    var kept: UInt32 = 0
    var size: UInt32 = 1
    func closeCluster() throws {
      if size > 1 {
        counts.keepers += 1
        try decisions.append(
          NumberedDecision(
            number: kept, kept: kept, similarity: 1, clusterSize: size,
            reason: Decision.Reason.keeper.rawValue))
      }
      size = 1
    }
    try removals.sorted().visit { removal in
      if removal.kept != kept { try closeCluster() }
      kept = removal.kept
      if removal.reason != Decision.Reason.superseded.rawValue { size += 1 }
      try decisions.append(
        NumberedDecision(
          number: removal.number, kept: removal.kept, similarity: removal.similarity,
          clusterSize: 0, reason: removal.reason))
    }
    try closeCluster()
    return decisions
  }
}
