/// The third pass: every shard merges its segments of all parts and becomes dataset files.
struct PackagePass {
  let configuration: Configuration
  let run: RunDirectory
  let parts: [PartFileReader]
  let splits: SplitAssignment
  let shards: Int
  let stages: StageFactory
  let progress: RunProgress

  /// The books and files of all shards, files in the order of their paths.
  func run(threads: Int) throws -> PieceSummary {
    progress.begin(.package, total: shards)
    var sum = PieceSummary(ledger: Ledger(sources: configuration.sources.count))
    var next = (0..<shards).makeIterator()
    try OrderedParallelMap.run(
      threads: min(threads, shards),
      next: { next.next() },
      makeWorker: {
        let worker = PackageWorker(
          configuration: configuration, run: run, shards: shards, parts: parts,
          splits: splits, stages: stages.makePackageStages(), progress: progress)
        return { try worker.package($0) }
      },
      emit: {
        sum.ledger.add($0.ledger)
        sum.files += $0.files
      })
    sum.files.sort { $0.path.utf8.lexicographicallyPrecedes($1.path.utf8) }
    return sum
  }
}
