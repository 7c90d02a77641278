/// Finds where a JSON value ends without checking what is inside, in pieces as they come.
///
/// For values that are too large to hold, or must be found before they are parsed: what is found has to
/// pass a real scanner. State between pieces is a depth and two flags; linear.
package struct JSONExtent {
  private enum State { case start, string, escape, container, scalar }
  private var state = State.start
  private var depth = 0

  package init() {}

  /// Goes on with the next bytes; the value begins at `start` in the first piece. Returns the index behind
  /// the value, or nil when it may go on behind these bytes. A number or word ends before the byte that
  /// ends it, so at the end of the text the caller ends it.
  package mutating func end(
    in bytes: UnsafeBufferPointer<UInt8>, from start: Int
  ) -> Int? {
    var i = start
    while i < bytes.count {
      let byte = bytes[i]
      switch state {
      case .escape:
        state = .string
        i &+= 1
      case .string:
        i = JSONExtent.skipPlain(bytes, i)
        guard i < bytes.count else { return nil }
        if bytes[i] == 0x5C {
          state = .escape
        } else {
          if depth == 0 { return i + 1 }
          state = .container
        }
        i &+= 1
      case .start, .container:
        switch byte {
        case 0x22: state = .string
        case 0x7B, 0x5B:
          depth &+= 1
          state = .container
        case 0x7D, 0x5D:
          depth &-= 1
          if depth <= 0 { return i + 1 }
        default: if state == .start { state = .scalar }
        }
        i &+= 1
      case .scalar:
        switch byte {
        case 0x2C, 0x5D, 0x7D, 0x20, 0x09, 0x0A, 0x0D: return i
        default: i &+= 1
        }
      }
    }
    return nil
  }

  /// True when the bytes so far are a number or a word, which the end of the text ends too.
  package var isScalar: Bool { state == .scalar }

  /// The next quote or backslash from `i` on, or the end.
  @inline(__always)
  private static func skipPlain(_ bytes: UnsafeBufferPointer<UInt8>, _ start: Int) -> Int {
    var i = start
    let ones: UInt64 = 0x0101_0101_0101_0101
    let highs: UInt64 = 0x8080_8080_8080_8080
    let raw = UnsafeRawPointer(bytes.baseAddress!)
    while i &+ 8 <= bytes.count {
      // SAFETY: eight bytes from i are inside the buffer.
      let word = raw.loadUnaligned(fromByteOffset: i, as: UInt64.self)
      let quote = word ^ (ones &* 0x22)
      let slash = word ^ (ones &* 0x5C)
      let stop = (((quote &- ones) & ~quote) | ((slash &- ones) & ~slash)) & highs
      if stop != 0 { return i &+ stop.trailingZeroBitCount >> 3 }
      i &+= 8
    }
    while i < bytes.count, bytes[i] != 0x22, bytes[i] != 0x5C { i &+= 1 }
    return i
  }
}
