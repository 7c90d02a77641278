internal import Glibc

/// Whole lines of one input, for one worker.
struct LineBlock: Sendable {
  /// The input's name for messages.
  let name: String
  /// 1-based number of the first line.
  let firstLine: Int
  let bytes: [UInt8]

  /// How many lines the block holds, blank ones too.
  var lineCount: Int {
    bytes.withUnsafeBufferPointer { buffer in
      guard let base = buffer.baseAddress else { return 0 }
      var lines = 0
      var start = 0
      // SAFETY: start < count, so the searched range lies inside the buffer.
      while start < buffer.count {
        lines += 1
        guard let found = memchr(base + start, 0x0A, buffer.count - start) else { break }
        start = UnsafePointer(found.assumingMemoryBound(to: UInt8.self)) - base + 1
      }
      return lines
    }
  }

  /// Calls `body` with each line that isn't blank, without its line end, and its number.
  func forEachLine(_ body: (UnsafeBufferPointer<UInt8>, Int) -> Void) {
    bytes.withUnsafeBufferPointer { buffer in
      guard let base = buffer.baseAddress else { return }
      var start = 0
      var number = firstLine
      if number == 1, buffer.starts(with: [0xEF, 0xBB, 0xBF]) { start = 3 }
      while start < buffer.count {
        // SAFETY: start < count, so the searched range lies inside the buffer.
        let found = memchr(base + start, 0x0A, buffer.count - start)
        let end = found.map { UnsafePointer($0.assumingMemoryBound(to: UInt8.self)) - base }
        let lineEnd = end ?? buffer.count
        var stop = lineEnd
        if stop > start, base[stop - 1] == 0x0D { stop -= 1 }
        let line = UnsafeBufferPointer(start: base + start, count: stop - start)
        if line.contains(where: { $0 != 0x20 && $0 != 0x09 }) { body(line, number) }
        number += 1
        start = lineEnd + 1
      }
    }
  }
}
