/// The elements that are open while a page is parsed, outermost first; the first is the arena's root.
struct HTMLOpenElements {
  struct Element {
    var node: Int32
    var tag: HTMLTag
    /// Its end tag stood inside a block within it: it ends with that block.
    var isEnded = false
    /// The name's key, by which unknown elements are told apart.
    var key: UInt64
  }

  private(set) var elements: [Element] = []
  private let roles = HTMLTagRoles.table
  /// How many elements of each tag are open, so that most useless end tags cost nothing.
  private var counts = [Int32](repeating: 0, count: 256)

  var count: Int { elements.count }

  @inline(__always)
  var top: Element { elements[elements.count &- 1] }

  @inline(__always)
  func isOpen(_ tag: HTMLTag) -> Bool { counts[Int(tag.rawValue)] > 0 }

  mutating func removeAll() {
    elements.removeAll(keepingCapacity: true)
    for i in counts.indices { counts[i] = 0 }
  }

  @inline(__always)
  mutating func push(_ element: Element) {
    elements.append(element)
    counts[Int(element.tag.rawValue)] &+= 1
  }

  @inline(__always)
  mutating func pop() -> Element {
    let element = elements.removeLast()
    counts[Int(element.tag.rawValue)] &-= 1
    return element
  }

  mutating func markEnded(_ place: Int) { elements[place].isEnded = true }

  /// The place of the innermost open `tag` with no element of `barrier` inside it, or 0.
  @inline(__always)
  func find(_ tag: HTMLTag, within barrier: HTMLTagRoles) -> Int {
    isOpen(tag) ? search(tag, within: barrier) : 0
  }

  private func search(_ tag: HTMLTag, within barrier: HTMLTagRoles) -> Int {
    var place = elements.count &- 1
    while place > 0 {
      let other = elements[place].tag
      if other == tag { return place }
      if !roles[Int(other.rawValue)].isDisjoint(with: barrier) { return 0 }
      place &-= 1
    }
    return 0
  }

  /// The place of the innermost open element of `role` with no element of `barrier` inside it, or 0.
  func find(role: HTMLTagRoles, within barrier: HTMLTagRoles) -> Int {
    var place = elements.count &- 1
    while place > 0 {
      let other = roles[Int(elements[place].tag.rawValue)]
      if !other.isDisjoint(with: role) { return place }
      if !other.isDisjoint(with: barrier) { return 0 }
      place &-= 1
    }
    return 0
  }

  /// The place of the innermost open element with this key, unless a special one stands inside it; else 0.
  func find(key: UInt64) -> Int {
    var place = elements.count &- 1
    while place > 0 {
      if elements[place].key == key { return place }
      if roles[Int(elements[place].tag.rawValue)].contains(.special) { return 0 }
      place &-= 1
    }
    return 0
  }

  /// Whether a special element is open inside the one at `place`.
  func hasSpecial(above place: Int) -> Bool {
    var other = place &+ 1
    while other < elements.count {
      if roles[Int(elements[other].tag.rawValue)].contains(.special) { return true }
      other &+= 1
    }
    return false
  }
}
