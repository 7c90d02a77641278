/// Formulas as text: TeX where the page has it, else the characters of MathML.
///
/// Knows MathML with annotations, MathJax's scripts and containers, KaTeX, and images with TeX as their alternative
/// text; where a page shows a formula and carries its source beside it, only the source counts.
enum MathText {
  struct Formula {
    /// Where the source stands in the arena's bytes.
    var range: Range<Int>
    var isDisplay = false
  }

  /// The formula that an element is, or nil when it is none or has no source.
  static func formula(_ arena: HTMLArena, _ node: Int) -> Formula? {
    let tag = arena.nodes[node].tag
    if tag == .img { return image(arena, node) }
    guard arena.hasFormulas else { return nil }
    if tag == .script { return script(arena, node) }
    guard tag == .math, let range = source(arena, node) else { return nil }
    return Formula(
      range: trimmed(arena, range),
      isDisplay: arena.attribute(node, .display)?.equalsASCII("block") == true)
  }

  /// The texts of a formula without a source, annotations left out.
  static func characters(_ arena: HTMLArena, _ node: Int) -> [Int] {
    var texts: [Int] = []
    var i = node + 1
    while i < Int(arena.nodes[node].end) {
      let tag = arena.nodes[i].tag
      if tag == .text { texts.append(i) }
      i = tag.isSkipped && tag != .math ? Int(arena.nodes[i].end) : i + 1
    }
    return texts
  }

  /// Whether an element only shows what another one carries as source.
  static func isDouble(_ arena: HTMLArena, _ node: Int) -> Bool {
    guard arena.hasFormulas else { return false }
    switch arena.nodes[node].tag {
    case .span, .div:
      guard let names = arena.attribute(node, .class) else { return false }
      if names.containsASCII("katex-html") { return node > Int(arena.nodes[node].parent) + 1 }
      return names.containsASCII("mathjax") && isBeforeScript(arena, node)
    case .unknown:
      // MathJax 3 draws in elements of its own, beside MathML for those who can't see.
      return arena.nodes[Int(arena.nodes[node].parent)].tag == .mathContainer
    default: return false
    }
  }

  private static func isBeforeScript(_ arena: HTMLArena, _ node: Int) -> Bool {
    var next = Int(arena.nodes[node].end)
    for _ in 0..<3 where next < arena.nodes.count {
      if arena.nodes[next].parent != arena.nodes[node].parent { return false }
      if arena.nodes[next].tag == .script { return script(arena, next) != nil }
      next = Int(arena.nodes[next].end)
    }
    return false
  }

  private static func script(_ arena: HTMLArena, _ node: Int) -> Formula? {
    guard let type = arena.attribute(node, .type), type.prefix(8).equalsASCII("math/tex"),
      node + 1 < Int(arena.nodes[node].end)
    else { return nil }
    return Formula(
      range: trimmed(arena, arena.textRange(node + 1)),
      isDisplay: type.containsASCII("mode=display"))
  }

  private static func image(_ arena: HTMLArena, _ node: Int) -> Formula? {
    guard let names = arena.attribute(node, .class), let alt = arena.attributeRange(node, .alt),
      !alt.isEmpty
    else { return nil }
    let isFallback = names.containsASCII("mwe-math")
    guard names.equalsASCII("latex") || isFallback && !arena.hasFormulas else { return nil }
    return Formula(range: trimmed(arena, alt))
  }

  /// The TeX of MathML: an annotation's, or the alternative text.
  private static func source(_ arena: HTMLArena, _ node: Int) -> Range<Int>? {
    for i in node + 1..<max(node + 1, Int(arena.nodes[node].end))
    where arena.nodes[i].tag == .annotation {
      if arena.attribute(i, .encoding)?.containsASCII("tex") == true,
        i + 1 < Int(arena.nodes[i].end), arena.nodes[i + 1].tag == .text
      {
        return arena.textRange(i + 1)
      }
    }
    return arena.attributeRange(node, .alttext).flatMap { $0.isEmpty ? nil : $0 }
  }

  /// Without white space around, and without the `{\displaystyle …}` that some wikis put around all formulas.
  private static func trimmed(_ arena: HTMLArena, _ range: Range<Int>) -> Range<Int> {
    func tight(_ range: Range<Int>) -> Range<Int> {
      var (start, end) = (range.lowerBound, range.upperBound)
      while start < end, arena.bytes[start] <= 0x20 { start += 1 }
      while end > start, arena.bytes[end - 1] <= 0x20 { end -= 1 }
      return start..<end
    }
    let range = tight(range)
    for prefix: StaticString in ["{\\displaystyle", "{\\textstyle"] {
      let n = prefix.utf8CodeUnitCount
      if range.count > n + 1, arena.bytes[range].prefix(n).equalsASCII(prefix),
        arena.bytes[range.upperBound - 1] == 0x7D
      {
        return tight(range.lowerBound + n..<range.upperBound - 1)
      }
    }
    return range
  }
}
