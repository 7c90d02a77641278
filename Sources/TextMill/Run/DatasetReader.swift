internal import Glibc
internal import TextAlgorithms

/// Reads a dataset file back, line by line, whatever its compression.
enum DatasetReader {
  private static let recordLimit = 1 << 30
  private static let remedy = "Make the run again with --fresh."

  /// Calls `body` with the bytes of each line, without its line end. Throws when the file is damaged.
  static func forEachLine(
    _ path: String, _ body: (UnsafeBufferPointer<UInt8>) throws -> Void
  ) throws {
    guard let size = FileSystem.size(path) else { throw missing(path) }
    let file = InputFile(file: path, path: path, size: size)
    var options = SourceOptions(name: "dataset", reader: .jsonl, folder: ".", paths: [])
    // What the run itself compressed may be as repetitive as it likes.
    options.expansion.ratio = Int(Int32.max)
    options.expansion.bytes = Int.max
    var defect: ArchiveDefect?
    try InputOpener.forEachMember(of: file, options: options) { _, stream in
      let window = ByteWindow(stream)
      try LineSplitter.forEachLine(in: window, limit: recordLimit) { line in
        try body(line.bytes)
      }
    } onDefect: { _, found in
      defect = found
    }
    if let defect {
      throw TextMillError(
        .data, "\(path): damaged: \(defect.reason)", remedy: remedy)
    }
  }

  /// SHA-256 of the file as stored, in hexadecimal digits.
  static func storedSHA256(_ path: String) throws(TextMillError) -> String {
    let hash = SHA256()
    do throws(TextMillError) {
      try FileSystem.forEachBlock(path, of: 1 << 20) { hash.update(UnsafeRawBufferPointer($0)) }
    } catch {
      throw TextMillError(.missingInput, error.message, remedy: remedy)
    }
    return SHA256.hexadecimal(hash.finish())
  }

  private static func missing(_ path: String) -> TextMillError {
    TextMillError(
      .missingInput, "\(path): \(String(cString: strerror(errno)))",
      remedy: remedy)
  }
}
