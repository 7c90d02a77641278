internal import Glibc

/// Writes a file beside its place and moves it there, so that nobody sees half of it.
enum ReplacedFile {
  static func write(_ bytes: [UInt8], to path: String) throws(TextMillError) {
    let draft = path + ".partial"
    let descriptor = open(draft, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0o644)
    guard descriptor >= 0 else {
      throw TextMillError(
        .cannotCreate, "\(path): \(String(cString: strerror(errno)))",
        remedy: "Check that the folder exists and may be written to.")
    }
    var code = writeAll(bytes, to: descriptor)
    if close(descriptor) != 0, code == 0 { code = errno }
    if code == 0, rename(draft, path) != 0 { code = errno }
    if code != 0 {
      unlink(draft)
      throw TextMillError(
        .inputOutput, "\(path): \(String(cString: strerror(code)))",
        remedy: "Free room on the disk and run again.")
    }
  }

  /// Returns 0 or the error number.
  private static func writeAll(_ bytes: [UInt8], to descriptor: Int32) -> Int32 {
    bytes.withUnsafeBytes { buffer in
      var done = 0
      while done < buffer.count {
        let written = Glibc.write(descriptor, buffer.baseAddress! + done, buffer.count - done)
        if written < 0, errno != EINTR { return errno }
        done += max(0, written)
      }
      return 0
    }
  }
}
