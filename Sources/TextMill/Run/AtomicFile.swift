internal import Glibc

/// A file that exists under its name only when it is whole: written under a temporary name, synced,
/// renamed, and the folder synced. Created for the owner only.
package final class AtomicFile {
  package let path: String
  private let temporary: String
  private var descriptor: Int32
  /// How many bytes were written.
  package private(set) var count = 0

  package init(_ path: String) throws(TextMillError) {
    self.path = path
    temporary = path + ".tmp"
    descriptor = open(temporary, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0o600)
    if descriptor < 0 {
      throw TextMillError(
        .cannotCreate, "\(path): \(String(cString: strerror(errno)))",
        remedy: "Check the output folder and its permissions.")
    }
  }

  deinit {
    if descriptor >= 0 {
      close(descriptor)
      unlink(temporary)
    }
  }

  /// Appends bytes; throws when the disk doesn't take them.
  package func write(_ bytes: UnsafeRawBufferPointer) throws(TextMillError) {
    var done = 0
    while done < bytes.count {
      let n = Glibc.write(descriptor, bytes.baseAddress! + done, bytes.count - done)
      if n > 0 {
        done += n
      } else if n < 0, errno != EINTR {
        throw failure()
      }
    }
    count += bytes.count
  }

  /// Appends bytes; throws when the disk doesn't take them.
  package func write(_ bytes: [UInt8]) throws(TextMillError) {
    let result: Result<Void, TextMillError> = bytes.withUnsafeBytes { buffer in
      do throws(TextMillError) { return .success(try write(buffer)) } catch {
        return .failure(error)
      }
    }
    try result.get()
  }

  /// Appends another file, a block at a time.
  package func append(contentsOf path: String) throws(TextMillError) {
    let source = open(path, O_RDONLY | O_CLOEXEC)
    guard source >= 0 else {
      throw TextMillError(
        .inputOutput, "\(path): \(String(cString: strerror(errno)))",
        remedy: "Run again with --fresh.")
    }
    defer { close(source) }
    var block = [UInt8](repeating: 0, count: 1 << 20)
    while true {
      let n = block.withUnsafeMutableBytes { read(source, $0.baseAddress, $0.count) }
      if n == 0 { return }
      if n > 0 {
        try write(Array(block[..<n]))
      } else if errno != EINTR {
        throw failure()
      }
    }
  }

  /// Makes the file appear under its name.
  package func commit() throws(TextMillError) {
    guard fsync(descriptor) == 0, close(descriptor) == 0 else { throw failure() }
    descriptor = -1
    guard rename(temporary, path) == 0 else { throw failure() }
    try AtomicFile.syncFolder(of: path)
  }

  private func failure() -> TextMillError {
    TextMillError(
      .inputOutput, "\(path): \(String(cString: strerror(errno)))",
      remedy: "Free room and run again: the run goes on where it stopped.")
  }

  static func syncFolder(of path: String) throws(TextMillError) {
    let folder = path.lastIndex(of: "/").map { String(path[..<$0]) } ?? "."
    let descriptor = open(folder.isEmpty ? "/" : folder, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else { return }
    // Some file systems can't sync folders; the file itself is safe there.
    _ = fsync(descriptor)
    close(descriptor)
  }

  /// Writes a whole file at once.
  package static func write(_ bytes: [UInt8], to path: String) throws(TextMillError) {
    let file = try AtomicFile(path)
    try file.write(bytes)
    try file.commit()
  }
}
