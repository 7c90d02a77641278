internal import Glibc

/// `textmill extract` of files: reads an export as a run reads it, and writes one document a line.
///
/// The lines are a function of the files and the options: parts are cut by size and written in order.
package struct ExportJob: Sendable {
  /// The files and how they are read; their paths are files and folders, not patterns.
  package var sources: [SourceOptions]
  package var pages = PageExtractor.Options()
  package var threads: Int
  /// Where rejects go; nil: standard error, as lines for people.
  package var rejects: String?

  /// Bytes of input that one worker reads at a time, where the format can be cut.
  private static let partSize = 4 << 20

  package init(sources: [SourceOptions], threads: Int, rejects: String?) {
    self.sources = sources
    self.threads = threads
    self.rejects = rejects
  }

  /// Throws when a file can't be read or an output can't be written; a bad record never throws.
  ///
  /// What readers spill goes below `TMPDIR` and is removed, after a signal too.
  package func run() throws -> RecordPump.Counts {
    let output = OutputStream(descriptor: STDOUT_FILENO, name: "standard output")
    let rejectStream = try rejects.map { try OutputStream(creating: $0) }
    let counts = try run(rejectsAsLines: rejectStream == nil) { result in
      try output.write(result.output)
      try (rejectStream ?? OutputStream(descriptor: STDERR_FILENO, name: "standard error"))
        .write(result.rejects)
    }
    try rejectStream?.close()
    return counts
  }

  private func run(
    rejectsAsLines: Bool, emit: (ExportWorker.Result) throws -> Void
  ) throws -> RecordPump.Counts {
    let folder = try WorkFolder()
    defer { FileSystem.remove(folder.path) }
    let literal = sources.map { source in
      var source = source
      source.paths = source.paths.map(ExportJob.literal)
      return source
    }
    let plan = try InputPlan(sources: literal, partSize: Self.partSize, workFolder: folder.path)
    var parts = plan.parts.indices.makeIterator()
    var counts = RecordPump.Counts()
    let pages = pages
    try OrderedParallelMap.run(
      threads: min(threads, max(1, plan.parts.count)),
      next: { parts.next() },
      makeWorker: {
        let worker = ExportWorker(
          plan: plan,
          extractors: literal.map { source in
            var options = pages
            options.parser = source.parser
            return DocumentExtractor(
              keepsInternalNotes: source.internalNotes == .keep, pages: options)
          }, rejectsAsLines: rejectsAsLines, spill: folder.path)
        return { try worker.read($0) }
      },
      emit: { result in
        counts.read += result.counts.read
        counts.written += result.counts.written
        counts.rejected += result.counts.rejected
        for path in result.spilled {
          var spilled = ExportWorker.Result()
          spilled.output = try FileSystem.readFile(path)
          FileSystem.remove(path)
          try emit(spilled)
        }
        try emit(result)
      })
    return counts
  }

  /// A file's name as a pattern that means this name alone.
  private static func literal(_ path: String) -> String {
    path.reduce(into: "") { pattern, character in
      pattern += "[*?".contains(character) ? "[\(character)]" : String(character)
    }
  }
}
