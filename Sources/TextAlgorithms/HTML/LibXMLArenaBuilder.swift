internal import CLibXML2
internal import Glibc

/// Takes libxml2's events over an outline of `LibXMLMarkup` and puts elements and texts into an arena.
struct LibXMLArenaBuilder {
  var nodes: [HTMLArena.Node] = []
  var attributes: [HTMLArena.Attribute] = []
  private(set) var isTruncated = false
  /// The running parse, whose own stack of names is kept as short as ours.
  var context: htmlParserCtxtPtr?
  private var starts: [LibXMLMarkup.Start] = []
  private var texts: [HTMLTextToken] = []
  private var open: [Int32] = []
  /// The start tag of the outline that comes next.
  private var nextStart = 0
  /// The number of the text that comes next, and the first of its two letters where libxml2 handed it over alone.
  private var nextText = 0
  private var letter: UInt8?
  /// Elements by the addresses of their names, which libxml2 keeps once each.
  private var known: [(name: UnsafePointer<UInt8>?, tag: HTMLTag)] = []

  /// Begins a page by the start tags and texts of its outline.
  mutating func begin(_ starts: [LibXMLMarkup.Start], _ texts: [HTMLTextToken]) {
    (self.starts, self.texts) = (starts, texts)
    nodes.removeAll(keepingCapacity: true)
    open.removeAll(keepingCapacity: true)
    known.removeAll(keepingCapacity: true)
    known.append(contentsOf: repeatElement((nil, .unknown), count: 128))
    (isTruncated, nextStart, nextText, letter) = (false, 0, 0, nil)
    append(.unknown)
    open.append(0)
  }

  mutating func finish() {
    pass(before: Int.max)
    while let node = open.popLast() { close(node) }
    (starts, texts) = ([], [])
  }

  private mutating func close(_ node: Int32) {
    nodes[Int(node)].end = Int32(truncatingIfNeeded: nodes.count)
  }

  private mutating func append(_ tag: HTMLTag) {
    nodes.append(
      .init(
        tag: tag, depth: UInt16(truncatingIfNeeded: open.count), attributeCount: 0,
        attributeStart: 0, parent: open.last ?? -1,
        end: Int32(truncatingIfNeeded: nodes.count + 1), textStart: 0, textCount: 0))
  }

  /// Whether there is room for one more node; ends the parse where there is none.
  private mutating func hasRoom() -> Bool {
    if nodes.count < HTMLTreeBuilder.nodeLimit { return true }
    isTruncated = true
    if let context { xmlStopParser(context) }
    return false
  }

  mutating func startElement(_ name: UnsafePointer<UInt8>) {
    let place = self.place
    pass(before: place)
    guard hasRoom() else { return }
    let tag = self.tag(name)
    // libxml2 ends a description where a term follows, but not where another one does.
    if tag == .dd, let last = open.last, nodes[Int(last)].tag == .dd { close(open.removeLast()) }
    let node = nodes.count
    append(tag)
    // Where elements are implied by a tag, they begin at its place too; none implies one of its own name.
    if nextStart < starts.count {
      let start = starts[nextStart]
      if start.begin < place, start.tag == tag {
        nodes[node].attributeStart = start.attributeStart
        nodes[node].attributeCount = start.attributeCount
        nextStart += 1
      }
    }
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
    pass(before: place)
    // Events come in order, so the element is the last one open but where depth was cut.
    guard open.count > 1, let last = open.last, nodes[Int(last)].tag == tag(name) else { return }
    close(open.removeLast())
  }

  /// Letters of texts' numbers, two each; one may come in two parts.
  mutating func characters(_ letters: UnsafePointer<UInt8>, _ count: Int) {
    pass(before: place)
    // SAFETY: libxml2 hands over `count` bytes at `letters`.
    for byte in UnsafeBufferPointer(start: letters, count: count) {
      let value = byte &- LibXMLMarkup.firstLetter
      guard value < LibXMLMarkup.letters else { continue }
      guard let high = letter else {
        letter = value
        continue
      }
      letter = nil
      let limit = LibXMLMarkup.letters * LibXMLMarkup.letters
      let low = Int(high) * LibXMLMarkup.letters + Int(value)
      append(text: nextText + (low - nextText % limit + limit) % limit)
    }
  }

  private mutating func append(text number: Int) {
    guard number < texts.count, let top = open.last else { return }
    nextText = number + 1
    let text = texts[number]
    // White space where none counts is dropped.
    if text.isBlank, nodes[Int(top)].tag.roles.contains(.ignoresSpace) { return }
    guard hasRoom() else { return }
    append(.text)
    nodes[nodes.count - 1].textStart = Int32(truncatingIfNeeded: text.start)
    nodes[nodes.count - 1].textCount = Int32(truncatingIfNeeded: text.count)
  }

  private mutating func tag(_ name: UnsafePointer<UInt8>) -> HTMLTag {
    let slot = Int(bitPattern: name) >> 3 & 127
    if known[slot].name == name { return known[slot].tag }
    let tag = HTMLTag(rawValue: HTMLNameTable.tags.find(name))
    known[slot] = (name, tag)
    return tag
  }
}

// What the outline's tags say of attributes.
extension LibXMLArenaBuilder {
  /// How far libxml2 has read the outline.
  private var place: Int {
    guard let input = context?.pointee.input?.pointee, let cur = input.cur, let base = input.base
    else { return Int.max }
    return Int(bitPattern: UInt(input.consumed)) + (cur - base)
  }

  /// Passes the start tags that end before `place` and began no element.
  @inline(__always)
  private mutating func pass(before place: Int) {
    while nextStart < starts.count, starts[nextStart].end < place {
      let start = starts[nextStart]
      nextStart += 1
      if start.tag == .html || start.tag == .body, start.attributeCount > 0 { join(start) }
    }
  }

  /// Gives the page's first `html` or `body` the attributes of a later one that it lacks.
  private mutating func join(_ start: LibXMLMarkup.Start) {
    guard !open.contains(where: { nodes[Int($0)].tag == .template }),
      let first = open.prefix(4).first(where: { nodes[Int($0)].tag == start.tag })
    else { return }
    let node = Int(first)
    let own = Int(nodes[node].attributeStart)
    let new = Int(start.attributeStart)..<Int(start.attributeStart) + Int(start.attributeCount)
    let place = attributes.count
    attributes += Array(attributes[new])
    let joined = attributes.join(own..<own + Int(nodes[node].attributeCount), from: place)
    nodes[node].attributeStart = Int32(truncatingIfNeeded: joined.lowerBound)
    nodes[node].attributeCount = UInt16(truncatingIfNeeded: joined.count)
  }
}
