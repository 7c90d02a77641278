// A page's later `html` and `body` tags are no elements, but what they say counts.
extension HTMLTreeBuilder {
  /// The most later tags whose attributes count.
  static let laterTagLimit = 64

  /// The page's `html` or `body`, to which a later tag of the name adds attributes; nil where it adds none.
  func firstElement(_ tag: HTMLTag) -> Int? {
    let place = tag == .html ? 1 : tag == .body ? 2 : Int.max
    guard laterTags < HTMLTreeBuilder.laterTagLimit, open.count > place,
      open.elements[place].tag == tag, !open.isOpen(.template)
    else { return nil }
    return Int(open.elements[place].node)
  }

  /// Takes a node's attributes away, so that those that follow are its only ones; answers where they stood.
  mutating func beginAttributes(of node: Int) -> Range<Int> {
    laterTags += 1
    let start = Int(nodes[node].attributeStart)
    let own = start..<start + Int(nodes[node].attributeCount)
    nodes[node].attributeStart = Int32(truncatingIfNeeded: attributes.count)
    nodes[node].attributeCount = 0
    return own
  }

  /// Gives a node its `own` attributes back, and of those that it got since the ones whose names it lacks.
  mutating func endAttributes(of node: Int, adding own: Range<Int>) {
    let place = Int(nodes[node].attributeStart)
    let names = Set(attributes[own].map(\.name))
    let new = attributes[place...].filter { !names.contains($0.name) }
    attributes.removeSubrange(place...)
    if new.isEmpty {
      nodes[node].attributeStart = Int32(truncatingIfNeeded: own.lowerBound)
    } else {
      attributes += Array(attributes[own]) + new
    }
    nodes[node].attributeCount = UInt16(truncatingIfNeeded: own.count + new.count)
  }
}
