package import TextAlgorithms

/// A check of what a run has written, before it counts as complete.
package struct Gate: Sendable {
  /// One thing found, by its place; never the value itself.
  package struct Finding: Sendable, Equatable, CustomStringConvertible {
    /// The file, relative to the run's folder.
    package var path: String
    /// 1-based row.
    package var row: Int
    package var what: String

    package var description: String { "\(path), row \(row): \(what)" }
  }

  package var name: String
  package var findings: [Finding]
  /// Whether what was found fails the run.
  package var fails: Bool
  /// What share of the rows that were looked at was found, and how much may be; nil where one is too many.
  package var share: Double?
  package var limit: Double?

  /// The gate as the report shows it: at most twenty places.
  var json: JSONValue {
    func figure(_ value: Double?) -> JSONValue {
      value.map { .number("\(Double(Int($0 * 1e6)) / 1e6)") } ?? .null
    }
    return .object([
      .init(key: "name", value: .string(name)),
      .init(key: "findings", value: .int(findings.count)),
      .init(key: "fails", value: .bool(fails)),
      .init(key: "share", value: figure(share)),
      .init(key: "limit", value: figure(limit)),
      .init(
        key: "places", value: .array(findings.prefix(20).map { .string($0.description) })),
    ])
  }

  /// Runs the gates that the configuration asks for over all files.
  static func run(
    configuration: Configuration, run: RunDirectory, files: [DatasetFile.Facts],
    stages: StageFactory, threads: Int, progress: RunProgress
  ) throws -> [Gate] {
    var gates: [Gate] = []
    if let redact = configuration.redact {
      let findings = try RescanGate.findings(
        options: redact.options, run: run, files: files, threads: threads, progress: progress,
        prompt: Array((configuration.converse?.system ?? "").utf8))
      gates.append(
        Gate(
          name: "redaction", findings: findings,
          fails: redact.failOnRescan && !findings.isEmpty))
    }
    if let split = configuration.split, split.divides,
      let targets = configuration.write.training?.targets
    {
      // Without near-duplicates in the run the usual measure tells what resembles what.
      let leak = try LeakGate(
        near: configuration.deduplication.near ?? DeduplicateOptions.Near(), run: run,
        layout: TrainingLayout(targets: targets)
      ).measure(files, threads: threads)
      gates.append(
        Gate(
          name: "split_leak", findings: leak.findings,
          fails: split.failOnLeak && leak.share > split.maxLeak, share: leak.share,
          limit: split.maxLeak))
    }
    return gates
  }
}
