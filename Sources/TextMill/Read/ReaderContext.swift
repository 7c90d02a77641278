/// What every reader of a source knows: the options, the source's index and the files.
struct ReaderContext: Sendable {
  let options: SourceOptions
  let index: Int
  let files: [InputFile]

  func location(path: String, record: Int, offset: Int) -> SourceLocation {
    SourceLocation(source: options.name, path: path, record: record, offset: offset)
  }

  func documentID(_ id: String) -> String { options.name + ":" + id }

  func rejection(
    _ reason: String, at location: SourceLocation, id: String? = nil, evidence: String? = nil,
    raw: UnsafeBufferPointer<UInt8>? = nil
  ) -> ReadResult {
    .rejection(
      Rejection(
        stage: "read", reason: reason, source: location, id: id, evidence: evidence,
        raw: raw.map { Array($0.prefix(Rejection.rawLimit)) }))
  }

  /// A rejection when the configuration keeps only some statuses and this is none of them.
  func excluded(status: String?, at location: SourceLocation, id: String) -> ReadResult? {
    if options.includedStatuses.isEmpty { return nil }
    if let status, options.includedStatuses.contains(status) { return nil }
    return rejection("status_excluded", at: location, id: id, evidence: status ?? "no status")
  }

  /// One part for each file, uncut.
  func wholeFileParts(support: String? = nil) -> [InputPart] {
    files.map {
      InputPart(
        source: index, file: $0.file, path: $0.path, range: nil, weight: $0.size, support: support)
    }
  }
}
