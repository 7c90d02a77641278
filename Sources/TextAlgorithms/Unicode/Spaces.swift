/// White space as plain text has it: one kind of space, none at line ends, no towers of blank lines.
package enum Spaces {
  /// Brings white space in order and returns how many places changed.
  ///
  /// Every Unicode space (no-break, typographic, ideographic) becomes U+0020; spaces and tabs before a
  /// line feed or the end go; three or more blank lines become one. Indentation and runs of
  /// spaces inside a line stay. Lines end in LF. Linear.
  package static func apply(_ text: inout [UInt8]) -> Int {
    replaceSpaces(&text) + removeTrailing(&text)
  }

  private static func replaceSpaces(_ text: inout [UInt8]) -> Int {
    var editor = TextEditor()
    text.withUnsafeBufferPointer { buffer in
      guard let base = buffer.baseAddress else { return }
      let count = buffer.count
      var i = 0
      while i < count {
        i = UTF8Scanning.firstByte(atLeast: 0xC2, in: base, from: i, count: count)
        while i < count, base[i] >= 0xC2 {
          let length = space(base + i)
          if length > 0 { editor.replace(i..<(i &+ length), of: buffer, with: 0x20) }
          i &+= base[i] < 0xE0 ? 2 : base[i] < 0xF0 ? 3 : 4
        }
      }
      editor.finish(buffer)
    }
    return editor.commit(to: &text)
  }

  /// The length of the space other than U+0020 at `p`, a lead of two bytes or more; 0 for none.
  // SAFETY: valid UTF-8 has the bytes that a lead announces.
  @inline(__always)
  private static func space(_ p: UnsafePointer<UInt8>) -> Int {
    switch p[0] {
    case 0xC2: return p[1] == 0xA0 ? 2 : 0
    case 0xE1: return p[1] == 0x9A && p[2] == 0x80 ? 3 : 0
    case 0xE2:
      if p[1] == 0x80 { return p[2] <= 0x8A || p[2] == 0xAF ? 3 : 0 }
      return p[1] == 0x81 && p[2] == 0x9F ? 3 : 0
    case 0xE3: return p[1] == 0x80 && p[2] == 0x80 ? 3 : 0
    default: return 0
    }
  }

  private static func removeTrailing(_ text: inout [UInt8]) -> Int {
    var editor = TextEditor()
    text.withUnsafeBufferPointer { buffer in
      guard let base = buffer.baseAddress else { return }
      let count = buffer.count
      var i = 0
      while i <= count {
        // Tabs stop the search too; they are passed one by one.
        i = UTF8Scanning.firstByte(below: 0x0B, orAtLeast: 0xFF, in: base, from: i, count: count)
        if i < count, base[i] != 0x0A {
          i &+= 1
          continue
        }
        var start = i
        while start > 0, isBlank(base[start &- 1]) { start &-= 1 }
        if start < i { editor.remove(start..<i, of: buffer) }
        if i == count { break }
        i = afterBlankLines(base, from: i, count: count, &editor, buffer)
      }
      editor.finish(buffer)
    }
    return editor.commit(to: &text)
  }

  /// Where the line behind the line feed at `start` and all blank lines behind it begins.
  private static func afterBlankLines(
    _ base: UnsafePointer<UInt8>, from start: Int, count: Int, _ editor: inout TextEditor,
    _ buffer: UnsafeBufferPointer<UInt8>
  ) -> Int {
    var lineFeeds = 1
    var next = start &+ 1
    var i = next
    while i < count {
      if base[i] == 0x0A {
        lineFeeds += 1
        next = i &+ 1
      } else if !isBlank(base[i]) {
        break
      }
      i &+= 1
    }
    if lineFeeds > 3 || (lineFeeds > 1 && holdsBlank(base, start..<next)) {
      let kept = lineFeeds > 3 ? 2 : lineFeeds
      editor.replace(
        start..<next, of: buffer, with: [UInt8](repeating: 0x0A, count: kept))
    }
    return next
  }

  private static func holdsBlank(_ base: UnsafePointer<UInt8>, _ range: Range<Int>) -> Bool {
    for i in range where isBlank(base[i]) { return true }
    return false
  }

  @inline(__always)
  private static func isBlank(_ byte: UInt8) -> Bool { byte == 0x20 || byte == 0x09 }
}
