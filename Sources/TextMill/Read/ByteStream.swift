internal import Glibc

/// Bytes of a file or of an archive's member, from front to back; used by one worker.
protocol ByteStream: AnyObject {
  /// Puts up to `room.count` bytes (more than none) into `room`; 0 at the end.
  ///
  /// Throws `TextMillError` when the file can't be read, `ArchiveDefect` when its content is broken.
  func read(into room: UnsafeMutableRawBufferPointer) throws -> Int
}

/// Why compressed input can't be read on: a rejection, with what was read before kept.
struct ArchiveDefect: Error, Equatable {
  /// truncated_archive, corrupt_archive, encrypted_archive or expansion_limit.
  var reason: String
  var evidence: String
  /// How many bytes of the member could be read.
  var offset: Int
}

/// An uncompressed file from some offset on.
final class FileStream: ByteStream {
  private let descriptor: Int32
  private let name: String
  private var offset: Int

  init(_ file: InputFile, from offset: Int = 0) throws(TextMillError) {
    name = file.path
    self.offset = offset
    descriptor = try FileStream.open(file)
    posix_fadvise(descriptor, off_t(offset), 0, POSIX_FADV_SEQUENTIAL)
  }

  deinit { close(descriptor) }

  func read(into room: UnsafeMutableRawBufferPointer) throws -> Int {
    while true {
      let got = pread(descriptor, room.baseAddress, room.count, off_t(offset))
      if got >= 0 {
        offset += got
        return got
      }
      if errno != EINTR {
        throw TextMillError(
          .inputOutput, "\(name): \(String(cString: strerror(errno)))",
          remedy: "Check the disk and run again.")
      }
    }
  }

  static func open(_ file: InputFile) throws(TextMillError) -> Int32 {
    let descriptor = Glibc.open(file.file, O_RDONLY | O_CLOEXEC)
    if descriptor < 0 {
      throw TextMillError(
        .missingInput, "\(file.path): \(String(cString: strerror(errno)))",
        remedy: "Check the path and its permissions.")
    }
    return descriptor
  }
}
