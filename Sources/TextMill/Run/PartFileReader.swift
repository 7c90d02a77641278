internal import Glibc

/// Reads segments of a `PartFile`; safe to use from several threads, as each read names its place.
final class PartFileReader: @unchecked Sendable {
  // Unchecked: `descriptor` and `segments` never change after init, and pread has no position.
  private let path: String
  private let descriptor: Int32
  let segments: [PartFile.Segment]

  init(_ path: String) throws(TextMillError) {
    self.path = path
    descriptor = open(path, O_RDONLY | O_CLOEXEC)
    var segments: [PartFile.Segment] = []
    if descriptor >= 0, let size = FileSystem.size(path), size >= 16,
      let tail = PartFileReader.read(descriptor, size - 16, 16)
    {
      let numbers = PartFileReader.numbers(tail)
      let count = Int(truncatingIfNeeded: numbers[0])
      if numbers[1] == PartFile.magic, count >= 1, count <= 65536, size >= 16 + 32 * count,
        let index = PartFileReader.read(descriptor, size - 16 - 32 * count, 32 * count)
      {
        let words = PartFileReader.numbers(index)
        segments = (0..<count).map {
          PartFile.Segment(
            offset: Int(words[4 * $0]), stored: Int(words[4 * $0 + 1]),
            size: Int(words[4 * $0 + 2]), count: Int(words[4 * $0 + 3]))
        }
      }
    }
    self.segments = segments
    if segments.isEmpty { throw damaged() }
  }

  deinit { if descriptor >= 0 { close(descriptor) } }

  /// How many documents the file holds.
  var count: Int { segments.reduce(0) { $0 + $1.count } }

  /// The records of a shard.
  func segment(_ shard: Int) throws(TextMillError) -> [UInt8] {
    let segment = segments[shard]
    if segment.count == 0 { return [] }
    guard let stored = PartFileReader.read(descriptor, segment.offset, segment.stored),
      let bytes = stored.withUnsafeBytes({ Zstandard.decompress($0, size: segment.size) })
    else { throw damaged() }
    return bytes
  }

  /// Calls `body` with the key and the document bytes of each record of a segment.
  static func forEachRecord(
    in segment: UnsafeBufferPointer<UInt8>,
    _ body: (DocumentKey, UnsafeBufferPointer<UInt8>) throws -> Void
  ) rethrows {
    let raw = UnsafeRawBufferPointer(segment)
    var position = 0
    while position + 20 <= segment.count {
      let count = Int(raw.loadUnaligned(fromByteOffset: position, as: UInt32.self))
      let key = DocumentKey(
        high: raw.loadUnaligned(fromByteOffset: position + 4, as: UInt64.self),
        low: raw.loadUnaligned(fromByteOffset: position + 12, as: UInt64.self))
      position += 20
      try body(key, UnsafeBufferPointer(rebasing: segment[position..<(position + count)]))
      position += count
    }
  }

  private func damaged() -> TextMillError {
    TextMillError(
      .inputOutput, "\(path): an intermediate file is missing or damaged",
      remedy: "Run again with --fresh.")
  }

  private static func numbers(_ bytes: [UInt8]) -> [UInt64] {
    bytes.withUnsafeBytes { raw in
      (0..<(bytes.count / 8)).map { raw.loadUnaligned(fromByteOffset: 8 * $0, as: UInt64.self) }
    }
  }

  private static func read(_ descriptor: Int32, _ offset: Int, _ count: Int) -> [UInt8]? {
    guard offset >= 0, count >= 0 else { return nil }
    var done = 0
    var failed = false
    let bytes = [UInt8](unsafeUninitializedCapacity: count) { buffer, initialized in
      while done < count {
        let n = pread(descriptor, buffer.baseAddress! + done, count - done, off_t(offset + done))
        if n > 0 {
          done += n
        } else if n == 0 || errno != EINTR {
          failed = true
          break
        }
      }
      initialized = done
    }
    return failed ? nil : bytes
  }
}
