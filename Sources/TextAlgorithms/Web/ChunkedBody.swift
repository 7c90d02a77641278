/// Undoes the chunked transfer coding of HTTP/1.1 (RFC 9112, section 7.1).
package enum ChunkedBody {
  /// What the coding held.
  package struct Decoded: Sendable, Equatable {
    package var content: [UInt8]
    /// The body ended before its last chunk.
    package var isTruncated = false
    /// The body isn't chunked at all: `content` is the body as it stands.
    package var isPlain = false
    /// Where a chunk's frame is broken; what was whole before it is kept.
    package var brokenAt: Int?
  }

  /// Decodes a whole body. Linear; the content is never longer than the body.
  package static func decode(_ body: UnsafeBufferPointer<UInt8>) -> Decoded {
    var result = Decoded(content: [])
    result.content.reserveCapacity(body.count)
    var position = 0
    while true {
      guard let (size, start) = chunk(body, at: position) else {
        if position == 0 {
          result.content = Array(body)
          result.isPlain = true
        } else if position >= body.count {
          result.isTruncated = true
        } else {
          result.brokenAt = position
        }
        return result
      }
      if size == 0 { return result }
      let end = min(body.count, start + size)
      result.content.append(contentsOf: body[start..<end])
      guard start + size <= body.count else {
        result.isTruncated = true
        return result
      }
      guard end < body.count else {
        result.isTruncated = true
        return result
      }
      position = end
      // A frame with bare line feeds has them everywhere; elsewhere one would hide a wrong size.
      let isBare = start < 2 || body[start - 2] != 0x0D
      if body[position] == 0x0D {
        position += 1
      } else if !isBare {
        result.brokenAt = end
        return result
      }
      guard position < body.count, body[position] == 0x0A else {
        result.brokenAt = end
        return result
      }
      position += 1
    }
  }

  /// The size of the chunk whose line begins at `position`, and where its content begins.
  private static func chunk(
    _ body: UnsafeBufferPointer<UInt8>, at position: Int
  ) -> (size: Int, start: Int)? {
    var size = 0
    var i = position
    while i < body.count, let digit = hexadecimal(body[i]), i - position < 15 {
      size = size << 4 | digit
      i += 1
    }
    guard i > position else { return nil }
    // Extensions and padding up to the line's end.
    let limit = min(body.count, i + 4096)
    guard i == limit || body[i] == 0x0D || body[i] == 0x0A || body[i] == 0x3B || body[i] == 0x20
    else { return nil }
    while i < limit, body[i] != 0x0A { i += 1 }
    guard i < limit else { return size == 0 && i == body.count ? (0, i) : nil }
    return (size, i + 1)
  }

  private static func hexadecimal(_ byte: UInt8) -> Int? {
    switch byte {
    case 0x30...0x39: Int(byte - 0x30)
    case 0x41...0x46: Int(byte - 0x37)
    case 0x61...0x66: Int(byte - 0x57)
    default: nil
    }
  }
}
