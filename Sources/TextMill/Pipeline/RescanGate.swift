package import TextAlgorithms

/// Looks for personal data in the written files: redaction must hold at the end.
enum RescanGate {
  /// The most findings that are kept of a file.
  static let limit = 1000

  /// `prompt`: the system message, which begins the texts of some targets and isn't looked at, because the
  /// configuration wrote it.
  static func findings(
    options: RedactOptions, run: RunDirectory, files: [DatasetFile.Facts], threads: Int,
    progress: RunProgress, prompt: [UInt8] = []
  ) throws -> [Gate.Finding] {
    var findings: [Gate.Finding] = []
    var next = files.makeIterator()
    try OrderedParallelMap.run(
      threads: min(threads, max(1, files.count)),
      next: { next.next() },
      makeWorker: {
        let redactor = Redactor(options)
        return { file in
          defer { progress.advance(1) }
          return try scan(file, run: run, redactor: redactor, prompt: prompt)
        }
      },
      emit: { findings += $0 })
    return findings
  }

  private static func scan(
    _ file: DatasetFile.Facts, run: RunDirectory, redactor: Redactor, prompt: [UInt8]
  ) throws -> [Gate.Finding] {
    // Bulk requests repeat the rows of the chunks.
    if file.path.hasPrefix("retrieval/opensearch") { return [] }
    var findings: [Gate.Finding] = []
    var row = 0
    redactor.begin(Identities())
    var pieces = ChunkTexts()
    func look(_ text: [UInt8], _ row: Int) {
      let isPrompted = !prompt.isEmpty && text.starts(with: prompt)
      let found = redactor.rescan(isPrompted ? Array(text.dropFirst(prompt.count)) : text)
      // What the model finds depends on the lines around, which a chunk or a merged turn changes.
      for found in found where found.detector != .model {
        findings.append(Gate.Finding(path: file.path, row: row, what: found.kind.name))
      }
    }
    let isChunks = file.path.hasPrefix("retrieval/chunks")
    try DatasetReader.forEachLine("\(run.path)/\(file.path)") { line in
      try Interruption.check()
      row += 1
      guard findings.count < limit else { return }
      if isChunks {
        if let (text, first) = try pieces.add(line, row: row) { look(text, first) }
      } else {
        try DatasetTexts.forEach(line) { look($0, row) }
      }
    }
    if let (text, first) = pieces.take() { look(text, first) }
    return findings
  }
}
