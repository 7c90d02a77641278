import Glibc

/// Lines for the person or the log behind standard error, and bytes for standard output.
enum Terminal {
  static func error(_ line: String) { write(Array((line + "\n").utf8), STDERR_FILENO) }

  static func output(_ bytes: [UInt8]) { write(bytes, STDOUT_FILENO) }

  private static func write(_ bytes: [UInt8], _ descriptor: Int32) {
    var done = 0
    while done < bytes.count {
      let n = bytes.withUnsafeBytes {
        Glibc.write(descriptor, $0.baseAddress! + done, bytes.count - done)
      }
      // Whoever reads has gone: there is nobody to tell.
      if n <= 0 { return }
      done += n
    }
  }
}
