internal import Glibc

/// Reads inputs one after the other as blocks of whole lines; used by one caller at a time.
final class LineBlockReader {
  /// A block ends at the first line end after this many bytes.
  static let blockSize = 1 << 20

  private var waiting: [String]
  private var descriptor: Int32 = -1
  private var name = ""
  private var nextLine = 1
  private var rest: [UInt8] = []

  /// Opens nothing yet but looks whether every path is there, so that all that is missing is told first.
  init(paths: [String]) throws(TextMillError) {
    let missing = paths.filter { $0 != "-" && access($0, R_OK) != 0 }
    if !missing.isEmpty {
      throw TextMillError(
        .missingInput, "\(missing.joined(separator: ", ")): can't be read",
        remedy: "Check the path and its permissions.")
    }
    waiting = (paths.isEmpty ? ["-"] : paths).reversed()
  }

  /// The next block, or nil after the last.
  func next() throws(TextMillError) -> LineBlock? {
    while true {
      if descriptor < 0 {
        guard let path = waiting.popLast() else { return nil }
        try open(path)
      }
      if let block = try readBlock() { return block }
      if descriptor > 0 { close(descriptor) }
      descriptor = -1
    }
  }

  private func open(_ path: String) throws(TextMillError) {
    nextLine = 1
    rest = []
    if path == "-" {
      name = "-"
      descriptor = STDIN_FILENO
    } else {
      name = path
      descriptor = Glibc.open(path, O_RDONLY | O_CLOEXEC)
      if descriptor < 0 {
        throw TextMillError(
          .missingInput, "\(path): \(String(cString: strerror(errno)))",
          remedy: "Check the path and its permissions.")
      }
    }
  }

  private func readBlock() throws(TextMillError) -> LineBlock? {
    var bytes = rest
    rest = []
    var searched = 0
    bytes.reserveCapacity(LineBlockReader.blockSize * 2)
    while true {
      if bytes.count >= LineBlockReader.blockSize,
        let end = bytes[searched...].lastIndex(of: 0x0A)
      {
        rest = Array(bytes[(end + 1)...])
        bytes.removeSubrange((end + 1)...)
        return block(bytes)
      }
      searched = bytes.count
      if try fill(&bytes) == 0 { return bytes.isEmpty ? nil : block(bytes) }
    }
  }

  private func block(_ bytes: [UInt8]) -> LineBlock {
    let block = LineBlock(name: name, firstLine: nextLine, bytes: bytes)
    nextLine += block.lineCount
    return block
  }

  /// Waits until there is something to read; a signal that asks to end is seen while nothing comes.
  private func waitForInput() throws(TextMillError) {
    var request = pollfd(fd: descriptor, events: Int16(POLLIN), revents: 0)
    while poll(&request, 1, 250) <= 0 { try Interruption.check() }
  }

  private func fill(_ bytes: inout [UInt8]) throws(TextMillError) -> Int {
    while true {
      try waitForInput()
      var got = 0
      var reason: Int32 = 0
      bytes.append(addingCapacity: LineBlockReader.blockSize) { (span: inout OutputSpan<UInt8>) in
        span.withUnsafeMutableBufferPointer { room, count in
          // SAFETY: the room is of a block.
          got = read(descriptor, room.baseAddress! + count, LineBlockReader.blockSize)
          if got < 0 { reason = errno } else { count += got }
        }
      }
      if got >= 0 { return got }
      if reason != EINTR {
        throw TextMillError(
          .inputOutput, "\(name): \(String(cString: strerror(reason)))",
          remedy: "Check the disk and run again.")
      }
    }
  }
}
