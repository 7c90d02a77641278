/// Line ends of all systems as line feeds.
package enum LineEnds {
  /// Replaces CR LF, CR, VT, FF, NEL, U+2028 and U+2029 by LF and returns how many there were. Linear.
  package static func apply(_ text: inout [UInt8]) -> Int {
    var editor = TextEditor()
    text.withUnsafeBufferPointer { buffer in
      guard let base = buffer.baseAddress else { return }
      let count = buffer.count
      var i = 0
      while i < count {
        i = UTF8Scanning.firstByte(below: 0x0E, orAtLeast: 0xC2, in: base, from: i, count: count)
        if i == count { break }
        let length = lineEnd(base + i, left: count &- i)
        if length > 0 { editor.replace(i..<(i &+ length), of: buffer, with: 0x0A) }
        i &+= max(1, length)
      }
      editor.finish(buffer)
    }
    return editor.commit(to: &text)
  }

  /// The length of the line end at `p` that isn't LF already, 0 when there is none.
  // SAFETY: valid UTF-8 has the bytes that a lead announces.
  @inline(__always)
  private static func lineEnd(_ p: UnsafePointer<UInt8>, left: Int) -> Int {
    switch p[0] {
    case 0x0D: left > 1 && p[1] == 0x0A ? 2 : 1
    case 0x0B, 0x0C: 1
    case 0xC2: p[1] == 0x85 ? 2 : 0
    case 0xE2: p[1] == 0x80 && (p[2] == 0xA8 || p[2] == 0xA9) ? 3 : 0
    default: 0
    }
  }
}
