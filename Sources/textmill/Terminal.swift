import Glibc

/// Lines for the person or the log behind standard error.
enum Terminal {
  static func error(_ line: String) {
    fputs(line + "\n", stderr)
  }
}
