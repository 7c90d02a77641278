/// A stream whose first bytes were looked at.
final class PeekedStream: ByteStream {
  /// The first bytes, at most as many as were asked for.
  let head: [UInt8]
  private let rest: any ByteStream
  private var given = 0

  init(_ stream: any ByteStream, count: Int) throws {
    var bytes = [UInt8](repeating: 0, count: count)
    var filled = 0
    try bytes.withUnsafeMutableBytes { room in
      while filled < count {
        let got = try stream.read(into: UnsafeMutableRawBufferPointer(rebasing: room[filled...]))
        if got == 0 { break }
        filled += got
      }
    }
    head = Array(bytes.prefix(filled))
    rest = stream
  }

  func read(into room: UnsafeMutableRawBufferPointer) throws -> Int {
    guard given < head.count else { return try rest.read(into: room) }
    let step = min(room.count, head.count - given)
    room.copyBytes(from: head[given..<(given + step)])
    given += step
    return step
  }
}
