/// The text blocks of a page and the block-level elements around them.
struct PageBlocks {
  private(set) var nodes: [PageNode] = []
  private(set) var blocks: [PageBlock] = []
  /// The blocks' texts, white space collapsed.
  private(set) var text: [UInt8] = []
  /// For each arena node the block that its text belongs to, -1 for none.
  private(set) var blockOfNode: [Int32] = []

  private var pending: [Int32] = []
  private var pendingStart = 0
  private var linkWords = 0
  private var boldWords = 0
  private var isNoscript = false

  /// One open element of the walk.
  private struct Frame {
    var end: Int32
    var flags: UInt8
    var isBlock: Bool
    var node: Int32
  }

  static let linkFlag: UInt8 = 1
  static let boldFlag: UInt8 = 2
  static let noscriptFlag: UInt8 = 4

  /// Cuts the page into blocks. Linear in the arena.
  mutating func read(_ arena: HTMLArena) {
    nodes.removeAll(keepingCapacity: true)
    blocks.removeAll(keepingCapacity: true)
    text.removeAll(keepingCapacity: true)
    blockOfNode.removeAll(keepingCapacity: true)
    blockOfNode.append(contentsOf: repeatElement(-1, count: arena.nodes.count))
    pending.removeAll(keepingCapacity: true)
    (pendingStart, linkWords, boldWords, isNoscript) = (0, 0, 0, false)
    walk(arena)
    sum()
  }

  /// 1 to 6 for a block in a heading, 0 for all others.
  func headingLevel(_ block: Int) -> Int {
    let node = nodes[Int(blocks[block].node)]
    let above = node.parent >= 0 ? nodes[Int(node.parent)].tag.headingLevel : 0
    return above > 0 ? above : node.tag.headingLevel
  }

  func textBytes(_ block: Int) -> Range<Int> {
    let start = Int(blocks[block].textStart)
    return start..<start + Int(blocks[block].textCount)
  }

  private mutating func walk(_ arena: HTMLArena) {
    let root = PageBlocks.body(of: arena)
    var stack = [
      Frame(
        end: arena.nodes[root].end, flags: 0, isBlock: true, node: addNode(arena, root, parent: -1))
    ]
    var i = root + 1
    let end = Int(arena.nodes[root].end)
    while i < end {
      while let top = stack.last, Int(top.end) <= i, stack.count > 1 {
        if top.isBlock { flush(into: Int(top.node)) }
        stack.removeLast()
      }
      let node = arena.nodes[i]
      let frame = stack[stack.count - 1]
      if node.tag == .text {
        append(arena, i, arena.textRange(i), flags: frame.flags)
        i += 1
        continue
      }
      if let formula = MathText.formula(arena, i) {
        append(arena, i, formula.range, flags: frame.flags)
        i = Int(node.end)
        continue
      }
      if node.tag == .math {
        for part in MathText.characters(arena, i) {
          append(arena, part, arena.textRange(part), flags: frame.flags)
        }
        i = Int(node.end)
        continue
      }
      if node.tag.isSkipped || MathText.isDouble(arena, i) {
        i = Int(node.end)
        continue
      }
      if node.tag == .br {
        if let last = text.last, last != 0x20, text.count > pendingStart { text.append(0x20) }
        if PageBlocks.isDoubleBreak(arena, i) || text.count - pendingStart > 4000 {
          flush(into: Int(frame.node))
        }
        i += 1
        continue
      }
      var flags = frame.flags
      if node.tag == .a { flags |= PageBlocks.linkFlag }
      if node.tag == .b || node.tag == .strong { flags |= PageBlocks.boldFlag }
      if node.tag == .noscript { flags |= PageBlocks.noscriptFlag }
      if PageBlocks.isInline(arena, i) {
        if node.end > i + 1 {
          stack.append(.init(end: node.end, flags: flags, isBlock: false, node: frame.node))
        }
      } else {
        flush(into: Int(frame.node))
        stack.append(
          .init(
            end: node.end, flags: flags, isBlock: true,
            node: addNode(arena, i, parent: frame.node)))
      }
      i += 1
    }
    while let top = stack.popLast() {
      if top.isBlock { flush(into: Int(top.node)) }
    }
  }

  /// The body, or the root where there is none.
  static func body(of arena: HTMLArena) -> Int {
    var i = 1
    while i < arena.nodes.count {
      if arena.nodes[i].tag == .body { return i }
      i = arena.nodes[i].tag == .html ? i + 1 : Int(arena.nodes[i].end)
    }
    return 0
  }

  /// Whether the next node after a line break, white space aside, is another one.
  static func isDoubleBreak(_ arena: HTMLArena, _ node: Int) -> Bool {
    var next = Int(arena.nodes[node].end)
    if next < arena.nodes.count, arena.nodes[next].tag == .text {
      let range = arena.textRange(next)
      guard range.count < 64, arena.bytes[range].allSatisfy({ $0 <= 0x20 }) else { return false }
      next += 1
    }
    return next < arena.nodes.count && arena.nodes[next].tag == .br
      && arena.nodes[next].parent == arena.nodes[node].parent
  }

  /// Whether an element stands in a line of text: links and the like around blocks don't, nor do buttons.
  static func isInline(_ arena: HTMLArena, _ node: Int) -> Bool {
    let tag = arena.nodes[node].tag
    guard tag.isInline, tag != .button else { return false }
    guard tag == .a || tag == .label || tag == .span else { return true }
    var child = node + 1
    while child < Int(arena.nodes[node].end) {
      let inner = arena.nodes[child].tag
      if inner != .text, inner != .unknown, !inner.isInline, !inner.isSkipped { return false }
      child = Int(arena.nodes[child].end)
    }
    return true
  }

  private mutating func append(
    _ arena: HTMLArena, _ node: Int, _ range: Range<Int>, flags: UInt8
  ) {
    let start = text.count
    if start == pendingStart {
      // The collapsed text of a block begins without a space, so its neighbour's end must not be seen.
      text.append(0x20)
      pendingStart = text.count
    }
    let from = text.count
    text.appendCollapsed(arena.bytes, range)
    guard text.count > from else { return }
    pending.append(Int32(node))
    if flags & PageBlocks.noscriptFlag != 0 { isNoscript = true }
    guard flags & ~PageBlocks.noscriptFlag != 0 else { return }
    let n = text.withUnsafeBufferPointer {
      PageWords.count(UnsafeBufferPointer(rebasing: $0[from...]))
    }
    if flags & PageBlocks.linkFlag != 0 { linkWords += n }
    if flags & PageBlocks.boldFlag != 0 { boldWords += n }
  }

  private mutating func flush(into node: Int) {
    while text.count > pendingStart, text.last == 0x20 { text.removeLast() }
    if text.count > pendingStart {
      let (words, marks) = text.withUnsafeBufferPointer { bytes in
        let part = UnsafeBufferPointer(rebasing: bytes[pendingStart...])
        return (PageWords.count(part), PageBlocks.punctuation(part))
      }
      if words > 0 {
        for member in pending { blockOfNode[Int(member)] = Int32(blocks.count) }
        blocks.append(
          .init(
            node: Int32(node), tag: nodes[node].tag, textStart: Int32(pendingStart),
            textCount: Int32(text.count - pendingStart), words: Int32(words),
            linkWords: Int32(min(words, linkWords)), boldWords: Int32(min(words, boldWords)),
            punctuation: Int32(marks), isInNoscript: isNoscript))
      }
    }
    pending.removeAll(keepingCapacity: true)
    (pendingStart, linkWords, boldWords, isNoscript) = (text.count, 0, 0, false)
  }

  /// Commas, full stops before a space, and a closing mark at the end.
  private static func punctuation(_ text: UnsafeBufferPointer<UInt8>) -> Int {
    var n = 0
    for i in 0..<text.count {
      if text[i] == 0x2C { n &+= 1 }
      if text[i] == 0x2E, i &+ 1 < text.count, text[i &+ 1] == 0x20 { n &+= 1 }
    }
    if let last = text.last, last == 0x2E || last == 0x21 || last == 0x3F || last == 0x3A {
      n &+= 1
    }
    return n
  }

  private mutating func addNode(_ arena: HTMLArena, _ index: Int, parent: Int32) -> Int32 {
    var position: Int32 = 0
    var depth: Int32 = 0
    if parent >= 0 {
      position = nodes[Int(parent)].children
      depth = nodes[Int(parent)].depth + 1
      nodes[Int(parent)].children += 1
    }
    nodes.append(
      PageVocabulary.node(
        arena, index, parent: parent, depth: depth, position: position))
    return Int32(nodes.count - 1)
  }

  /// Adds up words, links and blocks from the leaves to the root, and counts like siblings.
  private mutating func sum() {
    for block in blocks {
      let n = Int(block.node)
      nodes[n].words += block.words
      nodes[n].links += block.linkWords
      nodes[n].blocks += 1
      nodes[n].punctuation += block.punctuation
      if block.tag == .p || block.tag == .pre || block.tag == .blockquote {
        nodes[n].paragraphWords += block.words
      }
    }
    var counts: [UInt64: Int32] = [:]
    for i in stride(from: nodes.count - 1, to: 0, by: -1) {
      let up = Int(nodes[i].parent)
      nodes[up].words += nodes[i].words
      nodes[up].links += nodes[i].links
      nodes[up].blocks += nodes[i].blocks
      nodes[up].paragraphWords += nodes[i].paragraphWords
      nodes[up].punctuation += nodes[i].punctuation
      if nodes[i].words > 0 { counts[siblingKey(i), default: 0] += 1 }
    }
    for i in nodes.indices.dropFirst() where nodes[i].words > 0 {
      nodes[i].same = counts[siblingKey(i)] ?? 0
    }
  }

  private func siblingKey(_ node: Int) -> UInt64 {
    (nodes[node].signature ^ UInt64(truncatingIfNeeded: nodes[node].parent))
      &* 0x9E37_79B9_7F4A_7C15
  }
}
