import Glibc

/// Lines for the person or the log behind standard error.
enum Terminal {
  static func error(_ line: String) {
    var text = line + "\n"
    text.withUTF8 { bytes in
      var done = 0
      while done < bytes.count {
        let n = write(STDERR_FILENO, bytes.baseAddress! + done, bytes.count - done)
        if n <= 0 { return }
        done += n
      }
    }
  }
}
