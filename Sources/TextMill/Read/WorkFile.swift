internal import Glibc

/// A file of the work folder while it is written: buffered, for the owner only.
final class WorkFile {
  private let descriptor: Int32
  private var buffer: [UInt8] = []

  init(creating path: String) throws(TextMillError) {
    descriptor = open(path, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0o600)
    if descriptor < 0 {
      throw TextMillError(
        .cannotCreate, "work folder: \(String(cString: strerror(errno)))",
        remedy: "Give an output folder that can be written.")
    }
  }

  deinit { Glibc.close(descriptor) }

  func write(_ bytes: some Sequence<UInt8>) throws(TextMillError) {
    buffer.append(contentsOf: bytes)
    if buffer.count >= 1 << 20 { try flush() }
  }

  /// Writes what is left; the file itself closes with the object.
  func close() throws(TextMillError) { try flush() }

  private func flush() throws(TextMillError) {
    var done = 0
    while done < buffer.count {
      let n = buffer.withUnsafeBytes {
        Glibc.write(descriptor, $0.baseAddress! + done, buffer.count - done)
      }
      if n >= 0 {
        done += n
      } else if errno != EINTR {
        throw TextMillError(
          .inputOutput, "work folder: \(String(cString: strerror(errno)))",
          remedy: "Free room on the disk and run again.")
      }
    }
    buffer.removeAll(keepingCapacity: true)
  }
}

extension WorkFile {
  /// The size of a finished file.
  static func size(of path: String) throws(TextMillError) -> Int {
    var status = stat()
    guard stat(path, &status) == 0 else {
      throw TextMillError(
        .inputOutput, "work folder: \(String(cString: strerror(errno)))",
        remedy: "Check the disk and run again.")
    }
    return Int(status.st_size)
  }
}
