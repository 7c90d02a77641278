package import TextAlgorithms

/// One file of a dataset: rows of JSON Lines, compressed, hashed as stored and as content, and committed
/// by a rename.
final class DatasetFile {
  /// What the manifest says of a file.
  struct Facts: Equatable, Sendable {
    /// Relative to the run's folder.
    var path: String
    var rows: Int
    var bytes: Int
    var sha256: String
    var contentBytes: Int
    var contentSHA256: String

    var json: JSONValue {
      .object([
        .init(key: "path", value: .string(path)),
        .init(key: "rows", value: .int(rows)),
        .init(key: "bytes", value: .int(bytes)),
        .init(key: "sha256", value: .string(sha256)),
        .init(key: "content_bytes", value: .int(contentBytes)),
        .init(key: "content_sha256", value: .string(contentSHA256)),
      ])
    }

    init?(json: JSONValue) {
      guard let path = json["path"]?.string, let rows = json["rows"]?.int,
        let bytes = json["bytes"]?.int, let sha256 = json["sha256"]?.string,
        let contentBytes = json["content_bytes"]?.int,
        let contentSHA256 = json["content_sha256"]?.string
      else { return nil }
      self.init(
        path: path, rows: rows, bytes: bytes, sha256: sha256, contentBytes: contentBytes,
        contentSHA256: contentSHA256)
    }

    init(
      path: String, rows: Int, bytes: Int, sha256: String, contentBytes: Int, contentSHA256: String
    ) {
      self.path = path
      self.rows = rows
      self.bytes = bytes
      self.sha256 = sha256
      self.contentBytes = contentBytes
      self.contentSHA256 = contentSHA256
    }
  }

  private static let blockSize = 1 << 18

  private let path: String
  private let file: AtomicFile
  private let compressor: Compressor
  private let storedHash = SHA256()
  private let contentHash = SHA256()
  private var block: [UInt8] = []
  private var rows = 0
  private var contentBytes = 0

  /// `path` is relative to `folder`, the run's folder.
  init(
    _ path: String, in folder: String, compression: WriteConfiguration.Compression
  ) throws(TextMillError) {
    self.path = path
    file = try AtomicFile("\(folder)/\(path)")
    compressor = Compressor(compression)
    block.reserveCapacity(DatasetFile.blockSize * 2)
  }

  /// Appends rows that end in a line end each.
  func append(_ lines: [UInt8], rows count: Int = 1) throws(TextMillError) {
    block.append(contentsOf: lines)
    rows += count
    if block.count >= DatasetFile.blockSize { try flush() }
  }

  private func flush() throws(TextMillError) {
    contentBytes += block.count
    contentHash.update(block)
    var out: [UInt8] = []
    compressor.compress(block, into: &out)
    block.removeAll(keepingCapacity: true)
    try store(out)
  }

  private func store(_ bytes: [UInt8]) throws(TextMillError) {
    storedHash.update(bytes)
    try file.write(bytes)
  }

  /// Ends the file and makes it appear.
  func commit() throws(TextMillError) -> Facts {
    try flush()
    var out: [UInt8] = []
    compressor.finish(into: &out)
    try store(out)
    try file.commit()
    return Facts(
      path: path, rows: rows, bytes: file.count,
      sha256: SHA256.hexadecimal(storedHash.finish()), contentBytes: contentBytes,
      contentSHA256: SHA256.hexadecimal(contentHash.finish()))
  }
}
