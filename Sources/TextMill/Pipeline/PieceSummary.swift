package import TextAlgorithms

/// What is known of a part or shard that is done: its books and, for a shard, its files.
struct PieceSummary: Sendable {
  var ledger: Ledger
  var files: [DatasetFile.Facts] = []
  /// How many files a part became.
  var outputs = 0

  var json: JSONValue {
    .object([
      .init(key: "ledger", value: ledger.json),
      .init(key: "files", value: .array(files.map(\.json))),
      .init(key: "outputs", value: .int(outputs)),
    ])
  }

  init(ledger: Ledger, files: [DatasetFile.Facts] = [], outputs: Int = 0) {
    self.ledger = ledger
    self.files = files
    self.outputs = outputs
  }

  /// Reads the summary that ends a piece; nil when the piece isn't done.
  init?(path: String, sources: Int) {
    guard FileSystem.exists(path), let bytes = try? FileSystem.readFile(path),
      let json = try? JSONValue(parsing: bytes), let books = json["ledger"],
      let ledger = Ledger(json: books, sources: sources)
    else { return nil }
    self.ledger = ledger
    files = (json["files"]?.array ?? []).compactMap { DatasetFile.Facts(json: $0) }
    outputs = json["outputs"]?.int ?? 0
  }

  func write(to path: String) throws(TextMillError) {
    try AtomicFile.write(json.prettyBytes, to: path)
  }
}
