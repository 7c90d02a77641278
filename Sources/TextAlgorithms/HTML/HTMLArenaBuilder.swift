internal import CLibXML2
internal import Glibc

/// Takes the parser's events and appends nodes to an arena. One belongs to one parser and one thread.
final class HTMLArenaBuilder {
  var arena = HTMLArena()
  /// The running parse, whose own stack of names is kept as short as ours.
  var context: htmlParserCtxtPtr?
  private var open: [Int32] = []
  /// Whether characters are dropped: inside styles. Scripts may hold data.
  private var isMuted = false

  static func from(_ pointer: UnsafeMutableRawPointer?) -> HTMLArenaBuilder {
    // SAFETY: the parser sets this pointer to a builder that lives through the parse.
    Unmanaged<HTMLArenaBuilder>.fromOpaque(pointer!)._withUnsafeGuaranteedRef { $0 }
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
    guard arena.nodes.count < HTMLParser.nodeLimit else {
      arena.isTruncated = true
      if let context { xmlStopParser(context) }
      return
    }
    let tag = HTMLTag(rawValue: HTMLNameTable.tags.find(name, strlen(name)))
    let node = arena.nodes.count
    append(tag)
    if let values { appendAttributes(values, to: node) }
    isMuted = tag == HTMLTag.styleTag
    guard open.count >= HTMLParser.depthLimit else {
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
    let tag = HTMLTag(rawValue: HTMLNameTable.tags.find(name, strlen(name)))
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
      guard arena.nodes.count < HTMLParser.nodeLimit else { return }
      append(.text)
      arena.nodes[arena.nodes.count - 1].textCount = Int32(count)
    }
    // SAFETY: libxml2 hands over `count` bytes at `text`.
    arena.bytes.append(contentsOf: UnsafeBufferPointer(start: text, count: count))
  }

  private func appendAttributes(
    _ values: UnsafeMutablePointer<UnsafePointer<UInt8>?>, to node: Int
  ) {
    var i = 0
    while let name = values[i] {
      let value = values[i + 1]
      i += 2
      let known = HTMLAttributeName.kept(name, value)
      guard known != .none else { continue }
      let length = value.map { strlen($0) } ?? 0
      let start = arena.bytes.count
      // Longer values are images in the address or worse; nothing here reads them.
      let kept = (known == .src || known == .href) && length > 8192 ? 0 : length
      // A namespace of XML is a prefix of RDFa, and is written like one.
      if known == .prefix, name[0] == 0x78 {
        arena.bytes.append(
          contentsOf: UnsafeBufferPointer(start: name + 6, count: strlen(name) - 6))
        arena.bytes.append(contentsOf: [0x3A, 0x20])
      }
      if let value {
        arena.bytes.append(contentsOf: UnsafeBufferPointer(start: value, count: kept))
      }
      arena.attributes.append(
        .init(name: known, start: Int32(start), count: Int32(arena.bytes.count - start)))
      arena.nodes[node].attributeCount += 1
    }
  }
}

extension HTMLAttributeName {
  /// The number under which an attribute is kept, `none` when it isn't.
  fileprivate static func kept(
    _ name: UnsafePointer<UInt8>, _ value: UnsafePointer<UInt8>?
  ) -> HTMLAttributeName {
    // SAFETY: libxml2 hands over zero-terminated texts; each byte is read only after the one before it.
    let length = strlen(name)
    let number = HTMLNameTable.attributes.find(name, length)
    if number != 0 { return HTMLAttributeName(rawValue: number) ?? .none }
    if length > 6, memcmp(name, "xmlns:", 6) == 0 { return .prefix }
    guard let value, value[0] == 0x7B || value[0] == 0x5B, value[1] != 0, value[2] != 0 else {
      return .none
    }
    return value[1] == 0x22 || value[1] == 0x7B || value[2] == 0x22 ? .json : .none
  }
}

extension HTMLTag {
  static let styleTag = named("style")
}

extension ArraySlice<UInt8> {
  /// Whether the lower-case ASCII `needle` occurs, in any case.
  func containsASCII(_ needle: StaticString) -> Bool {
    let n = needle.utf8CodeUnitCount
    guard count >= n, n > 0 else { return false }
    return withUnsafeBufferPointer { bytes in
      for start in 0...(bytes.count - n) {
        var k = 0
        while k < n, bytes[start + k].asciiLowered == needle.utf8Start[k] { k &+= 1 }
        if k == n { return true }
      }
      return false
    }
  }

  /// Whether this is the lower-case ASCII `text`, in any case.
  func equalsASCII(_ text: StaticString) -> Bool {
    count == text.utf8CodeUnitCount && containsASCII(text)
  }
}

extension UInt8 {
  @inline(__always)
  var asciiLowered: UInt8 { self &- 0x41 < 26 ? self | 0x20 : self }
}
