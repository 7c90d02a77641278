internal import TextAlgorithms

extension DuplicateFinder {
  /// Reads the texts of all proposed documents, each part's once, and spills what is compared: the
  /// set of shingles, or the sketch when nothing is verified.
  func readShingles(
    _ plan: VerificationPlan, _ near: DeduplicateOptions.Near
  ) throws -> BatchStore {
    let store = BatchStore(folder: workFolder)
    let members = try plan.members.sorted()
    var waiting = try members.next()
    let numbers = numbers
    let texts = texts
    let flushAt = max(512, (1 << 20) / max(1, plan.batches.count))
    try OrderedParallelMap.run(
      threads: threads,
      next: { () throws -> (part: Int, members: [BatchMember])? in
        guard let first = waiting else { return nil }
        let part = numbers.place(of: first.number).part
        let end = numbers.base(of: part + 1)
        var group: [BatchMember] = []
        while let member = waiting, Int(member.number) < end {
          group.append(member)
          waiting = try members.next()
        }
        return (part, group)
      },
      makeWorker: {
        let spiller = ShingleSpiller(near: near, store: store, flushAt: flushAt)
        return { (job: (part: Int, members: [BatchMember])) in
          try Interruption.check()
          let part = job.part
          try spiller.spill(job.members, base: numbers.base(of: part), part: part, texts: texts)
        }
      }, emit: { (_: Void) in })
    return store
  }

  /// Compares the pairs of every batch; those whose similarity reaches the threshold.
  func verify(
    _ plan: VerificationPlan, _ store: BatchStore, _ near: DeduplicateOptions.Near
  ) throws -> ExternalSorter<SimilarPair> {
    let similar = SharedSorter<SimilarPair>(
      path: "\(workFolder)/similar", budget: Self.sorterBudget)
    let pairsPath = plan.pairs.path
    var batches = plan.batches.enumerated().makeIterator()
    try OrderedParallelMap.run(
      threads: threads, next: { batches.next().map { (index: $0.offset, range: $0.element) } },
      makeWorker: {
        let pairs = try BinaryFile(reading: pairsPath)
        return { (job: (index: Int, range: Range<Int>)) in
          try Interruption.check()
          let range = job.range
          let batch = ShingleBatch(words: try store.load(job.index))
          var found: [SimilarPair] = []
          let step = 1 << 16
          for start in stride(from: range.lowerBound, to: range.upperBound, by: step) {
            let count = min(step, range.upperBound - start)
            for pair in try pairs.values(UInt64.self, at: start * 8, count: count) {
              let later = UInt32(pair >> 32)
              let earlier = UInt32(truncatingIfNeeded: pair)
              if let similarity = batch.similarity(later, earlier, near) {
                found.append(SimilarPair(later: later, earlier: earlier, similarity: similarity))
              }
            }
            try similar.take(&found)
          }
        }
      }, emit: { (_: Void) in })
    return similar.finished()
  }
}
