/// The first pass: every part of the input becomes a part file, sketches, rejects and books.
struct PreparePass {
  let configuration: Configuration
  let run: RunDirectory
  let plan: InputPlan
  let shards: Int
  let stages: StageFactory
  let progress: RunProgress

  /// The books of all parts, and the files that they became, in order.
  func run(threads: Int) throws -> (ledger: Ledger, places: [PartPlace]) {
    progress.begin(.prepare, total: plan.parts.reduce(0) { $0 + $1.weight })
    var ledger = Ledger(sources: configuration.sources.count)
    var places: [PartPlace] = []
    var number = 0
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
      emit: { summary in
        ledger.add(summary.ledger)
        places += (0..<summary.outputs).map { PartPlace(part: number, file: $0) }
        number += 1
      })
    return (ledger, places)
  }
}
