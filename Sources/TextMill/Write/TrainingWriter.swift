internal import TextAlgorithms

/// The training dataset: for each target rows under `data/`, a file a split, and what is known of each row
/// under `metadata/`, line by line, because the targets' rows may hold no other keys.
final class TrainingWriter: DatasetWriter {
  private let folder: String
  private let options: WriteConfiguration.Training
  private let layout: TrainingLayout
  private let rows: [TrainingRow]
  private var shard = 0
  private var shards = 1
  /// By target × split.
  private var files: [(rows: DatasetFile, metadata: DatasetFile)?] = []
  private var row: [UInt8] = []

  /// `hasUnlearntTurns`: chat rows say which answers are learnt.
  init(folder: String, options: WriteConfiguration.Training, hasUnlearntTurns: Bool) {
    self.folder = folder
    self.options = options
    layout = TrainingLayout(targets: options.targets)
    rows = options.targets.map { TrainingRow(target: $0, hasUnlearntTurns: hasUnlearntTurns) }
  }

  func begin(shard: Int, of shards: Int) {
    self.shard = shard
    self.shards = shards
    files = Array(repeating: nil, count: rows.count * Split.allCases.count)
  }

  func write(_ item: PackagedDocument) throws(TextMillError) {
    for example in item.examples {
      for (index, target) in rows.enumerated()
      where TrainingRow.refusal(of: example, for: target.target) == nil {
        let file = try open(index, item.split)
        row.removeAll(keepingCapacity: true)
        target.append(example, to: &row)
        try file.rows.append(row)
        row.removeAll(keepingCapacity: true)
        appendMetadata(item, example)
        try file.metadata.append(row)
      }
    }
  }

  /// A split without an example has no file: an empty one stops some loaders.
  private func open(
    _ index: Int, _ split: Split
  ) throws(TextMillError) -> (rows: DatasetFile, metadata: DatasetFile) {
    let slot = index * Split.allCases.count + split.number
    if let file = files[slot] { return file }
    let ending = "jsonl" + Compressor.suffix(options.compression)
    let target = rows[index].target
    func file(_ base: String) throws(TextMillError) -> DatasetFile {
      try DatasetFile(
        RunDirectory.shardFile(
          layout.folder(base, target), split.rawValue, shard, of: shards, ending: ending),
        in: folder, compression: options.compression)
    }
    let pair = (rows: try file("data"), metadata: try file("metadata"))
    files[slot] = pair
    return pair
  }

  private func appendMetadata(_ item: PackagedDocument, _ example: TrainingExample) {
    let document = item.document
    row.append(0x7B)
    row.appendMember("id", example.number.map { "\(document.id)#\($0)" } ?? document.id)
    row.appendMember("document_id", document.id)
    row.appendMember("split", item.split.rawValue)
    row.appendMember("tokens", example.tokens)
    row.appendMember("turns", example.turns.count)
    row.appendMember("dropped_turns", example.droppedTurns)
    row.appendMember("language", document.language ?? "")
    row.appendMember("created_at", document.createdAt ?? "")
    row.appendMember("updated_at", document.updatedAt ?? "")
    row.appendMember("duplicates", item.duplicates)
    row.appendMember("source", document.source.text)
    row.appendMember("metadata", JSONValue.object(document.metadata).bytes)
    row.append(0x7D)
    row.append(0x0A)
  }

  func commit() throws(TextMillError) -> [DatasetFile.Facts] {
    var facts: [DatasetFile.Facts] = []
    for case let pair? in files {
      facts.append(try pair.rows.commit())
      facts.append(try pair.metadata.commit())
    }
    files = []
    return facts
  }
}
