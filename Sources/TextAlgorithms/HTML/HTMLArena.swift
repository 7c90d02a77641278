internal import CLanes

/// A parsed page as flat arrays: nodes in document order, text and attributes as parts of one byte buffer.
///
/// The buffer begins with the page itself; what had character references follows with them resolved.
/// A node's subtree is `node + 1 ..< nodes[node].end`, so that it can be passed over in one step. Node 0
/// is a root without a tag that holds everything.
package struct HTMLArena: Sendable {
  /// An element or a text.
  package struct Node: Sendable {
    package var tag: HTMLTag
    package var depth: UInt16
    package var attributeCount: UInt16
    package var attributeStart: Int32
    package var parent: Int32
    /// One past the last node of the subtree.
    package var end: Int32
    /// Where the text of a text node stands in `bytes`.
    package var textStart: Int32
    package var textCount: Int32
  }

  /// An attribute: its name and where its value stands in `bytes`.
  package struct Attribute: Sendable {
    package var name: HTMLAttributeName
    package var start: Int32
    package var count: Int32
  }

  package internal(set) var nodes: [Node] = []
  package internal(set) var attributes: [Attribute] = []
  package internal(set) var bytes: [UInt8] = []
  /// True when a budget ended the page early.
  package internal(set) var isTruncated = false
  /// Whether formulas are marked up as such somewhere.
  package internal(set) var hasFormulas = false

  package init() {}

  /// The value's place in `bytes`, or nil when the element hasn't got the attribute.
  package func attributeRange(_ node: Int, _ name: HTMLAttributeName) -> Range<Int>? {
    let start = Int(nodes[node].attributeStart)
    for i in start..<start + Int(nodes[node].attributeCount) where attributes[i].name == name {
      return Int(attributes[i].start)..<Int(attributes[i].start + attributes[i].count)
    }
    return nil
  }

  /// The value's bytes, or nil when the element hasn't got the attribute.
  package func attribute(_ node: Int, _ name: HTMLAttributeName) -> ArraySlice<UInt8>? {
    attributeRange(node, name).map { bytes[$0] }
  }

  /// The value as text, or nil when the element hasn't got the attribute.
  package func attributeText(_ node: Int, _ name: HTMLAttributeName) -> String? {
    attribute(node, name).map { String(decoding: $0, as: UTF8.self) }
  }

  /// The place of a text node's text in `bytes`.
  @inline(__always)
  package func textRange(_ node: Int) -> Range<Int> {
    let start = Int(nodes[node].textStart)
    return start..<start + Int(nodes[node].textCount)
  }

  /// The text of a subtree with runs of white space as one space, cut at `limit` bytes or a little more.
  package func collapsedText(_ node: Int, limit: Int = 4096) -> [UInt8] {
    var out: [UInt8] = []
    var i = node
    while i < Int(nodes[node].end), out.count < limit {
      let tag = nodes[i].tag
      if tag == .text {
        out.appendCollapsed(bytes, textRange(i))
      } else if i > node, tag.isSkipped {
        i = Int(nodes[i].end)
        continue
      } else if !tag.isInline || tag == .br, let last = out.last, last != 0x20 {
        out.append(0x20)
      }
      i += 1
    }
    while out.last == 0x20 { out.removeLast() }
    return out
  }
}

extension [UInt8] {
  /// Appends a part of `bytes` with each run of ASCII white space or no-break spaces as one space, and
  /// none after a space or at the beginning.
  mutating func appendCollapsed(_ bytes: [UInt8], _ range: Range<Int>) {
    bytes.withUnsafeBufferPointer { source in
      // SAFETY: `range` lies in `bytes`; the arena made it.
      var i = range.lowerBound
      while i < range.upperBound {
        let byte = source[i]
        if byte <= 0x20 || byte == 0x7F {
          if let last, last != 0x20 { append(0x20) }
          i &+= 1
        } else if byte == 0xC2, i &+ 1 < range.upperBound, source[i &+ 1] == 0xA0 {
          if let last, last != 0x20 { append(0x20) }
          i &+= 2
        } else {
          let run =
            i &+ Swift.max(1, tm_collapsed_run(source.baseAddress! + i, range.upperBound &- i))
          append(contentsOf: UnsafeBufferPointer(rebasing: source[i..<run]))
          i = run
        }
      }
    }
  }
}
