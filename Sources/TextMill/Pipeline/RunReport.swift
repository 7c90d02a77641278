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
    let rejected = Stage.allCases.reduce(0) { $0 + ledger.total($1).rejectedTotal }
    var members: [JSONValue.Member] = []
    func add(_ key: String, _ value: JSONValue) { members.append(.init(key: key, value: value)) }
    add("name", .string(configuration.name))
    add("version", .string(RunVersion.current))
    add("documents_read", .int(read.entered))
    add("documents_written", .int(ledger.tallies["write.documents"] ?? 0))
    add("documents_rejected", .int(rejected))
    add("seconds", rounded(seconds))
    add("peak_memory_bytes", .int(RunClock.peakMemory))
    add("input_bytes", .int(inputBytes))
    add("megabytes_per_second", rounded(Double(inputBytes) / 1e6 / max(seconds, 1e-9)))
    add("threads", .int(threads))
    add("passes", .object(clock.passes.map { .init(key: $0.name, value: rounded($0.seconds)) }))
    let stages = configuration.stages
    add("stages", .object(stages.map { .init(key: $0.rawValue, value: ledger.total($0).json) }))
    let sources = configuration.sources.indices.map { source in
      let rows = stages.map {
        JSONValue.Member(key: $0.rawValue, value: ledger[source, $0].json)
      }
      return JSONValue.Member(key: configuration.sources[source].name, value: .object(rows))
    }
    add("sources", .object(sources))
    let tallies = ledger.json["tallies"]?.members ?? []
    add("splits", RunReport.splits(tallies))
    add("tallies", .object(tallies.filter { RunReport.splitAndLanguage($0.key) == nil }))
    add("gates", .array(gates.map(\.json)))
    add("files", .array(files.map(\.json)))
    json = .object(members)
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
