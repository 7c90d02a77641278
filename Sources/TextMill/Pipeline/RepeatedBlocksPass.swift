package import TextAlgorithms

/// A small barrier between the first pass and the second, when the configuration asks for it: blocks that
/// stand in many documents are mined from the counts of all parts, then taken out part by part.
struct RepeatedBlocksPass {
  let configuration: Configuration
  let options: DeduplicateOptions.RepeatedBlocks
  let run: RunDirectory
  let shards: Int
  let progress: RunProgress

  /// The books of the barrier, and the stripped files in the place of `places`, in the same order.
  func run(
    threads: Int, places: [PartPlace]
  ) throws -> (ledger: Ledger, places: [PartPlace]) {
    progress.begin(.deduplicate, total: places.count)
    let blocks = try mined(places)
    var ledger = Ledger(sources: configuration.sources.count)
    ledger.tally("deduplicate.repeated_blocks", blocks.count)
    var next = places.makeIterator()
    try OrderedParallelMap.run(
      threads: min(threads, max(1, places.count)),
      next: { next.next() },
      makeWorker: {
        let worker = StripWorker(
          configuration: configuration, blocks: blocks, options: options, run: run, shards: shards,
          progress: progress)
        return { try worker.strip($0) }
      },
      emit: { ledger.add($0.ledger) })
    return (
      ledger, places.map { PartPlace(part: $0.part, file: $0.file, isStripped: true) }
    )
  }

  private func mined(_ places: [PartPlace]) throws -> RepeatedBlocks {
    let path = run.repeatedBlocks
    if !FileSystem.exists(path) {
      try BlockMiner.mine(
        places.map { run.blocks($0) }, options: options, workFile: path + ".sort"
      ).write(to: path)
    }
    return try RepeatedBlocks(path: path)
  }
}
