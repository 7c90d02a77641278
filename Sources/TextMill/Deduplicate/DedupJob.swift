internal import Glibc
internal import TextAlgorithms

/// `textmill dedup`: reads all records, decides, and writes one line about each, in input order.
///
/// Texts and sketches are spilled below `TMPDIR` and removed at the end, after a signal too.
package struct DedupJob: Sendable {
  package var options: DeduplicateOptions
  /// Paths of the inputs; empty: standard input.
  package var inputs: [String]
  package var threads: Int
  /// Where rejects go; nil: standard error, as lines for people.
  package var rejects: String?

  /// Blocks of lines that make up a part: a number, so that parts don't depend on threads.
  private static let blocksInPart = 4

  package init(options: DeduplicateOptions, inputs: [String], threads: Int, rejects: String?) {
    self.options = options
    self.inputs = inputs
    self.threads = threads
    self.rejects = rejects
  }

  /// Throws when an input can't be read or an output can't be written; a bad record never throws.
  package func run() throws -> RecordPump.Counts {
    try options.validate()
    let output = OutputStream(descriptor: STDOUT_FILENO, name: "standard output")
    return try run { try output.write($0) }
  }

  /// The same with the lines handed to `write`.
  func run(write: ([UInt8]) throws -> Void) throws -> RecordPump.Counts {
    let folder = try WorkFolder()
    defer { folder.remove() }
    var counts = RecordPump.Counts()
    let documents = try readAll(folder.path, &counts)
    let sketches = documents.indices.map { DedupReader.sketchPath(folder: folder.path, part: $0) }
    let finder = try DuplicateFinder(
      sketches: sketches, texts: SpilledTexts(folder: folder.path, counts: documents),
      options: options, workFolder: folder.path, threads: threads)
    let path: @Sendable (Int) -> String = { part in "\(folder.path)/decisions-\(part)" }
    _ = try finder.find(shards: documents.count, shard: { Int($0.high) }, path: path)
    let files = finder.files
    var parts = documents.indices.makeIterator()
    try OrderedParallelMap.run(
      threads: threads, next: { parts.next() },
      makeWorker: {
        { (part: Int) in
          try Interruption.check()
          return DedupReport.lines(
            ids: try files[part].ids(), decisions: try DecisionFile(path: path(part)))
        }
      }, emit: { try write($0) })
    counts.written = documents.reduce(0, +)
    return counts
  }

  /// Reads everything; returns how many documents each part has.
  private func readAll(_ folder: String, _ counts: inout RecordPump.Counts) throws -> [Int] {
    let reader = try LineBlockReader(paths: inputs)
    let rejectStream = try rejects.map { try OutputStream(creating: $0) }
    let standardError = OutputStream(descriptor: STDERR_FILENO, name: "standard error")
    let asLines = rejectStream == nil
    let options = options
    var part = -1
    var documents: [Int] = []
    try OrderedParallelMap.run(
      threads: threads,
      next: { () throws -> (part: Int, blocks: [LineBlock])? in
        var blocks: [LineBlock] = []
        try Interruption.check()
        while blocks.count < Self.blocksInPart, let block = try reader.next() {
          blocks.append(block)
        }
        part += 1
        return blocks.isEmpty ? nil : (part, blocks)
      },
      makeWorker: {
        let reader = DedupReader(options: options, folder: folder, rejectsAsLines: asLines)
        return { (job: (part: Int, blocks: [LineBlock])) in
          try reader.read(job.blocks, part: job.part)
        }
      },
      emit: { (result: DedupReader.Result) in
        documents.append(result.documents)
        counts.read += result.read
        counts.rejected += result.read - result.documents
        try (rejectStream ?? standardError).write(result.rejects)
      })
    try rejectStream?.close()
    return documents
  }
}
