internal import CLibXML2
internal import Glibc

/// Takes the parser's events and appends nodes to an arena. One belongs to one parser and one thread.
final class LibXMLArenaBuilder {
  var arena = HTMLArena()
  /// The running parse, whose own stack of names is kept as short as ours.
  var context: htmlParserCtxtPtr?
  private var open: [Int32] = []
  /// Whether characters are dropped: inside scripts and styles that hold no data.
  private var isMuted = false

  static func from(_ pointer: UnsafeMutableRawPointer?) -> LibXMLArenaBuilder {
    // SAFETY: the parser sets this pointer to a builder that lives through the parse.
    Unmanaged<LibXMLArenaBuilder>.fromOpaque(pointer!)._withUnsafeGuaranteedRef { $0 }
  }

  func begin() {
    open.removeAll(keepingCapacity: true)
    isMuted = false
    append(.unknown)
    open.append(0)
  }

  func finish() {
    while let node = open.popLast() { close(node) }
  }

  private func close(_ node: Int32) {
    arena.nodes[Int(node)].end = Int32(arena.nodes.count)
  }

  private func append(_ tag: HTMLTag) {
    arena.nodes.append(
      .init(
        tag: tag, depth: UInt16(open.count), attributeCount: 0,
        attributeStart: Int32(arena.attributes.count), parent: open.last ?? -1,
        end: Int32(arena.nodes.count + 1), textStart: Int32(arena.bytes.count), textCount: 0))
  }

  func startElement(
    _ name: UnsafePointer<UInt8>, _ values: UnsafeMutablePointer<UnsafePointer<UInt8>?>?
  ) {
    guard arena.nodes.count < LibXMLParser.nodeLimit else {
      arena.isTruncated = true
      if let context { xmlStopParser(context) }
      return
    }
    let tag = HTMLTag(
      rawValue: HTMLNameTable.tags.find(
        HTMLNameTable.slowKey(UnsafeBufferPointer(start: name, count: strlen(name)))))
    let node = arena.nodes.count
    append(tag)
    if let values { appendAttributes(values, to: node) }
    isMuted = mutes(tag, node)
    guard open.count >= LibXMLParser.depthLimit else {
      open.append(Int32(node))
      return
    }
    // libxml2 has already pushed the name; each unmatched end tag would search the whole stack.
    // SAFETY: names are owned by the context's dictionary, so leaving one out of the stack frees nothing.
    if let context, context.pointee.nameNr > 1 {
      context.pointee.nameNr -= 1
      context.pointee.name = context.pointee.nameTab[Int(context.pointee.nameNr) - 1]
    }
  }

  func endElement(_ name: UnsafePointer<UInt8>) {
    isMuted = false
    let tag = HTMLTag(
      rawValue: HTMLNameTable.tags.find(
        HTMLNameTable.slowKey(UnsafeBufferPointer(start: name, count: strlen(name)))))
    // Events come in order, so the element is the last one open but where depth was cut.
    guard open.count > 1, let last = open.last, arena.nodes[Int(last)].tag == tag else { return }
    close(open.removeLast())
  }

  func characters(_ text: UnsafePointer<UInt8>, _ count: Int) {
    guard !isMuted, count > 0 else { return }
    if let last = arena.nodes.indices.last, arena.nodes[last].tag == .text,
      arena.nodes[last].parent == open.last
    {
      arena.nodes[last].textCount += Int32(count)
    } else {
      guard arena.nodes.count < LibXMLParser.nodeLimit else { return }
      append(.text)
      arena.nodes[arena.nodes.count - 1].textCount = Int32(count)
    }
    // SAFETY: libxml2 hands over `count` bytes at `text`.
    arena.bytes.append(contentsOf: UnsafeBufferPointer(start: text, count: count))
  }

  /// Scripts are kept only when they hold linked data.
  private func mutes(_ tag: HTMLTag, _ node: Int) -> Bool {
    if tag == .script {
      guard let type = arena.attribute(node, .type) else { return true }
      return !type.containsASCII("ld+json")
    }
    return tag == HTMLTag.style
  }

  private func appendAttributes(
    _ values: UnsafeMutablePointer<UnsafePointer<UInt8>?>, to node: Int
  ) {
    var i = 0
    while let name = values[i] {
      let value = values[i + 1]
      i += 2
      guard
        let known = HTMLAttributeName(
          rawValue: HTMLNameTable.attributes.find(
            HTMLNameTable.slowKey(UnsafeBufferPointer(start: name, count: strlen(name))))),
        known != .none
      else { continue }
      let length = value.map { strlen($0) } ?? 0
      let start = arena.bytes.count
      // Longer values are images in the address or worse; nothing here reads them.
      let kept = (known == .src || known == .href) && length > 8192 ? 0 : length
      if let value {
        arena.bytes.append(contentsOf: UnsafeBufferPointer(start: value, count: kept))
      }
      arena.attributes.append(.init(name: known, start: Int32(start), count: Int32(kept)))
      arena.nodes[node].attributeCount += 1
    }
  }
}
