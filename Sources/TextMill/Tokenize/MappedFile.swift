internal import Glibc

/// The bytes of a file, mapped for reading for as long as this lives.
final class MappedFile: Sendable {
  private nonisolated(unsafe) let base: UnsafeMutableRawPointer?
  private let size: Int

  // SAFETY: valid while this object lives, which every user of the bytes holds.
  var bytes: UnsafeBufferPointer<UInt8> {
    UnsafeBufferPointer(start: base?.assumingMemoryBound(to: UInt8.self), count: size)
  }

  /// Throws `.missingInput` when the file can't be opened or is no regular file.
  init(_ path: String) throws(TextMillError) {
    let descriptor = open(path, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else { throw MappedFile.unreadable(path, errno) }
    defer { close(descriptor) }
    var status = stat()
    guard fstat(descriptor, &status) == 0 else { throw MappedFile.unreadable(path, errno) }
    guard status.st_mode & S_IFMT == S_IFREG else { throw MappedFile.unreadable(path, EISDIR) }
    size = Int(status.st_size)
    if size == 0 {
      base = nil
      return
    }
    let flags = MAP_PRIVATE | MAP_POPULATE
    guard let mapped = mmap(nil, size, PROT_READ, flags, descriptor, 0), mapped != MAP_FAILED else {
      throw MappedFile.unreadable(path, errno)
    }
    base = mapped
  }

  deinit {
    if let base { munmap(base, size) }
  }

  private static func unreadable(_ path: String, _ code: Int32) -> TextMillError {
    let reason = code == EISDIR ? "no regular file" : String(cString: strerror(code))
    return TextMillError(
      .missingInput, "\(path): \(reason)", remedy: "Check the path and its permissions.")
  }
}
