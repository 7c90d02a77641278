internal import Glibc

// What is passed in one step: texts of scripts and styles, drawings, comments.
extension HTMLParser {
  /// Takes what follows up to the element's end tag as its text.
  func raw(
    _ page: UnsafePointer<UInt8>, _ count: Int, _ start: Int, _ node: Int, _ tag: HTMLTag,
    _ key: UInt64, _ state: inout State
  ) -> Int {
    let length = HTMLTag.names[Int(tag.rawValue)].utf8CodeUnitCount
    var end = find(0x3C, page, count, start)
    while end < count {
      if page[end &+ 1] == 0x2F, end &+ 2 &+ length <= count,
        HTMLNameTable.key(page + (end &+ 2), length) == key, ends[Int(page[end &+ 2 &+ length])]
      {
        break
      }
      end = find(0x3C, page, count, end &+ 1)
    }
    if tag == .script, !state.hasFormulas {
      state.hasFormulas = isFormula(page, count, state.builder.attributes(of: node))
    }
    if end > start, state.builder.hasRoom() {
      let isDecoded = tag == .title || tag == .textarea
      let (place, size) =
        isDecoded
        ? decode(page, start, end, in: .text, &state) : (start, end &- start)
      let text = state.builder.append(.text)
      state.builder.nodes[text].parent = Int32(truncatingIfNeeded: node)
      state.builder.nodes[text].depth &+= 1
      state.builder.nodes[text].textStart = Int32(truncatingIfNeeded: place)
      state.builder.nodes[text].textCount = Int32(truncatingIfNeeded: size)
      state.builder.nodes[node].end = Int32(truncatingIfNeeded: text &+ 1)
    }
    return end < count ? min(count, find(0x3E, page, count, end) &+ 1) : count
  }

  /// Whether a script holds TeX by its type, which stands in the page as it is.
  private func isFormula(
    _ page: UnsafePointer<UInt8>, _ count: Int, _ attributes: ArraySlice<HTMLArena.Attribute>
  ) -> Bool {
    attributes.contains {
      $0.name == .type && $0.count >= 8 && Int($0.start) + 8 <= count
        && memcmp(page + Int($0.start), "math/tex", 8) == 0
    }
  }

  /// Where a drawing ends, the drawings in it included; `start` when it doesn't.
  func drawing(
    _ page: UnsafePointer<UInt8>, _ count: Int, _ start: Int, _ state: inout State
  ) -> Int {
    guard !state.hasNoDrawingEnd else { return start }
    let svg: UInt64 = 0x67_7673
    var depth = 1
    var i = find(0x3C, page, count, start)
    while i < count {
      if page[i &+ 1] == 0x2F, HTMLNameTable.key(page + (i &+ 2), 3) == svg {
        depth &-= 1
        if depth == 0 { return min(count, find(0x3E, page, count, i) &+ 1) }
      } else if HTMLNameTable.key(page + (i &+ 1), 3) == svg, ends[Int(page[i &+ 4])] {
        depth &+= 1
      }
      i = find(0x3C, page, count, i &+ 1)
    }
    state.hasNoDrawingEnd = true
    return start
  }

  /// The end of a comment, a declaration or what else no element is.
  func comment(_ page: UnsafePointer<UInt8>, _ count: Int, _ start: Int) -> Int {
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
}
