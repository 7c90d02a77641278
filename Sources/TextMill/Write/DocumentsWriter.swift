/// The documents dataset: one document a row, under `data/`.
final class DocumentsWriter: DatasetWriter {
  private let folder: String
  private let options: WriteConfiguration.Documents
  private var file: DatasetFile?
  private var row: [UInt8] = []

  init(folder: String, options: WriteConfiguration.Documents) {
    self.folder = folder
    self.options = options
  }

  func begin(shard: Int, of shards: Int) throws(TextMillError) {
    let ending = "jsonl" + Compressor.suffix(options.compression)
    file = try DatasetFile(
      RunDirectory.shardFile("data", "documents", shard, of: shards, ending: ending), in: folder,
      compression: options.compression)
  }

  func write(_ item: PackagedDocument) throws(TextMillError) {
    row.removeAll(keepingCapacity: true)
    DocumentRow.append(
      item.document, text: item.text, tokens: item.tokens ?? -1, duplicates: item.duplicates,
      to: &row)
    try file?.append(row)
  }

  func commit() throws(TextMillError) -> [DatasetFile.Facts] {
    defer { file = nil }
    return try file.map { file throws(TextMillError) in [try file.commit()] } ?? []
  }
}
