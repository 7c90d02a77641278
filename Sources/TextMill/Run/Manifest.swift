package import TextAlgorithms

/// What a complete run holds: files with their sums, the configuration, versions and counts. A function of
/// input, configuration and version.
package struct Manifest: Sendable {
  package var json: JSONValue

  init(
    configuration: Configuration, fingerprint: Fingerprint, ledger: Ledger,
    files: [DatasetFile.Facts], shards: Int, parts: Int, gates: [(name: String, findings: Int)],
    limits: TargetLimits
  ) {
    let names = configuration.sources.map(\.name)
    let accounts = ledger.json["sources"]?.array ?? []
    let targets = configuration.write.training?.targets ?? []
    json = .object([
      .init(key: "format", value: .string("textmill-run-1")),
      .init(key: "name", value: .string(configuration.name)),
      .init(key: "version", value: .string(fingerprint.version)),
      .init(key: "configuration", value: fingerprint.configuration),
      .init(key: "inputs", value: fingerprint.json["inputs"] ?? .null),
      .init(key: "parts", value: .int(parts)),
      .init(key: "shards", value: .int(shards)),
      .init(
        key: "counts",
        value: .object(zip(names, accounts).map { .init(key: $0, value: $1) })),
      .init(key: "tallies", value: ledger.json["tallies"] ?? .null),
      .init(
        key: "gates",
        value: .object(gates.map { .init(key: $0.name, value: .int($0.findings)) })),
      .init(key: "targets", value: .array(targets.map { .string($0.rawValue) })),
      .init(key: "limits", value: targets.isEmpty ? .object([]) : limits.json),
      .init(key: "files", value: .array(files.map(\.json))),
    ])
  }

  package init(json: JSONValue) { self.json = json }

  /// Reads a run's manifest; throws when the run isn't complete.
  package static func read(_ run: RunDirectory) throws(TextMillError) -> Manifest {
    guard FileSystem.exists(run.manifest) else {
      let interrupted = FileSystem.exists(run.work)
      throw TextMillError(
        .missingInput, "\(run.path): \(interrupted ? "the run isn't complete" : "no run is here")",
        remedy: interrupted
          ? "Run \"textmill run\" again to finish it." : "Give the folder that a run wrote.")
    }
    let bytes = try FileSystem.readFile(run.manifest)
    guard let json = try? JSONValue(parsing: bytes), json["format"]?.string == "textmill-run-1"
    else {
      throw TextMillError(
        .data, "\(run.manifest): not a manifest that this textmill reads",
        remedy: "Make the run again.")
    }
    return Manifest(json: json)
  }

  var files: [DatasetFile.Facts] {
    (json["files"]?.array ?? []).compactMap { DatasetFile.Facts(json: $0) }
  }

  /// What the training data are, in the order of the configuration.
  var targets: [WriteConfiguration.TrainingTarget] {
    (json["targets"]?.array ?? []).compactMap { $0.string.flatMap { .init(rawValue: $0) } }
  }

  /// The limits that the run's targets were made for.
  var limits: TargetLimits { TargetLimits(json: json["limits"] ?? .object([])) }

  /// The names of the sources in their order.
  package var sources: [String] { (json["counts"]?.members ?? []).map(\.key) }

  package var ledger: Ledger? {
    let rows = (json["counts"]?.members ?? []).map(\.value)
    return Ledger(
      json: .object([
        .init(key: "sources", value: .array(rows)),
        .init(key: "tallies", value: json["tallies"] ?? .null),
      ]), sources: rows.count)
  }
}
