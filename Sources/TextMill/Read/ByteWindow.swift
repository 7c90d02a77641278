internal import Glibc

/// The part of a stream that is in memory: it moves forward and grows only when a record needs it.
final class ByteWindow {
  /// How much is asked of the stream at once: small enough to stay in the cache.
  static let step = 1 << 18

  private let stream: any ByteStream
  private var storage: UnsafeMutableRawPointer
  private var capacity: Int
  private var start = 0
  private var end = 0
  /// Where the window begins: bytes into the stream, plus where the stream itself began.
  private(set) var offset: Int

  init(_ stream: any ByteStream, offset: Int = 0) {
    self.stream = stream
    self.offset = offset
    capacity = 2 * ByteWindow.step
    storage = malloc(capacity)!
  }

  deinit { free(storage) }

  /// What is in memory now; valid until the next call of `fill` or the window's end.
  var bytes: UnsafeBufferPointer<UInt8> {
    // SAFETY: start ≤ end ≤ capacity; the stream has written all of start..<end.
    UnsafeBufferPointer(
      start: UnsafePointer(storage.advanced(by: start).assumingMemoryBound(to: UInt8.self)),
      count: end - start)
  }

  var count: Int { end - start }

  /// Drops `n` bytes at the front.
  func advance(_ n: Int) {
    precondition(n >= 0 && n <= end - start)
    start += n
    offset += n
  }

  /// Reads more behind what is there; false at the end of the stream. Asks for as much again as is
  /// there already, so that looking for the end of a long record is linear.
  func fill() throws -> Bool {
    let wanted = max(ByteWindow.step, end - start)
    if start > 0, start == end || capacity - end < wanted {
      memmove(storage, storage + start, end - start)
      end -= start
      start = 0
    }
    if capacity - end < wanted {
      capacity = max(2 * capacity, end + wanted)
      storage = realloc(storage, capacity)!
    }
    // SAFETY: wanted ≤ capacity - end.
    let got = try stream.read(
      into: UnsafeMutableRawBufferPointer(start: storage + end, count: wanted))
    end += got
    return got > 0
  }

  /// Drops a byte order mark at the front of the stream; true when there was one.
  @discardableResult
  func skipByteOrderMark() throws -> Bool {
    while count < 3, try fill() {}
    guard bytes.starts(with: [0xEF, 0xBB, 0xBF]) else { return false }
    advance(3)
    return true
  }
}
