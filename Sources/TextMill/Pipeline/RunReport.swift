package import TextAlgorithms

/// What a run did, for people and scripts: the funnel of documents, datasets, tallies, times.
package struct RunReport: Sendable {
  package var json: JSONValue

  init(
    configuration: Configuration, ledger: Ledger, files: [DatasetFile.Facts], clock: RunClock,
    inputBytes: Int, threads: Int, gates: [Gate]
  ) {
    let read = ledger.total(.read)
    let seconds = clock.seconds
    func rounded(_ value: Double) -> JSONValue {
      .number("\(Double(Int(value * 1000)) / 1000)")
    }
    json = .object([
      .init(key: "name", value: .string(configuration.name)),
      .init(key: "version", value: .string(RunVersion.current)),
      .init(key: "documents_read", value: .int(read.entered)),
      .init(key: "documents_written", value: .int(ledger.tallies["write.documents"] ?? 0)),
      .init(key: "documents_rejected", value: .int(
        Stage.allCases.reduce(0) { $0 + ledger.total($1).rejectedTotal })),
      .init(key: "seconds", value: rounded(seconds)),
      .init(key: "peak_memory_bytes", value: .int(RunClock.peakMemory)),
      .init(key: "input_bytes", value: .int(inputBytes)),
      .init(
        key: "megabytes_per_second", value: rounded(Double(inputBytes) / 1e6 / max(seconds, 1e-9))),
      .init(key: "threads", value: .int(threads)),
      .init(
        key: "passes",
        value: .object(clock.passes.map { .init(key: $0.name, value: rounded($0.seconds)) })),
      .init(
        key: "stages",
        value: .object(
          configuration.stages.map { .init(key: $0.rawValue, value: ledger.total($0).json) })),
      .init(
        key: "sources",
        value: .object(
          configuration.sources.indices.map { source in
            .init(
              key: configuration.sources[source].name,
              value: .object(
                configuration.stages.map {
                  .init(key: $0.rawValue, value: ledger[source: source, stage: $0].json)
                }))
          })),
      .init(key: "tallies", value: ledger.json["tallies"] ?? .null),
      .init(
        key: "gates",
        value: .array(
          gates.map { gate in
            .object([
              .init(key: "name", value: .string(gate.name)),
              .init(key: "findings", value: .int(gate.findings.count)),
              .init(key: "fails", value: .bool(gate.fails)),
              .init(
                key: "places",
                value: .array(gate.findings.prefix(20).map { .string($0.description) })),
            ])
          })),
      .init(key: "files", value: .array(files.map(\.json))),
    ])
  }

  package init(json: JSONValue) { self.json = json }

  /// Reads the report of a run.
  package static func read(_ run: RunDirectory) throws(TextMillError) -> RunReport {
    guard FileSystem.exists(run.report) else {
      throw TextMillError(
        .missingInput, "\(run.path): no report is here",
        remedy: "Give the folder of a run that came to its end.")
    }
    guard let json = try? JSONValue(parsing: try FileSystem.readFile(run.report)) else {
      throw TextMillError(
        .data, "\(run.report): isn't a report", remedy: "Run again with --fresh.")
    }
    return RunReport(json: json)
  }
}
