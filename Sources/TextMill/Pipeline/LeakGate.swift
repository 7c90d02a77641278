package import TextAlgorithms

/// Looks for near-duplicates across the splits of the training data, in the files as written.
enum LeakGate {
  /// One finding for each example outside `train` that resembles one of another split.
  static func findings(
    near: DeduplicateOptions.Near, run: RunDirectory, files: [DatasetFile.Facts], threads: Int
  ) throws -> [Gate.Finding] {
    let names = Split.allCases.map { "data/\($0.rawValue)-" }
    let files = files.filter { file in names.contains { file.path.hasPrefix($0) } }
    guard Set(files.map { splitName($0.path) }).count > 1 else { return [] }
    let folder = "\(run.work)/leak"
    FileSystem.remove(folder)
    try FileSystem.makeFolder(folder)
    defer { FileSystem.remove(folder) }
    var options = DeduplicateOptions()
    options.near = near
    options.keep = .sourceOrder
    // Examples of train come first, so what is found is in the other splits.
    let ordered = files.sorted {
      (rank($0.path), $0.path) < (rank($1.path), $1.path)
    }
    for (part, file) in ordered.enumerated() {
      let writer = SketchWriter(options: options)
      var row = 0
      try RowTexts.forEach("\(run.path)/\(file.path)") { text in
        row += 1
        let key = ContentHash(high: UInt64(part), low: UInt64(row))
        writer.add(
          key: key, priority: UInt64(part) << 40 | UInt64(row), id: Array("\(part):\(row)".utf8),
          text: text)
      }
      try writer.finish(path: "\(folder)/\(part).sketch")
    }
    let finder = try DuplicateFinder(
      sketches: ordered.indices.map { "\(folder)/\($0).sketch" },
      texts: RowTexts(paths: ordered.map { "\(run.path)/\($0.path)" }), options: options,
      workFolder: folder, threads: threads)
    _ = try finder.find(shards: 1, shard: { _ in 0 }, path: { "\(folder)/\($0).decisions" })
    var findings: [Gate.Finding] = []
    for decision in try DecisionFile(path: "\(folder)/0.decisions").decisions
    where decision.isRemoval {
      let here = ordered[decision.part].path
      let there = ordered[decision.keptPart].path
      guard splitName(here) != splitName(there) else { continue }
      let figure = Double(Int(decision.similarity * 1000)) / 1000
      findings.append(
        Gate.Finding(
          path: here, row: decision.ordinal + 1,
          what: "similarity \(figure) to \(there), row \(decision.keptOrdinal + 1)"))
    }
    return findings
  }

  private static func splitName(_ path: String) -> Substring {
    path.dropFirst("data/".utf8.count).prefix { $0 != "-" }
  }

  private static func rank(_ path: String) -> Int {
    Split.allCases.firstIndex { splitName(path) == $0.rawValue } ?? 0
  }
}
