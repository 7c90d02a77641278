internal import Glibc

/// Bytes to a descriptor, written whole, with an error that says where.
final class OutputStream {
  private let descriptor: Int32
  private let name: String

  init(descriptor: Int32, name: String) {
    self.descriptor = descriptor
    self.name = name
  }

  /// Creates a file for the owner only.
  init(creating path: String) throws(TextMillError) {
    name = path
    descriptor = open(path, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0o600)
    if descriptor < 0 {
      throw TextMillError(
        .cannotCreate, "\(path): \(String(cString: strerror(errno)))",
        remedy: "Give a path that can be written.")
    }
  }

  func write(_ bytes: [UInt8]) throws(TextMillError) {
    var done = 0
    while done < bytes.count {
      let n = bytes.withUnsafeBytes {
        Glibc.write(descriptor, $0.baseAddress! + done, bytes.count - done)
      }
      if n > 0 {
        done += n
      } else if errno != EINTR {
        throw TextMillError(
          .inputOutput, "\(name): \(String(cString: strerror(errno)))",
          remedy: "Free room or mend the pipe, and run again.")
      }
    }
  }

  func close() throws(TextMillError) {
    if Glibc.close(descriptor) != 0 {
      throw TextMillError(
        .inputOutput, "\(name): \(String(cString: strerror(errno)))",
        remedy: "Free room and run again.")
    }
  }
}
