internal import CLibXML2
internal import Glibc

/// Takes the parser's events and appends nodes to an arena.
struct LibXMLArenaBuilder {
  var arena = HTMLArena()
  /// The running parse, whose own stack of names is kept as short as ours.
  var context: htmlParserCtxtPtr?
  private var open: [Int32] = []
  /// Where the texts of scripts and their like stand in the page, by their numbers.
  private var raws: [Range<Int>] = []
  /// The innermost element holds the number of such a text.
  private var isRaw = false

  /// Begins a page, whose bytes become the first of the arena.
  mutating func begin(_ page: [UInt8], raws: [Range<Int>], hasFormulas: Bool) {
    open.removeAll(keepingCapacity: true)
    self.raws = raws
    isRaw = false
    arena.bytes = page
    arena.hasFormulas = hasFormulas
    append(.unknown)
    open.append(0)
  }

  mutating func finish() {
    while let node = open.popLast() { close(node) }
  }

  private mutating func close(_ node: Int32) {
    arena.nodes[Int(node)].end = Int32(truncatingIfNeeded: arena.nodes.count)
  }

  private mutating func append(_ tag: HTMLTag) {
    let node = arena.nodes.count
    arena.nodes.append(
      .init(
        tag: tag, depth: UInt16(truncatingIfNeeded: open.count), attributeCount: 0,
        attributeStart: Int32(truncatingIfNeeded: arena.attributes.count), parent: open.last ?? -1,
        end: Int32(truncatingIfNeeded: node + 1),
        textStart: Int32(truncatingIfNeeded: arena.bytes.count), textCount: 0))
  }

  mutating func startElement(
    _ name: UnsafePointer<UInt8>, _ values: UnsafeMutablePointer<UnsafePointer<UInt8>?>?
  ) {
    guard arena.nodes.count < HTMLTreeBuilder.nodeLimit else {
      arena.isTruncated = true
      if let context { xmlStopParser(context) }
      return
    }
    if let tag = LibXMLMarkup.marked(name) { return addAttributes(values, toFirst: tag) }
    let tag = HTMLTag(rawValue: HTMLNameTable.tags.find(name))
    // libxml2 ends a description where a term follows, but not where another one does.
    if tag == .dd, let last = open.last, arena.nodes[Int(last)].tag == .dd {
      close(open.removeLast())
    }
    let node = arena.nodes.count
    append(tag)
    if let values { appendAttributes(values) }
    arena.nodes[node].attributeCount = UInt16(
      truncatingIfNeeded: arena.attributes.count - Int(arena.nodes[node].attributeStart))
    isRaw = tag.roles.contains(.raw) && tag != .title && tag != .textarea
    guard open.count >= HTMLTreeBuilder.depthLimit else {
      open.append(Int32(truncatingIfNeeded: node))
      return
    }
    // libxml2 has already pushed the name; each unmatched end tag would search the whole stack.
    // SAFETY: names are owned by the context's dictionary, so leaving one out of the stack frees nothing.
    if let context, context.pointee.nameNr > 1 {
      context.pointee.nameNr -= 1
      context.pointee.name = context.pointee.nameTab[Int(context.pointee.nameNr) - 1]
    }
  }

  mutating func endElement(_ name: UnsafePointer<UInt8>) {
    isRaw = false
    if LibXMLMarkup.marked(name) != nil { return }
    // Events come in order, so the element is the last one open but where depth was cut.
    guard open.count > 1, let last = open.last,
      arena.nodes[Int(last)].tag.rawValue == HTMLNameTable.tags.find(name)
    else { return }
    close(open.removeLast())
  }

  mutating func characters(_ text: UnsafePointer<UInt8>, _ count: Int) {
    // SAFETY: libxml2 hands over `count` bytes at `text`.
    let text = UnsafeBufferPointer(start: text, count: count)
    if isRaw { return appendRaw(text) }
    guard count > 0 else { return }
    let isBlank = text.allSatisfy { $0 <= 0x20 }
    if let last = arena.nodes.indices.last, arena.nodes[last].tag == .text,
      arena.nodes[last].parent == open.last, arena.textRange(last).upperBound == arena.bytes.count
    {
      arena.nodes[last].textCount += Int32(truncatingIfNeeded: count)
    } else {
      if isBlank, let top = open.last {
        let tag = arena.nodes[Int(top)].tag
        if top == 0 || tag.roles.contains(.ignoresSpace) { return }
      }
      guard arena.nodes.count < HTMLTreeBuilder.nodeLimit else { return }
      append(.text)
      arena.nodes[arena.nodes.count - 1].textCount = Int32(truncatingIfNeeded: count)
    }
    arena.bytes.append(contentsOf: text)
  }

  /// The page's `html` or `body`, when it is open and no template stands between.
  func firstElement(_ tag: HTMLTag) -> Int? {
    guard !open.contains(where: { arena.nodes[Int($0)].tag == .template }) else { return nil }
    return open.prefix(4).first { arena.nodes[Int($0)].tag == tag }.map(Int.init)
  }

  /// Gives a script or its like the text whose number is `digits`.
  private mutating func appendRaw(_ digits: UnsafeBufferPointer<UInt8>) {
    var number = 0
    for byte in digits {
      guard byte &- 0x30 < 10, number <= raws.count else { return }
      number = number * 10 + Int(byte - 0x30)
    }
    guard number < raws.count, arena.nodes.count < HTMLTreeBuilder.nodeLimit else { return }
    append(.text)
    let node = arena.nodes.count - 1
    arena.nodes[node].textStart = Int32(truncatingIfNeeded: raws[number].lowerBound)
    arena.nodes[node].textCount = Int32(truncatingIfNeeded: raws[number].count)
  }
}
