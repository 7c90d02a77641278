internal import Glibc
internal import TextAlgorithms

/// Reads a dataset file back, line by line, whatever its compression.
enum DatasetReader {
  private static let recordLimit = 1 << 30

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
        .data, "\(path): damaged: \(defect.reason)", remedy: "Make the run again with --fresh.")
    }
  }

  /// SHA-256 of the file as stored, in hexadecimal digits.
  static func storedSHA256(_ path: String) throws(TextMillError) -> String {
    let descriptor = open(path, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else { throw missing(path) }
    defer { close(descriptor) }
    let hash = SHA256()
    var block = [UInt8](repeating: 0, count: 1 << 20)
    while true {
      let n = block.withUnsafeMutableBytes { read(descriptor, $0.baseAddress, $0.count) }
      if n == 0 { return SHA256.hexadecimal(hash.finish()) }
      if n < 0, errno != EINTR { throw missing(path) }
      if n > 0 { block.withUnsafeBytes { hash.update(UnsafeRawBufferPointer(rebasing: $0[..<n])) } }
    }
  }

  private static func missing(_ path: String) -> TextMillError {
    TextMillError(
      .missingInput, "\(path): \(String(cString: strerror(errno)))",
      remedy: "Make the run again with --fresh.")
  }
}
