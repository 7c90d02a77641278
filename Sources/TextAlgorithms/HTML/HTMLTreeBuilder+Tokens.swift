// Where the page's tokens go in the tree.
extension HTMLTreeBuilder: HTMLTokenSink {
  /// The most later tags of `html` and `body` whose attributes count.
  static let laterTagLimit = 64

  @inline(__always)
  mutating func start(_ token: HTMLTagToken, _ attributes: inout [HTMLArena.Attribute]) {
    let tag = token.tag
    guard prepare(tag), hasRoom() else {
      return addAttributes(tag, &attributes, from: token.attributes)
    }
    let node = append(tag)
    nodes[node].attributeStart = Int32(truncatingIfNeeded: token.attributes)
    nodes[node].attributeCount = UInt16(truncatingIfNeeded: attributes.count &- token.attributes)
    if tag == .svg || !tag.roles.isDisjoint(with: [.void, .raw]) { return }
    if token.isSelfClosing, tag == .unknown || tag == .math, open.isOpen(.math) { return }
    push(node, tag, token.key)
  }

  mutating func raw(_ token: HTMLTagToken, _ text: HTMLTextToken) {
    // Where the element found no room its text finds none either.
    guard text.count > 0, hasRoom() else { return }
    let node = nodes.count - 1
    let place = append(.text)
    nodes[place].parent = Int32(truncatingIfNeeded: node)
    nodes[place].depth &+= 1
    nodes[place].textStart = Int32(truncatingIfNeeded: text.start)
    nodes[place].textCount = Int32(truncatingIfNeeded: text.count)
    nodes[node].end = Int32(truncatingIfNeeded: place &+ 1)
  }

  @inline(__always)
  mutating func end(_ token: HTMLTagToken) { end(token.tag, token.key) }

  /// White space where none counts is dropped.
  @inline(__always)
  mutating func text(_ text: HTMLTextToken) {
    self.text(text.start, text.count, isBlank: text.isBlank)
  }

  /// Gives the page's first `html` or `body` those attributes of a later one that it lacks.
  private mutating func addAttributes(
    _ tag: HTMLTag, _ attributes: inout [HTMLArena.Attribute], from start: Int
  ) {
    guard let first = firstElement(tag) else { return attributes.removeSubrange(start...) }
    laterTags += 1
    let own = Int(nodes[first].attributeStart)
    let joined = attributes.join(own..<own + Int(nodes[first].attributeCount), from: start)
    nodes[first].attributeStart = Int32(truncatingIfNeeded: joined.lowerBound)
    nodes[first].attributeCount = UInt16(truncatingIfNeeded: joined.count)
  }

  /// The page's `html` or `body`, to which a later tag of the name adds attributes; nil where it adds none.
  private func firstElement(_ tag: HTMLTag) -> Int? {
    let place = tag == .html ? 1 : tag == .body ? 2 : Int.max
    guard laterTags < HTMLTreeBuilder.laterTagLimit, open.count > place,
      open.elements[place].tag == tag, !open.isOpen(.template)
    else { return nil }
    return Int(open.elements[place].node)
  }
}
