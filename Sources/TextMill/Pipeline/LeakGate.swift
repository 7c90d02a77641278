package import TextAlgorithms

/// Looks for near-duplicates across the splits of the training data, in the files as written.
struct LeakGate {
  let near: DeduplicateOptions.Near
  let run: RunDirectory
  let layout: TrainingLayout

  /// What was found: a finding for each example outside `train` that resembles one of another split.
  struct Leak {
    var findings: [Gate.Finding] = []
    /// Examples outside `train`.
    var examples = 0
    var share: Double { examples == 0 ? 0 : Double(findings.count) / Double(examples) }
  }

  /// Looks at the target that holds the most examples; the others hold the same ones.
  func measure(_ all: [DatasetFile.Facts], threads: Int) throws -> Leak {
    let files = all.compactMap { file in
      layout.place(of: file.path).flatMap { place in
        place.target == layout.witness
          ? (path: file.path, rows: file.rows, split: place.split) : nil
      }
    }
    var leak = Leak()
    leak.examples = files.reduce(0) { $0 + ($1.split == .train ? 0 : $1.rows) }
    guard Set(files.map(\.split)).count > 1 else { return leak }
    let folder = "\(run.work)/leak"
    FileSystem.remove(folder)
    try FileSystem.makeFolder(folder)
    defer { FileSystem.remove(folder) }
    var options = DeduplicateOptions()
    options.near = near
    options.keep = .sourceOrder
    // Examples of train come first, so what is found is in the other splits.
    let ordered = files.sorted { ($0.split.number, $0.path) < ($1.split.number, $1.path) }
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
    for decision in try DecisionFile(path: "\(folder)/0.decisions").decisions
    where decision.isRemoval {
      let here = ordered[decision.part]
      let there = ordered[decision.keptPart]
      guard here.split != there.split else { continue }
      let figure = Double(Int(decision.similarity * 1000)) / 1000
      leak.findings.append(
        Gate.Finding(
          path: here.path, row: decision.ordinal + 1,
          what: "similarity \(figure) to \(there.path), row \(decision.keptOrdinal + 1)"))
    }
    return leak
  }
}
