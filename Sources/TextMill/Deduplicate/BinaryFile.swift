internal import Glibc

/// A file of raw bytes, read at offsets or written from its beginning to its end.
///
/// Buffers what is written; `close()` must be called for the rest to arrive.
final class BinaryFile {
  let path: String
  private let descriptor: Int32
  private var pending: [UInt8] = []
  private(set) var size = 0

  private static let bufferSize = 1 << 18

  init(reading path: String) throws(TextMillError) {
    self.path = path
    descriptor = open(path, O_RDONLY | O_CLOEXEC)
    if descriptor < 0 { throw Self.failure(path) }
  }

  /// Creates or empties a file for the owner only.
  init(creating path: String) throws(TextMillError) {
    self.path = path
    descriptor = open(path, O_RDWR | O_CREAT | O_TRUNC | O_CLOEXEC, 0o600)
    if descriptor < 0 { throw Self.failure(path) }
  }

  /// Opens a file, creates it for the owner only when it isn't there, and writes behind its end.
  init(appending path: String) throws(TextMillError) {
    self.path = path
    descriptor = open(path, O_WRONLY | O_CREAT | O_APPEND | O_CLOEXEC, 0o600)
    if descriptor < 0 { throw Self.failure(path) }
  }

  deinit { Glibc.close(descriptor) }

  private static func failure(_ path: String) -> TextMillError {
    TextMillError(
      .inputOutput, "\(path): \(String(cString: strerror(errno)))",
      remedy: "Check the disk's room and permissions, and run again.")
  }

  /// Appends bytes.
  func write(_ bytes: UnsafeRawBufferPointer) throws(TextMillError) {
    size += bytes.count
    if pending.count + bytes.count > Self.bufferSize { try flush() }
    if bytes.count > Self.bufferSize {
      try put(bytes)
    } else {
      pending.append(contentsOf: bytes)
    }
  }

  /// Appends the memory of plain values.
  func write<Value: BitwiseCopyable>(_ values: [Value]) throws(TextMillError) {
    var problem: TextMillError?
    values.withUnsafeBytes { bytes in
      do throws(TextMillError) { try write(bytes) } catch { problem = error }
    }
    if let problem { throw problem }
  }

  func write<Value: BitwiseCopyable>(_ value: Value) throws(TextMillError) {
    var problem: TextMillError?
    withUnsafeBytes(of: value) { bytes in
      do throws(TextMillError) { try write(bytes) } catch { problem = error }
    }
    if let problem { throw problem }
  }

  /// Hands what is pending to the system.
  func flush() throws(TextMillError) {
    if pending.isEmpty { return }
    var problem: TextMillError?
    pending.withUnsafeBytes { bytes in
      do throws(TextMillError) { try put(bytes) } catch { problem = error }
    }
    if let problem { throw problem }
    pending.removeAll(keepingCapacity: true)
  }

  private func put(_ bytes: UnsafeRawBufferPointer) throws(TextMillError) {
    var done = 0
    while done < bytes.count, let base = bytes.baseAddress {
      let n = Glibc.write(descriptor, base + done, bytes.count - done)
      if n > 0 { done += n } else if errno != EINTR { throw Self.failure(path) }
    }
  }

  /// Fills `bytes` from `offset`; a file that ends before is an error.
  func read(at offset: Int, into bytes: UnsafeMutableRawBufferPointer) throws(TextMillError) {
    var done = 0
    while done < bytes.count, let base = bytes.baseAddress {
      let n = pread(descriptor, base + done, bytes.count - done, off_t(offset + done))
      if n > 0 {
        done += n
      } else if n == 0 {
        throw TextMillError(
          .inputOutput, "\(path): ends before byte \(offset + bytes.count)",
          remedy: "Run again with --fresh: the file was cut or changed.")
      } else if errno != EINTR {
        throw Self.failure(path)
      }
    }
  }

  /// `count` plain values from `offset`. `Value` must allow every pattern of bits.
  func values<Value: BitwiseCopyable>(
    _ type: Value.Type = Value.self, at offset: Int, count: Int
  ) throws(TextMillError) -> [Value] {
    if count == 0 { return [] }
    var problem: TextMillError?
    // SAFETY: all elements are filled, or the array is dropped with the error.
    let result = [Value](unsafeUninitializedCapacity: count) { buffer, initialized in
      do throws(TextMillError) {
        try read(at: offset, into: UnsafeMutableRawBufferPointer(buffer))
        initialized = count
      } catch { problem = error }
    }
    if let problem { throw problem }
    return result
  }

  /// How many bytes the file at `path` has.
  static func size(of path: String) throws(TextMillError) -> Int {
    var status = stat()
    if stat(path, &status) != 0 { throw failure(path) }
    return Int(status.st_size)
  }

  static func remove(_ path: String) { unlink(path) }
}
