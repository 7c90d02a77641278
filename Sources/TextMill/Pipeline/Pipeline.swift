internal import Glibc
package import TextAlgorithms

/// A whole run, from sources to datasets. Start reading here.
///
/// Three passes, each of which reads one set of files and writes one: prepare (per part), deduplicate
/// (the only barrier), package (per shard). Then the gates look at what was written, and the manifest
/// appears by one rename, last. Until then the run can be killed at any instruction and run again.
package struct Pipeline: Sendable {
  /// How a run ended.
  package enum Outcome: Sendable {
    /// Everything is written and accounted for.
    case complete(RunReport)
    /// The same run was complete already; nothing was done.
    case alreadyComplete
    /// Written, but a gate found something; there is no manifest.
    case gateFailed(RunReport, [Gate.Finding])
  }

  private let configuration: Configuration
  private let run: RunDirectory
  private let threads: Int
  private let fresh: Bool
  package let progress = RunProgress()

  package init(configuration: Configuration, threads: Int, fresh: Bool) {
    self.configuration = configuration
    run = RunDirectory(configuration.output)
    self.threads = threads
    self.fresh = fresh
  }

  /// Runs everything, or goes on where an interrupted run stopped.
  package func execute() throws -> Outcome {
    let clock = RunClock()
    let stages = try StageFactory(configuration)
    let lock = try RunLock(run, fresh: fresh)
    defer { lock.release() }
    let plan = try InputPlan(
      sources: configuration.sources, partSize: configuration.run.partSize,
      workFolder: try workFolder("join"))
    let fingerprint = try Fingerprint(
      configuration: configuration, plan: plan, sums: stages.sums, threads: threads)
    if try !mayBegin(fingerprint) { return .alreadyComplete }
    let shards = configuration.shardCount(of: plan.files)

    var prepared = try PreparePass(
      configuration: configuration, run: run, plan: plan, shards: shards, stages: stages,
      progress: progress
    ).run(threads: threads)
    clock.end("prepare")
    if let options = configuration.deduplication.repeatedBlocks {
      let stripped = try RepeatedBlocksPass(
        configuration: configuration, options: options, run: run, shards: shards,
        progress: progress
      ).run(threads: threads, places: prepared.places)
      prepared.ledger.add(stripped.ledger)
      prepared.places = stripped.places
      clock.end("repeated_blocks")
    }
    let parts = try prepared.places.map { try PartFileReader(run.part($0)) }
    let deduplicated = try DeduplicatePass(
      configuration: configuration, run: run, places: prepared.places, parts: parts,
      shards: shards, progress: progress
    ).run(threads: threads)
    clock.end("deduplicate")
    let divided = try SplitPass(
      configuration: configuration, run: run, parts: parts, shards: shards, frozen: stages.frozen
    ).run(threads: threads)
    var packaged = try PackagePass(
      configuration: configuration, run: run, parts: parts, splits: divided.splits,
      shards: shards, stages: stages, progress: progress
    ).run(threads: threads)
    packaged.files += try TrainingIndex(configuration).write(packaged.files, run: run)
    packaged.files.sort { $0.path.utf8.lexicographicallyPrecedes($1.path.utf8) }
    clock.end("package")

    var ledger = prepared.ledger
    ledger.add(deduplicated)
    ledger.add(divided.ledger)
    ledger.add(packaged.ledger)
    try balance(ledger)
    progress.begin(.check, total: packaged.files.count)
    let gates = try Gate.run(
      configuration: configuration, run: run, files: packaged.files, stages: stages,
      threads: threads, progress: progress)
    clock.end("check")
    let report = RunReport(
      configuration: configuration, ledger: ledger, files: packaged.files, clock: clock,
      inputBytes: plan.files.joined().reduce(0) { $0 + $1.size }, threads: threads, gates: gates)
    let commit = RunCommit(
      configuration: configuration, run: run, fingerprint: fingerprint, ledger: ledger,
      files: packaged.files, shards: shards, parts: plan.parts.count,
      places: prepared.places, report: report, limits: stages.limits)
    if gates.contains(where: { $0.fails }) {
      try commit.writeReports()
      return .gateFailed(report, gates.filter(\.fails).flatMap(\.findings))
    }
    try commit.commit(gates: gates)
    return .complete(report)
  }

  private func workFolder(_ name: String) throws(TextMillError) -> String {
    let path = "\(run.work)/\(name)"
    try FileSystem.makeFolder(path)
    return path
  }

  /// Whether there is work: false when this very run is complete. Refuses to go on under other inputs,
  /// configuration or version, and says what differs.
  private func mayBegin(_ fingerprint: Fingerprint) throws(TextMillError) -> Bool {
    let complete = FileSystem.exists(run.manifest)
    let path = complete ? run.manifest : run.fingerprint
    if FileSystem.exists(path) {
      let json = try? JSONValue(parsing: try FileSystem.readFile(path))
      let differences =
        json.flatMap(Fingerprint.init(json:)).map { fingerprint.differences(from: $0) }
        ?? ["its record can't be read"]
      if differences.isEmpty {
        if complete { FileSystem.remove(run.work) }
        return !complete
      }
      let what = complete ? "a complete run" : "an interrupted run"
      if complete { FileSystem.remove(run.work) }
      throw TextMillError(
        .usage,
        "\(run.path): holds \(what) of something else:\n    "
          + differences.prefix(20).joined(separator: "\n    "),
        remedy: "Use --fresh to discard it, or --output for another folder.")
    }
    for folder in ["prepare", "strip", "package", "deduplicate"] { _ = try workFolder(folder) }
    for folder in ["data", "retrieval", "metadata", "rejects"] {
      FileSystem.remove("\(run.path)/\(folder)")
    }
    if configuration.write.documents != nil || configuration.write.training != nil {
      try FileSystem.makeFolder("\(run.path)/data")
    }
    if let targets = configuration.write.training?.targets {
      let layout = TrainingLayout(targets: targets)
      for target in targets {
        for base in ["data", "metadata"] {
          try FileSystem.makeFolder("\(run.path)/\(layout.folder(base, target))")
        }
      }
    }
    if configuration.write.retrieval != nil { try FileSystem.makeFolder("\(run.path)/retrieval") }
    try FileSystem.makeFolder("\(run.path)/rejects")
    try AtomicFile.write(fingerprint.json.prettyBytes, to: run.fingerprint)
    return true
  }

  private func balance(_ ledger: Ledger) throws(TextMillError) {
    let found = ledger.imbalances(
      stages: configuration.stages, names: configuration.sources.map(\.name))
    if !found.isEmpty {
      throw TextMillError(
        .internalFault, "the books don't balance: " + found.joined(separator: "; "),
        remedy: "Report this with the configuration and the version.")
    }
  }
}
