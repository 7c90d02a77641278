internal import TextAlgorithms

/// The training dataset: rows of the target under `data/`, a file a split, and what is known of each row
/// under `metadata/`, line by line, because the target's rows may hold no other keys.
final class TrainingWriter: DatasetWriter {
  private let folder: String
  private let options: WriteConfiguration.Training
  private let split: SplitConfiguration?
  private var shard = 0
  private var shards = 1
  private var files: [Split: (rows: DatasetFile, metadata: DatasetFile)] = [:]
  private var row: [UInt8] = []

  init(folder: String, options: WriteConfiguration.Training, split: SplitConfiguration?) {
    self.folder = folder
    self.options = options
    self.split = split
  }

  func begin(shard: Int, of shards: Int) {
    self.shard = shard
    self.shards = shards
    files = [:]
  }

  func write(_ item: PackagedDocument) throws(TextMillError) {
    guard let example = item.example else { return }
    let group = Split.group(of: item.document, options: split)
    let split = Split(group: group, options: self.split)
    let file = try open(split)
    row.removeAll(keepingCapacity: true)
    ChatRow.append(example, to: &row)
    try file.rows.append(row)
    row.removeAll(keepingCapacity: true)
    appendMetadata(item, example, split)
    try file.metadata.append(row)
  }

  /// A split without an example has no file: an empty one stops some loaders.
  private func open(
    _ split: Split
  ) throws(TextMillError) -> (rows: DatasetFile, metadata: DatasetFile) {
    if let file = files[split] { return file }
    let ending = "jsonl" + Compressor.suffix(options.compression)
    func file(_ folderName: String) throws(TextMillError) -> DatasetFile {
      try DatasetFile(
        RunDirectory.shardFile(folderName, split.rawValue, shard, of: shards, ending: ending),
        in: folder, compression: options.compression)
    }
    let pair = (rows: try file("data"), metadata: try file("metadata"))
    files[split] = pair
    return pair
  }

  private func appendMetadata(_ item: PackagedDocument, _ example: TrainingExample, _ split: Split)
  {
    let document = item.document
    row.append(0x7B)
    row.appendMember("id", document.id)
    row.appendMember("split", split.rawValue)
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
    for split in Split.allCases {
      guard let pair = files[split] else { continue }
      facts.append(try pair.rows.commit())
      facts.append(try pair.metadata.commit())
    }
    files = [:]
    return facts
  }
}
