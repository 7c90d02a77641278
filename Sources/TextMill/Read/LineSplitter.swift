internal import Glibc

/// Cuts a window into lines without copying them.
enum LineSplitter {
  /// One line: where it stands, and its bytes or, when it is longer than the limit, its beginning.
  struct Line {
    /// Without the line end (LF or CR LF).
    var bytes: UnsafeBufferPointer<UInt8>
    var offset: Int
    var isTooLong: Bool
  }

  /// Hands over each line that begins before `stop`, blank ones too, in order; holds no more than
  /// `limit` bytes of one. The bytes are valid inside the call only.
  static func forEachLine(
    in window: ByteWindow, before stop: Int = .max, limit: Int, _ body: (Line) throws -> Void
  ) throws {
    while window.offset < stop {
      let (length, ended) = try findLineEnd(in: window, limit: limit)
      if !ended, length == 0, window.count == 0 { return }
      let isTooLong = length > limit
      var visible = min(length, isTooLong ? Rejection.rawLimit : length)
      let bytes = window.bytes
      if !isTooLong, visible > 0, bytes[visible - 1] == 0x0D { visible -= 1 }
      try body(
        Line(
          bytes: UnsafeBufferPointer(rebasing: bytes[..<visible]), offset: window.offset,
          isTooLong: isTooLong))
      if isTooLong {
        try skipLine(in: window)
      } else {
        window.advance(length + (ended ? 1 : 0))
        if !ended { return }
      }
    }
  }

  /// Moves past the next line end, with bounded memory.
  static func skipLine(in window: ByteWindow) throws {
    while true {
      if window.count == 0, try !window.fill() { return }
      if let at = firstLineEnd(window.bytes, from: 0) {
        window.advance(at + 1)
        return
      }
      window.advance(window.count)
    }
  }

  private static func findLineEnd(
    in window: ByteWindow, limit: Int
  ) throws -> (length: Int, ended: Bool) {
    var searched = 0
    while true {
      if let at = firstLineEnd(window.bytes, from: searched) { return (at, true) }
      searched = window.count
      if searched > limit { return (searched, false) }
      if try !window.fill() { return (searched, false) }
    }
  }

  private static func firstLineEnd(_ bytes: UnsafeBufferPointer<UInt8>, from start: Int) -> Int? {
    guard start < bytes.count, let base = bytes.baseAddress else { return nil }
    // SAFETY: start < count, so the searched range lies inside the buffer.
    guard let found = memchr(base + start, 0x0A, bytes.count - start) else { return nil }
    return UnsafePointer(found.assumingMemoryBound(to: UInt8.self)) - base
  }
}
