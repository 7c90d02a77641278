package import TextAlgorithms

/// The end of a run: rejects, card and reports, and the manifest last, by one rename.
struct RunCommit {
  let configuration: Configuration
  let run: RunDirectory
  let fingerprint: Fingerprint
  let ledger: Ledger
  let files: [DatasetFile.Facts]
  let shards: Int
  let parts: Int
  let places: [PartPlace]
  let report: RunReport
  let limits: TargetLimits

  /// Writes everything but the manifest's condition: what a run with a failed gate leaves behind.
  func writeReports() throws(TextMillError) {
    try joinRejects()
    try AtomicFile.write(report.json.prettyBytes, to: run.report)
    try AtomicFile.write(Array(report.html.utf8), to: run.htmlReport)
  }

  /// Makes the run complete and removes what only it needed.
  func commit(gates: [Gate]) throws(TextMillError) {
    try writeReports()
    try AtomicFile.write(
      DatasetCard(configuration: configuration, files: files, ledger: ledger).bytes, to: run.card)
    let manifest = Manifest(
      configuration: configuration, fingerprint: fingerprint, ledger: ledger, files: files,
      shards: shards, parts: parts, gates: gates.map { ($0.name, $0.findings.count) },
      limits: limits)
    try AtomicFile.write(manifest.json.prettyBytes, to: run.manifest)
    FileSystem.remove(run.work)
  }

  /// Joins the rejects of all parts, then those of all shards, into one file, and lists repeated blocks.
  private func joinRejects() throws(TextMillError) {
    let file = try AtomicFile(run.rejects)
    for part in 0..<parts { try file.append(contentsOf: run.partRejects(part)) }
    let stripped = places.filter(\.isStripped)
    for place in stripped { try file.append(contentsOf: run.strippedRejects(place)) }
    for shard in 0..<shards { try file.append(contentsOf: run.shardRejects(shard)) }
    try file.commit()
    if !stripped.isEmpty { try listRepeatedBlocks(stripped) }
  }

  /// Lists each repeated block once, as it was first met.
  private func listRepeatedBlocks(_ places: [PartPlace]) throws(TextMillError) {
    let file = try AtomicFile(run.repeatedBlockList)
    var listed: Set<ArraySlice<UInt8>> = []
    for place in places {
      let rows = try FileSystem.readFile(run.blockSamples(place))
      for row in rows.split(separator: 0x0A) {
        // A row begins with the block's number, so its head is the same for the same block.
        if listed.insert(row.prefix(RunCommit.blockHead)).inserted { try file.write(row + [0x0A]) }
      }
    }
    try file.commit()
  }

  /// The bytes of `{"block":"0123456789abcdef"`.
  private static let blockHead = 27
}
