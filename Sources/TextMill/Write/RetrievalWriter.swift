internal import TextAlgorithms

/// The retrieval dataset: chunks as rows and, where asked for, as OpenSearch bulk requests.
final class RetrievalWriter: DatasetWriter {
  private let folder: String
  private let options: WriteConfiguration.Retrieval
  private var rows: DatasetFile?
  private var bulk: DatasetFile?
  private var row: [UInt8] = []
  private var action: [UInt8] = []

  init(folder: String, options: WriteConfiguration.Retrieval) {
    self.folder = folder
    self.options = options
  }

  func begin(shard: Int, of shards: Int) throws(TextMillError) {
    let suffix = Compressor.suffix(options.compression)
    if options.targets.contains(.jsonl) {
      rows = try DatasetFile(
        RunDirectory.shardFile("retrieval", "chunks", shard, of: shards, ending: "jsonl\(suffix)"),
        in: folder, compression: options.compression)
    }
    if options.targets.contains(.opensearch) {
      bulk = try DatasetFile(
        RunDirectory.shardFile(
          "retrieval", "opensearch", shard, of: shards, ending: "ndjson\(suffix)"),
        in: folder, compression: options.compression)
    }
  }

  func write(_ item: PackagedDocument) throws(TextMillError) {
    for (index, chunk) in item.chunks.enumerated() {
      row.removeAll(keepingCapacity: true)
      ChunkRow.append(
        chunk, sequence: index, of: item.chunks.count, document: item.document, to: &row)
      try rows?.append(row)
      guard let bulk else { continue }
      action.removeAll(keepingCapacity: true)
      action.appendASCII("{\"index\":{")
      action.append(contentsOf: "\"_index\":".utf8)
      JSONString.append(options.index, to: &action)
      action.appendMember("_id", chunk.id)
      action.appendASCII("}}\n")
      try bulk.append(action + row, rows: 2)
    }
  }

  func commit() throws(TextMillError) -> [DatasetFile.Facts] {
    defer {
      rows = nil
      bulk = nil
    }
    var facts: [DatasetFile.Facts] = []
    if let rows { facts.append(try rows.commit()) }
    if let bulk { facts.append(try bulk.commit()) }
    return facts
  }
}
