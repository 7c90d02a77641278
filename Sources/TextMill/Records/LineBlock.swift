internal import TextAlgorithms

/// Whole lines of one input, for one worker.
struct LineBlock: Sendable {
  /// The input's name for messages.
  let name: String
  /// 1-based number of the first line.
  let firstLine: Int
  let bytes: [UInt8]
  /// Where the line ends stand; behind the last there may be a line without one.
  private let ends: [Int]

  /// Finds the lines. Linear.
  init(name: String, firstLine: Int, bytes: [UInt8]) {
    self.name = name
    self.firstLine = firstLine
    self.bytes = bytes
    ends = bytes.withUnsafeBufferPointer(LinePlaces.ends)
  }

  /// How many lines the block holds, blank ones too.
  var lineCount: Int { hasOpenLine ? ends.count + 1 : ends.count }

  private var hasOpenLine: Bool { (ends.last ?? -1) + 1 < bytes.count }

  /// Calls `body` with each line that isn't blank, without its line end, and its number.
  func forEachLine(_ body: (UnsafeBufferPointer<UInt8>, Int) -> Void) {
    bytes.withUnsafeBufferPointer { buffer in
      guard let base = buffer.baseAddress else { return }
      var start = firstLine == 1 && buffer.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
      for i in 0..<lineCount {
        let end = i < ends.count ? ends[i] : buffer.count
        // SAFETY: a line end lies inside the buffer, and a line begins behind the one before.
        let stop = end > start && base[end - 1] == 0x0D ? end - 1 : end
        let line = UnsafeBufferPointer(start: base + start, count: stop - start)
        if line.contains(where: { $0 != 0x20 && $0 != 0x09 }) { body(line, firstLine + i) }
        start = end + 1
      }
    }
  }
}
