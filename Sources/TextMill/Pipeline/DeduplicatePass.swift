package import TextAlgorithms

/// The second pass, the only barrier: finds duplicates among the sketches of all parts.
///
/// It always runs, because one id may be read twice; equal and near texts are looked for when the
/// configuration says so.
struct DeduplicatePass {
  let configuration: Configuration
  let run: RunDirectory
  let places: [PartPlace]
  let parts: [PartFileReader]
  let shards: Int
  let progress: RunProgress

  /// The books of the barrier; the decisions are in files, one a shard.
  func run(threads: Int) throws -> Ledger {
    progress.begin(.deduplicate, total: 0)
    let sources = configuration.sources.count
    if let done = PieceSummary(path: run.deduplicateLedger, sources: sources) { return done.ledger }
    let scratch = "\(run.decisions)/scratch"
    FileSystem.remove(scratch)
    try FileSystem.makeFolder(scratch)
    let finder = try DuplicateFinder(
      sketches: places.map { run.sketch($0) }, texts: PartTexts(parts: parts),
      options: configuration.deduplication, workFolder: scratch, threads: threads)
    let counts = try finder.find(
      shards: shards,
      shard: { DocumentKey(high: $0.high, low: $0.low).shard(of: shards) },
      path: { run.shardDecisions($0) })
    FileSystem.remove(scratch)
    var ledger = Ledger(sources: sources)
    ledger.tally("deduplicate.candidate_pairs", counts.candidates)
    ledger.tally("deduplicate.verified_pairs", counts.verified)
    ledger.tally("deduplicate.keepers", counts.keepers)
    try PieceSummary(ledger: ledger).write(to: run.deduplicateLedger)
    return ledger
  }
}
