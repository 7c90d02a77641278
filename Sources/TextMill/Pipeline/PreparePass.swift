/// The first pass: every part of the input becomes a part file, sketches, rejects and books.
struct PreparePass {
  let configuration: Configuration
  let run: RunDirectory
  let plan: InputPlan
  let shards: Int
  let stages: StageFactory
  let progress: RunProgress

  /// The books of all parts.
  func run(threads: Int) throws -> Ledger {
    progress.begin(.prepare, total: plan.parts.reduce(0) { $0 + $1.weight })
    var ledger = Ledger(sources: configuration.sources.count)
    var next = plan.parts.indices.makeIterator()
    try OrderedParallelMap.run(
      threads: min(threads, plan.parts.count),
      next: { next.next() },
      makeWorker: {
        let worker = PrepareWorker(
          configuration: configuration, run: run, plan: plan, shards: shards,
          stages: stages.makePrepareStages(), progress: progress)
        return { try worker.prepare($0) }
      },
      emit: { ledger.add($0.ledger) })
    return ledger
  }
}
