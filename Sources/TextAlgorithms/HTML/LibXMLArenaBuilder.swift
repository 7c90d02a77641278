internal import CLibXML2
internal import Glibc

/// Takes libxml2's events over an outline of `LibXMLMarkup` and puts elements and texts into an arena.
struct LibXMLArenaBuilder {
  var nodes: [HTMLArena.Node] = []
  var attributes: [HTMLArena.Attribute] = []
  private(set) var isTruncated = false
  /// The running parse, whose own stack of names is kept as short as ours.
  var context: htmlParserCtxtPtr?
  private var texts: [HTMLTextToken] = []
  private var open: [Int32] = []
  /// The number of a text as far as it was read.
  private var number = 0

  mutating func begin(_ texts: [HTMLTextToken]) {
    self.texts = texts
    nodes.removeAll(keepingCapacity: true)
    open.removeAll(keepingCapacity: true)
    (isTruncated, number) = (false, 0)
    append(.unknown)
    open.append(0)
  }

  mutating func finish() {
    while let node = open.popLast() { close(node) }
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

  mutating func startElement(_ name: UnsafePointer<UInt8>, _ values: Values?) {
    if let tag = LibXMLArenaBuilder.marked(name) { return addAttributes(values, toFirst: tag) }
    guard hasRoom() else { return }
    let tag = HTMLTag(rawValue: HTMLNameTable.tags.find(name))
    // libxml2 ends a description where a term follows, but not where another one does.
    if tag == .dd, let last = open.last, nodes[Int(last)].tag == .dd { close(open.removeLast()) }
    let node = nodes.count
    append(tag)
    let own = range(values)
    nodes[node].attributeStart = Int32(truncatingIfNeeded: own.lowerBound)
    nodes[node].attributeCount = UInt16(truncatingIfNeeded: own.count)
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
    if LibXMLArenaBuilder.marked(name) != nil { return }
    // Events come in order, so the element is the last one open but where depth was cut.
    guard open.count > 1, let last = open.last,
      nodes[Int(last)].tag.rawValue == HTMLNameTable.tags.find(name)
    else { return }
    close(open.removeLast())
  }

  /// Numbers of texts, each with a semicolon; one may come in two parts.
  mutating func characters(_ digits: UnsafePointer<UInt8>, _ count: Int) {
    // SAFETY: libxml2 hands over `count` bytes at `digits`.
    for byte in UnsafeBufferPointer(start: digits, count: count) {
      if byte &- 0x30 < 10 {
        number = number &* 10 &+ Int(byte &- 0x30)
      } else {
        if byte == 0x3B { append(text: number) }
        number = 0
      }
    }
  }

  private mutating func append(text number: Int) {
    guard texts.indices.contains(number), let top = open.last else { return }
    let text = texts[number]
    // White space where none counts is dropped.
    if text.isBlank, nodes[Int(top)].tag.roles.contains(.ignoresSpace) { return }
    guard hasRoom() else { return }
    append(.text)
    nodes[nodes.count - 1].textStart = Int32(truncatingIfNeeded: text.start)
    nodes[nodes.count - 1].textCount = Int32(truncatingIfNeeded: text.count)
  }
}

// What the tags say of their attributes.
extension LibXMLArenaBuilder {
  /// Names and values in turn, up to a nil.
  typealias Values = UnsafeMutablePointer<UnsafePointer<UInt8>?>

  /// The element that a mark speaks of; nil for every other name.
  static func marked(_ name: UnsafePointer<UInt8>) -> HTMLTag? {
    guard name[0] == 0x74, name[1] == 0x6D, name[2] == 0x2D else { return nil }
    let rest = UnsafeRawPointer(name + 3).assumingMemoryBound(to: CChar.self)
    return strcmp(rest, "body") == 0 ? .body : strcmp(rest, "html") == 0 ? .html : nil
  }

  /// The places that a tag's one attribute says: the first's, and how many follow.
  private func range(_ values: Values?) -> Range<Int> {
    guard let value = values?[1] else { return 0..<0 }
    var numbers = [0, 0]
    var part = 0
    var i = 0
    while value[i] != 0 {
      if value[i] == 0x2D {
        part = 1
      } else {
        numbers[part] = numbers[part] &* 10 &+ Int(value[i] &- 0x30)
      }
      i += 1
    }
    let range = numbers[0]..<numbers[0] &+ max(0, numbers[1])
    return range.upperBound <= attributes.count ? range : 0..<0
  }

  /// Gives the page's first `html` or `body` the attributes of a later one that it lacks.
  private mutating func addAttributes(_ values: Values?, toFirst tag: HTMLTag) {
    guard !open.contains(where: { nodes[Int($0)].tag == .template }),
      let first = open.prefix(4).first(where: { nodes[Int($0)].tag == tag })
    else { return }
    let node = Int(first)
    let own = Int(nodes[node].attributeStart)
    let start = attributes.count
    attributes += Array(attributes[range(values)])
    let joined = attributes.join(own..<own + Int(nodes[node].attributeCount), from: start)
    nodes[node].attributeStart = Int32(truncatingIfNeeded: joined.lowerBound)
    nodes[node].attributeCount = UInt16(truncatingIfNeeded: joined.count)
  }
}
