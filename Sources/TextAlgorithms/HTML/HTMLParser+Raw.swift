internal import Glibc

// Texts of scripts and styles, which are passed in one step.
extension HTMLParser {
  /// Takes what follows up to the element's end tag as its text.
  func raw(
    _ page: UnsafePointer<UInt8>, _ count: Int, _ start: Int, _ node: Int, _ tag: HTMLTag,
    _ key: UInt64, _ state: inout State
  ) -> Int {
    let end = HTMLSkipping.rawEnd(page, count, start, tag, key)
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
    return end < count ? min(count, HTMLSkipping.find(0x3E, page, count, end) &+ 1) : count
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
}
