package import TextAlgorithms

/// Turns one part of the input after the other into a part file, a sketch file, rejects and books.
///
/// One instance a worker: readers, parsers and buffers are its own.
final class PrepareWorker {
  private let configuration: Configuration
  private let run: RunDirectory
  private let plan: InputPlan
  private let shards: Int
  private let progress: RunProgress
  private var stages: PrepareStages
  private var readers: [(any PartReader)?]
  private let sketcher: PartSketcher
  /// Counts blocks when repeated ones go; then the sketches are made when they are out.
  private let blockCounter: BlockCounter?
  private let hash = SHA256()
  /// Bytes of documents that a worker holds; parts of formats that aren't cut can be larger.
  private let memoryLimit: Int

  init(
    configuration: Configuration, run: RunDirectory, plan: InputPlan, shards: Int,
    stages: PrepareStages, progress: RunProgress
  ) {
    self.configuration = configuration
    self.run = run
    self.plan = plan
    self.shards = shards
    self.stages = stages
    self.progress = progress
    readers = Array(repeating: nil, count: plan.readers.count)
    sketcher = PartSketcher(options: configuration.deduplication)
    blockCounter = configuration.deduplication.repeatedBlocks.map { BlockCounter($0) }
    memoryLimit = 3 * configuration.run.partSize
  }

  /// Prepares a part, or takes over what an interrupted run has finished.
  func prepare(_ number: Int) throws -> PieceSummary {
    let part = plan.parts[number]
    let sources = configuration.sources.count
    if let done = PieceSummary(path: run.partLedger(number), sources: sources) {
      progress.advance(part.weight)
      let rejects = Stage.allCases.reduce(0) { $0 + done.ledger.total($1).rejectedTotal }
      progress.count(documents: done.ledger.total(.read).left, rejects: rejects)
      return done
    }
    var ledger = Ledger(sources: sources)
    var rejects: [UInt8] = []
    var output = PartFileWriter(shards: shards)
    var outputs = 0
    let rejectFile = try AtomicFile(run.partRejects(number))
    var ordinal: UInt64 = 0
    let reader = reader(of: part.source)
    try reader.read(part) { result in
      try Interruption.check()
      switch result {
      case .rejection(let rejection):
        ledger.reject(part.source, .read, rejection.reason)
        RejectRow.append(rejection, keepsRaw: configuration.keepsRawRejects, to: &rejects)
        progress.count(documents: 0, rejects: 1)
      case .document(var document):
        ledger.pass(part.source, .read)
        ordinal += 1
        if let rejection = stages.prepare(&document, source: part.source, ledger: &ledger) {
          RejectRow.append(rejection, keepsRaw: configuration.keepsRawRejects, to: &rejects)
          progress.count(documents: 1, rejects: 1)
        } else {
          output.add(
            document, key: DocumentKey(id: document.id, hash: hash),
            priority: KeepOrder.priority(
              of: document, keep: configuration.deduplication.keep,
              ordinal: UInt64(number) << 32 | ordinal))
          progress.count(documents: 1, rejects: 0)
          if output.bytes.count >= memoryLimit {
            try write(&output, to: PartPlace(part: number, file: outputs))
            outputs += 1
          }
        }
      }
      if rejects.count > 1 << 20 {
        try rejectFile.write(rejects)
        rejects.removeAll(keepingCapacity: true)
      }
    }
    for note in reader.takeNotes() { ledger.tally("read.\(note.name)", note.count) }
    stages.takeTallies(into: &ledger)
    if outputs == 0 || !output.entries.isEmpty {
      try write(&output, to: PartPlace(part: number, file: outputs))
      outputs += 1
    }
    try rejectFile.write(rejects)
    try rejectFile.commit()
    let summary = PieceSummary(ledger: ledger, outputs: outputs)
    try summary.write(to: run.partLedger(number))
    progress.advance(part.weight)
    return summary
  }

  /// Writes the documents in memory as a file with its sketches, and forgets them.
  private func write(_ output: inout PartFileWriter, to place: PartPlace) throws {
    output.sort()
    try output.write(to: run.part(place))
    if let blockCounter {
      output.forEachDocument { entry, document in
        blockCounter.add(
          texts: document.texts, site: BlockSite.name(of: document), document: entry.key.high,
          priority: entry.priority)
      }
      try blockCounter.finish(path: run.blocks(place))
    } else {
      try sketcher.sketch(output, to: run.sketch(place))
    }
    output.removeAll()
  }

  private func reader(of source: Int) -> any PartReader {
    if let reader = readers[source] { return reader }
    let reader = plan.readers[source].makePartReader()
    readers[source] = reader
    return reader
  }
}
