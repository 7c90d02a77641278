package import TextAlgorithms

/// Takes the repeated blocks out of one part file after the other, and makes the sketches.
///
/// A document of nothing else is left out (`only_repeated_blocks`). One instance a worker.
final class StripWorker {
  private let configuration: Configuration
  private let run: RunDirectory
  private let shards: Int
  private let progress: RunProgress
  private var stripper: BlockStripper
  private let sketcher: PartSketcher
  private let sourceIndex: [String: Int]

  init(
    configuration: Configuration, blocks: RepeatedBlocks,
    options: DeduplicateOptions.RepeatedBlocks, run: RunDirectory, shards: Int,
    progress: RunProgress
  ) {
    self.configuration = configuration
    self.run = run
    self.shards = shards
    self.progress = progress
    stripper = BlockStripper(blocks, options: options)
    sketcher = PartSketcher(options: configuration.deduplication)
    sourceIndex = configuration.sourceIndex
  }

  /// Strips a file, or takes over what an interrupted run has finished.
  func strip(_ place: PartPlace) throws -> PieceSummary {
    let stripped = PartPlace(part: place.part, file: place.file, isStripped: true)
    let sources = configuration.sources.count
    if let done = PieceSummary(path: run.strippedLedger(stripped), sources: sources) {
      progress.advance(1)
      return done
    }
    var ledger = Ledger(sources: sources)
    var rejects: [UInt8] = []
    var output = PartFileWriter(shards: shards)
    let priorities = try BlockPriorities.read(run.blocks(place))
    var ordinal = 0
    let reader = try PartFileReader(run.part(place))
    for shard in reader.segments.indices {
      try Interruption.check()
      try reader.segment(shard).withUnsafeBufferPointer { segment in
        PartFileReader.forEachRecord(in: segment) { key, bytes in
          var decoder = DocumentDecoder(bytes)
          var document = decoder.document()
          defer { ordinal += 1 }
          if strip(&document, key), document.texts.allSatisfy(\.isEmpty) {
            let rejection = ledger.reject(
              document, .deduplicate, source: sourceIndex[document.source.source] ?? 0,
              reason: "only_repeated_blocks", evidence: nil)
            RejectRow.append(rejection, keepsRaw: configuration.keepsRawRejects, to: &rejects)
          } else {
            output.add(document, key: key, priority: priorities[ordinal])
          }
        }
      }
    }
    output.sort()
    try output.write(to: run.part(stripped))
    try sketcher.sketch(output, to: run.sketch(stripped))
    ledger.tally("deduplicate.stripped_blocks", stripper.stripped)
    try AtomicFile.write(samples(), to: run.blockSamples(stripped))
    try AtomicFile.write(rejects, to: run.strippedRejects(stripped))
    let summary = PieceSummary(ledger: ledger)
    try summary.write(to: run.strippedLedger(stripped))
    FileSystem.remove(run.part(place))
    progress.advance(1)
    return summary
  }

  /// True when something was taken out; messages of nothing else go with it.
  private func strip(_ document: inout Document, _ key: DocumentKey) -> Bool {
    let site = BlockSite.name(of: document)
    var isChanged = false
    switch document.body {
    case .page: break
    case .text(var text):
      isChanged = stripper.strip(&text, site: site, document: key.high)
      document.body = .text(text)
    case .conversation(var messages):
      for i in messages.indices
      where stripper.strip(&messages[i].text, site: site, document: key.high) { isChanged = true }
      messages.removeAll { $0.text.isEmpty }
      document.body = .conversation(messages)
    }
    return isChanged
  }

  /// The blocks that were met, a row each.
  private func samples() -> [UInt8] {
    var out: [UInt8] = []
    for sample in stripper.takeSamples() {
      out.append(0x7B)
      out.appendMember(
        "block", SHA256.hexadecimal(withUnsafeBytes(of: sample.id.bigEndian, Array.init)))
      out.appendMember("site", sample.site)
      out.appendMember("documents", sample.documents)
      out.appendMember("text", sample.text)
      out.append(0x7D)
      out.append(0x0A)
    }
    return out
  }
}
