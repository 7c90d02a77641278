internal import CZlib

/// The content of the gzip members of a stream, one after the other.
///
/// A broken member ends the stream as `defect` says; `resume` goes on with the next one. Each byte of
/// the source is looked at once.
final class GzipMembers: ByteStream {
  private let source: any ByteStream
  private let allowance: Int
  /// zlib remembers where its stream stands, so it must not move.
  private let z = UnsafeMutablePointer<z_stream>.allocate(capacity: 1)
  private var input = [UInt8](repeating: 0, count: 1 << 16)
  private var available = 0
  private var next = 0
  private var isInMember = false
  private var sourceEnded = false
  /// Bytes of the source before `input`.
  private var consumed: Int
  /// Bytes of content so far, counted from where the whole file's content begins.
  private(set) var produced: Int
  private let origin: Int
  /// Why the stream ended before the source did.
  private(set) var defect: ArchiveDefect?
  /// Where members begin: the content's offset and the source's, in their order; and whether
  /// `memberStart` was asked for one.
  private var starts: [(content: Int, source: Int, isAsked: Bool)] = []
  private var passedUnasked = 0

  /// `offset` and `contentOffset` are where the source and its content begin in their file; more than
  /// `allowance` bytes out are hostile.
  init(_ source: any ByteStream, offset: Int = 0, contentOffset: Int = 0, allowance: Int) {
    produced = contentOffset
    origin = contentOffset
    self.source = source
    self.allowance = allowance
    consumed = offset
    z.initialize(to: z_stream())
    // SAFETY: 31 asks for gzip; the stream lives as long as this object.
    inflateInit2_(z, 31, ZLIB_VERSION, Int32(MemoryLayout<z_stream>.size))
  }

  deinit {
    inflateEnd(z)
    z.deallocate()
  }

  func read(into room: UnsafeMutableRawBufferPointer) throws -> Int {
    if defect != nil { return 0 }
    while true {
      if next == available, try !refill() {
        if isInMember { fail("truncated_archive", "the last gzip member has no end") }
        return 0
      }
      if !isInMember, try !beginMember() { return 0 }
      let (status, got) = inflate(into: room)
      produced += got
      if produced - origin > allowance {
        throw ArchiveDefect(
          reason: "expansion_limit", evidence: "more than \(allowance) bytes", offset: produced)
      }
      if status == Z_STREAM_END {
        isInMember = false
        inflateReset(z)
      } else if status != Z_OK, status != Z_BUF_ERROR {
        fail("corrupt_archive", z.pointee.msg.map { String(cString: $0) } ?? "gzip")
      }
      if got > 0 || defect != nil { return got }
    }
  }

  /// Goes on behind a defect with the next member; false when there is none.
  func resume() throws -> Bool {
    guard defect != nil else { return false }
    defect = nil
    isInMember = false
    inflateReset(z)
    return try findMember()
  }

  /// Where the member begins whose first byte is the content's at `offset`; nil when that is inside one.
  /// Asked in rising order.
  func memberStart(at offset: Int) -> Int? {
    let passed = starts.firstIndex { $0.content >= offset } ?? starts.count
    passedUnasked += starts[..<passed].count { !$0.isAsked }
    starts.removeFirst(passed)
    guard starts.first?.content == offset else { return nil }
    starts[0].isAsked = true
    return starts[0].source
  }

  /// Members that hold something and at whose beginning `memberStart` was never asked; `toTheEnd` says
  /// that nobody will ask for those behind the last question.
  func unasked(toTheEnd: Bool) -> Int {
    passedUnasked + (toTheEnd ? starts.count { !$0.isAsked && $0.content < produced } : 0)
  }

  private func fail(_ reason: String, _ evidence: String) {
    defect = ArchiveDefect(reason: reason, evidence: evidence, offset: produced)
  }

  private func refill() throws -> Bool {
    if sourceEnded { return false }
    consumed += available
    available = try input.withUnsafeMutableBytes { try source.read(into: $0) }
    next = 0
    sourceEnded = available == 0
    return !sourceEnded
  }

  /// Between members: zeros are padding, anything else than a member is a defect.
  private func beginMember() throws -> Bool {
    while true {
      while next < available, input[next] == 0 { next += 1 }
      if next < available { break }
      if try !refill() { return false }
    }
    guard input[next] == 0x1F else {
      fail("corrupt_archive", "no gzip member at byte \(consumed + next)")
      return false
    }
    // Of empty members before it, only the one that holds the next byte counts.
    if starts.last?.content == produced { starts.removeLast() }
    starts.append((produced, consumed + next, false))
    isInMember = true
    return true
  }

  /// Moves to the next two bytes that a gzip member begins with.
  private func findMember() throws -> Bool {
    var isFirst = true
    while true {
      if next == available, try !refill() { return false }
      while next < available {
        // The byte at which reading failed doesn't begin the next member.
        if !isFirst, input[next] == 0x1F, next + 1 == available || input[next + 1] == 0x8B {
          return true
        }
        isFirst = false
        next += 1
      }
    }
  }

  private func inflate(into room: UnsafeMutableRawBufferPointer) -> (status: Int32, got: Int) {
    let (start, end) = (next, available)
    return input.withUnsafeMutableBytes { bytes in
      // SAFETY: zlib reads start..<end of the input and writes at most `room.count` bytes.
      z.pointee.next_in = bytes.baseAddress!.advanced(by: start).assumingMemoryBound(to: UInt8.self)
      z.pointee.avail_in = UInt32(end - start)
      z.pointee.next_out = room.baseAddress!.assumingMemoryBound(to: UInt8.self)
      z.pointee.avail_out = UInt32(min(room.count, 1 << 30))
      let wanted = Int(z.pointee.avail_out)
      let status = CZlib.inflate(z, Z_NO_FLUSH)
      next = end - Int(z.pointee.avail_in)
      return (status, wanted - Int(z.pointee.avail_out))
    }
  }
}
