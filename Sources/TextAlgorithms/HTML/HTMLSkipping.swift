internal import Glibc

/// Steps over stretches of a page: tags, texts of scripts and styles, drawings, comments.
///
/// Each works on `count` bytes with `HTMLTokenizer.padding` zeros behind them, and answers `count` where the page ends first.
enum HTMLSkipping {
  @inline(__always)
  static func find(_ byte: Int32, _ page: UnsafePointer<UInt8>, _ count: Int, _ start: Int) -> Int {
    guard start < count, let found = memchr(page + start, byte, count &- start) else {
      return count
    }
    return UnsafePointer(found.assumingMemoryBound(to: UInt8.self)) - page
  }

  /// Where the end tag begins of an element whose content, from `start` on, is no markup.
  static func rawEnd(
    _ page: UnsafePointer<UInt8>, _ count: Int, _ start: Int, _ tag: HTMLTag, _ key: UInt64
  ) -> Int {
    let length = HTMLTag.names[Int(tag.rawValue)].utf8CodeUnitCount
    var end = find(0x3C, page, count, start)
    while end < count {
      if page[end &+ 1] == 0x2F, end &+ 2 &+ length <= count,
        HTMLNameTable.key(page + (end &+ 2), length) == key,
        HTMLTokenizer.isNameEnd(page[end &+ 2 &+ length])
      {
        break
      }
      end = find(0x3C, page, count, end &+ 1)
    }
    return end
  }

  /// Behind the end of a drawing, the drawings in it included; `start`, and `hasNone` from then on, when it doesn't end.
  static func drawingEnd(
    _ page: UnsafePointer<UInt8>, _ count: Int, _ start: Int, hasNone: inout Bool
  ) -> Int {
    guard !hasNone else { return start }
    let svg: UInt64 = 0x67_7673
    var depth = 1
    var i = find(0x3C, page, count, start)
    while i < count {
      if page[i &+ 1] == 0x2F, HTMLNameTable.key(page + (i &+ 2), 3) == svg {
        depth &-= 1
        if depth == 0 { return min(count, find(0x3E, page, count, i) &+ 1) }
      } else if HTMLNameTable.key(page + (i &+ 1), 3) == svg,
        HTMLTokenizer.isNameEnd(page[i &+ 4])
      {
        depth &+= 1
      }
      i = find(0x3C, page, count, i &+ 1)
    }
    hasNone = true
    return start
  }

  /// Behind the end of a comment, a declaration or what else no element is.
  static func commentEnd(_ page: UnsafePointer<UInt8>, _ count: Int, _ start: Int) -> Int {
    guard page[start &+ 1] == 0x21, page[start &+ 2] == 0x2D, page[start &+ 3] == 0x2D else {
      return min(count, find(0x3E, page, count, start) &+ 1)
    }
    if page[start &+ 4] == 0x3E { return start &+ 5 }
    if page[start &+ 4] == 0x2D, page[start &+ 5] == 0x3E { return start &+ 6 }
    var i = find(0x3E, page, count, start &+ 4)
    while i < count {
      let isEnd =
        page[i &- 1] == 0x2D && page[i &- 2] == 0x2D && i &- 2 >= start &+ 4
        || page[i &- 1] == 0x21 && page[i &- 2] == 0x2D && page[i &- 3] == 0x2D
          && i &- 3 >= start &+ 4
      if isEnd { return i &+ 1 }
      i = find(0x3E, page, count, i &+ 1)
    }
    return count
  }

  /// Behind the `>` of the tag in which `start` stands, its attributes passed; `count + 1` where there is none.
  static func tagEnd(_ page: UnsafePointer<UInt8>, _ count: Int, _ start: Int) -> Int {
    var i = start
    while attribute(page, count, &i) != nil {}
    return i
  }

  /// The next attribute from `place` on, which moves behind it; nil, with `place` behind the tag's `>`, at its end.
  @inline(__always)
  static func attribute(
    _ page: UnsafePointer<UInt8>, _ count: Int, _ place: inout Int
  ) -> (name: Range<Int>, value: Range<Int>)? {
    var i = place
    while i < count, page[i] <= 0x20 || page[i] == 0x2F { i &+= 1 }
    guard i < count, page[i] != 0x3E else {
      place = i &+ 1
      return nil
    }
    let nameStart = i
    i &+= 1
    while i < count, !HTMLTokenizer.isNameEnd(page[i]), page[i] != 0x3D { i &+= 1 }
    let name = nameStart..<i
    while i < count, page[i] <= 0x20 { i &+= 1 }
    var value = i..<i
    if i < count, page[i] == 0x3D {
      i &+= 1
      while i < count, page[i] <= 0x20 { i &+= 1 }
      let quote = page[i]
      if quote == 0x22 || quote == 0x27, i < count {
        let end = find(Int32(quote), page, count, i &+ 1)
        value = i &+ 1..<max(end, i &+ 1)
        i = end &+ 1
      } else {
        let start = i
        while i < count, page[i] > 0x20, page[i] != 0x3E { i &+= 1 }
        value = start..<i
      }
    }
    place = i
    return (name, value)
  }
}
