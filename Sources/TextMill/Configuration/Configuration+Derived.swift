extension Configuration {
  /// The stages that run, in their order.
  package var stages: [Stage] {
    var stages: [Stage] = [.read, .extract]
    if trimReply != nil { stages.append(.trimReply) }
    if normalize != nil { stages.append(.normalize) }
    if redact != nil { stages.append(.redact) }
    if filter != nil { stages.append(.filter) }
    if decontaminate != nil { stages.append(.decontaminate) }
    stages.append(.deduplicate)
    if converse != nil { stages.append(.converse) }
    if chunk != nil { stages.append(.chunk) }
    return stages
  }

  /// What the barrier looks for; without the stage only ids that were read twice.
  var deduplication: DeduplicateOptions {
    if let deduplicate { return deduplicate }
    var options = DeduplicateOptions()
    options.exact = false
    options.near = nil
    return options
  }

  /// Whether rejects hold the bytes of records that couldn't be read.
  ///
  /// Where personal data is redacted they don't: nobody can say what stands in a record that can't be
  /// parsed. The place in the input, the length and the hash remain.
  var keepsRawRejects: Bool { redact == nil }

  var sourceIndex: [String: Int] {
    Dictionary(uniqueKeysWithValues: sources.enumerated().map { ($1.name, $0) })
  }

  /// The number of shards: as configured, else a power of two that grows with the input.
  ///
  /// Packed files count six times, about what they unpack to.
  func shardCount(of files: [[InputFile]]) -> Int {
    if let shards = write.shards { return shards }
    let packed = [".gz", ".zst", ".zip", ".bz2", ".xz", ".tgz", ".7z"]
    let bytes = files.joined().reduce(0) { sum, file in
      sum + file.size * (packed.contains { file.path.hasSuffix($0) } ? 6 : 1)
    }
    var count = 1
    while count < 65536, bytes > count * run.shardSize { count *= 2 }
    return count
  }
}
