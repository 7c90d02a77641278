package import TextAlgorithms

/// Turns one shard after the other into dataset files, rejects and books.
///
/// One instance a worker: encoder, chunker, compressors and buffers are its own.
final class PackageWorker {
  private let configuration: Configuration
  private let run: RunDirectory
  private let shards: Int
  private let parts: [PartFileReader]
  private let progress: RunProgress
  private var stages: PackageStages
  private let writers: [any DatasetWriter]
  private let sourceIndex: [String: Int]
  private let splits: SplitAssignment

  init(
    configuration: Configuration, run: RunDirectory, shards: Int, parts: [PartFileReader],
    splits: SplitAssignment, stages: PackageStages, progress: RunProgress
  ) {
    self.configuration = configuration
    self.run = run
    self.shards = shards
    self.parts = parts
    self.stages = stages
    self.splits = splits
    self.progress = progress
    let write = configuration.write
    var writers: [any DatasetWriter] = []
    if let options = write.documents {
      writers.append(DocumentsWriter(folder: run.path, options: options))
    }
    if let options = write.training {
      writers.append(
        TrainingWriter(
          folder: run.path, options: options,
          hasUnlearntTurns: configuration.converse?.hasUnlearntTurns ?? false))
    }
    if let options = write.retrieval {
      writers.append(RetrievalWriter(folder: run.path, options: options))
    }
    self.writers = writers
    sourceIndex = configuration.sourceIndex
  }

  /// One document's place among the shard's segments.
  private struct Place {
    var key: DocumentKey
    var part: Int
    var ordinal: Int
    var range: Range<Int>
  }

  /// Packages a shard, or takes over what an interrupted run has finished.
  func package(_ shard: Int) throws -> PieceSummary {
    let sources = configuration.sources.count
    if let done = PieceSummary(path: run.shardLedger(shard), sources: sources) {
      progress.advance(1)
      return done
    }
    var ledger = Ledger(sources: sources)
    let rejectFile = try AtomicFile(run.shardRejects(shard))
    var rejects: [UInt8] = []
    let (segments, places) = try merge(shard)
    let decided = try DecisionFile(path: run.shardDecisions(shard))
    for writer in writers { try writer.begin(shard: shard, of: shards) }
    for place in places {
      try Interruption.check()
      if rejects.count > 1 << 20 {
        try rejectFile.write(rejects)
        rejects.removeAll(keepingCapacity: true)
      }
      let document = segments[place.part].withUnsafeBufferPointer { bytes in
        var decoder = DocumentDecoder(UnsafeBufferPointer(rebasing: bytes[place.range]))
        return decoder.document()
      }
      guard let source = sourceIndex[document.source.source] else { continue }
      let decision = decided.decision(
        key: ContentHash(high: place.key.high, low: place.key.low), part: place.part,
        ordinal: place.ordinal)
      if let decision, decision.isRemoval {
        ledger.reject(source, .deduplicate, decision.reason.name)
        RejectRow.append(
          removal(document, decision), keepsRaw: configuration.keepsRawRejects, to: &rejects)
        continue
      }
      ledger.pass(source, .deduplicate)
      var item = PackagedDocument(
        document: document, text: document.text, tokens: nil,
        duplicates: max(0, (decision?.clusterSize ?? 1) - 1))
      item.split = splits.split(part: place.part, ordinal: place.ordinal)
      for rejection in stages.package(&item, source: source, ledger: &ledger) {
        RejectRow.append(rejection, keepsRaw: configuration.keepsRawRejects, to: &rejects)
      }
      for writer in writers { try writer.write(item) }
    }
    var files: [DatasetFile.Facts] = []
    for writer in writers { files += try writer.commit() }
    try rejectFile.write(rejects)
    try rejectFile.commit()
    let summary = PieceSummary(ledger: ledger, files: files)
    try summary.write(to: run.shardLedger(shard))
    progress.advance(1)
    return summary
  }

  /// The shard's segments of all parts, and its documents in the order of their keys.
  private func merge(_ shard: Int) throws -> (segments: [[UInt8]], places: [Place]) {
    var segments: [[UInt8]] = []
    var places: [Place] = []
    for (number, part) in parts.enumerated() {
      let segment = try part.segment(shard)
      var ordinal = part.segments[..<shard].reduce(0) { $0 + $1.count }
      segment.withUnsafeBufferPointer { buffer in
        PartFileReader.forEachRecord(in: buffer) { key, bytes in
          // SAFETY: both addresses are of the same buffer.
          let start = buffer.baseAddress!.distance(to: bytes.baseAddress!)
          places.append(
            Place(
              key: key, part: number, ordinal: ordinal, range: start..<(start + bytes.count)))
          ordinal += 1
        }
      }
      segments.append(segment)
    }
    places.sort { ($0.key, $0.part, $0.ordinal) < ($1.key, $1.part, $1.ordinal) }
    return (segments, places)
  }

  private func removal(_ document: Document, _ decision: Decision) -> Rejection {
    let kept = String(decoding: decision.keptID, as: UTF8.self)
    let figure = Double(Int(decision.similarity * 10_000)) / 10_000
    return Rejection(
      stage: Stage.deduplicate.rawValue, reason: decision.reason.name, source: document.source,
      id: document.id, evidence: "kept \(kept), similarity \(figure)")
  }
}
