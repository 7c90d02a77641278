/// UTF-8 that was read as Windows-1252, Latin-1, Mac Roman or another code page, put right.
package enum MojibakeRepair {
  /// Repairs the lines that show what happened to them and returns how many did.
  ///
  /// Each line stands for itself. A line is changed only where characters make up well-formed UTF-8 in
  /// one code page, what they stand for is likely, and at least one sequence in the line is one that
  /// nobody writes. Repeats for text misread twice. Linear; text without two neighbouring characters
  /// that could be a sequence passes by a scan.
  package static func apply(_ text: inout [UInt8]) -> Int {
    var editor = TextEditor()
    text.withUnsafeBufferPointer { buffer in
      guard let base = buffer.baseAddress else { return }
      let count = buffer.count
      let pages = MisreadCodePage()
      var line = MisreadLine()
      var i = 0
      while let suspect = nextSuspect(base, from: i, count: count, pages) {
        var start = suspect
        while start > i, base[start &- 1] != 0x0A { start &-= 1 }
        var end = suspect
        while end < count, base[end] != 0x0A { end &+= 1 }
        let range = start..<end
        if let repaired = line.repaired(UnsafeBufferPointer(rebasing: buffer[range])) {
          editor.replace(range, of: buffer, with: repaired)
        }
        i = end
      }
      editor.finish(buffer)
    }
    return editor.commit(to: &text)
  }

  /// The next character that some code page makes the start of a sequence with the one behind it.
  private static func nextSuspect(
    _ base: UnsafePointer<UInt8>, from start: Int, count: Int, _ pages: MisreadCodePage
  ) -> Int? {
    var i = start
    while i < count {
      i = UTF8Scanning.firstByte(atLeast: 0x80, in: base, from: i, count: count)
      var leads: UInt16 = 0
      var leadStart = i
      while i < count, base[i] >= 0x80 {
        // Han, Hangul, kana and emoji are in no code page.
        if base[i] >= 0xE3 {
          leads = 0
          i &+= base[i] < 0xF0 ? 3 : 4
          continue
        }
        let (scalar, length) = UTF8Scanning.decode(base + i)
        let row = pages.row(scalar)
        if leads & pages.tailPages(row) != 0 { return leadStart }
        leads = pages.leadPages(row)
        leadStart = i
        i &+= length
      }
      // `Ã` and `Â` before a plain space.
      if leads & 1 != 0, i < count, base[i] == 0x20, base[leadStart] == 0xC3,
        base[leadStart &+ 1] == 0x82 || base[leadStart &+ 1] == 0x83
      {
        return leadStart
      }
    }
    return nil
  }
}
