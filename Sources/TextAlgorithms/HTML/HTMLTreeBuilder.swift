/// Puts elements and texts into an arena by the HTML standard's rules of tree construction.
///
/// Implied elements, implied ends and scopes are the standard's. Three things differ because nodes stand in document
/// order: what a table can't hold stays where it is written; a formatting element or form whose end tag stands
/// inside a block within it ends with that block; formatting isn't taken up again in the next block.
struct HTMLTreeBuilder {
  /// The most open elements; those nested deeper are leaves of the deepest ones kept.
  static let depthLimit = 512
  /// The most nodes of a page; what follows is left out.
  static let nodeLimit = 2_000_000

  var nodes: [HTMLArena.Node] = []
  private(set) var isTruncated = false
  var open = HTMLOpenElements()
  private let roles = HTMLTagRoles.table
  private var hasHTML = false
  private var hasHead = false
  private(set) var hasBody = false
  var hasForm = false
  /// Tags of `html` and `body` that gave their attributes to the first of their kind.
  var laterTags = 0
  /// Elements beyond the depth limit whose end is still to come.
  private var overflow = 0

  mutating func begin() {
    nodes.removeAll(keepingCapacity: true)
    open.removeAll()
    (isTruncated, hasHTML, hasHead, hasBody, hasForm) = (false, false, false, false, false)
    (overflow, laterTags) = (0, 0)
    let root = append(.unknown)
    open.push(.init(node: Int32(root), tag: .unknown, key: 0))
  }

  mutating func finish() {
    close(0)
    nodes[0].end = Int32(nodes.count)
  }

  /// Makes room for an element that begins; false when the tag means nothing here.
  @inline(__always)
  mutating func prepare(_ tag: HTMLTag) -> Bool {
    if !hasBody {
      guard enter(tag) else { return false }
      if tag == .html || tag == .head || tag == .body { return true }
    }
    let role = roles[Int(tag.rawValue)]
    if role.contains(.closesParagraph) {
      if open.isOpen(.select) { closeSelect() }
      closeParagraph()
    }
    return role.contains(.hasStartRule) ? prepareByRule(tag, role) : true
  }

  /// Adds a node for the element that `prepare` made room for.
  @inline(__always)
  mutating func append(_ tag: HTMLTag) -> Int {
    let node = nodes.count
    nodes.append(
      .init(
        tag: tag, depth: UInt16(truncatingIfNeeded: open.count), attributeCount: 0,
        attributeStart: 0,
        parent: open.count > 0 ? open.top.node : -1, end: Int32(truncatingIfNeeded: node &+ 1),
        textStart: 0, textCount: 0))
    return node
  }

  /// Opens the element of a node, so that what follows stands in it.
  @inline(__always)
  mutating func push(_ node: Int, _ tag: HTMLTag, _ key: UInt64) {
    guard open.count < HTMLTreeBuilder.depthLimit else {
      overflow &+= 1
      return
    }
    open.push(.init(node: Int32(truncatingIfNeeded: node), tag: tag, key: key))
  }

  /// Whether there is room for one more node.
  @inline(__always)
  mutating func hasRoom() -> Bool {
    if nodes.count < HTMLTreeBuilder.nodeLimit { return true }
    isTruncated = true
    return false
  }

  /// Adds a text; white space where none counts is dropped.
  @inline(__always)
  mutating func text(_ start: Int, _ count: Int, isBlank: Bool) {
    if !hasBody {
      if isBlank { return }
      if !open.isOpen(.template) { openBody() }
    }
    if isBlank, roles[Int(open.top.tag.rawValue)].contains(.ignoresSpace) { return }
    guard hasRoom() else { return }
    let node = append(.text)
    nodes[node].textStart = Int32(truncatingIfNeeded: start)
    nodes[node].textCount = Int32(truncatingIfNeeded: count)
  }

  /// Closes the open elements down to `place`, that one included, and those that had ended below it.
  @inline(__always)
  mutating func close(_ place: Int) {
    while open.count > place { pop() }
    while open.count > 1, open.top.isEnded { pop() }
  }

  @inline(__always)
  private mutating func pop() {
    let element = open.pop()
    nodes[Int(element.node)].end = Int32(truncatingIfNeeded: nodes.count)
  }

  @inline(__always)
  mutating func closeParagraph() {
    let place = open.find(.p, within: .buttonScope)
    if place > 0 { close(place) }
  }

  private mutating func closeSelect() {
    let place = open.find(.select, within: .tableScope)
    if place > 0 { close(place) }
  }

  /// True when an end tag belongs to an element beyond the depth limit.
  @inline(__always)
  mutating func endsOverflow() -> Bool {
    guard overflow > 0 else { return false }
    overflow &-= 1
    return true
  }
}

// The page's own elements, which its author may leave out.
extension HTMLTreeBuilder {

  /// What comes before the body: opens what the element needs; false when it is left out.
  private mutating func enter(_ tag: HTMLTag) -> Bool {
    if tag == .html {
      defer { hasHTML = true }
      return !hasHTML
    }
    openHTML()
    if open.isOpen(.template), tag != .body { return true }
    if open.isOpen(.noscript), tag == .img || tag == .iframe { return true }
    if tag == .head {
      defer { hasHead = true }
      return !hasHead
    }
    if roles[Int(tag.rawValue)].contains(.metadata) {
      if !hasHead { openHead() }
      return true
    }
    close(2)
    hasHead = true
    if tag == .body {
      hasBody = true
    } else if tag != .frameset {
      openBody()
    }
    return true
  }

  private mutating func openHTML() {
    guard !hasHTML else { return }
    hasHTML = true
    push(append(.html), .html, 0)
  }

  private mutating func openHead() {
    hasHead = true
    push(append(.head), .head, 0)
  }

  private mutating func openBody() {
    openHTML()
    close(2)
    (hasHead, hasBody) = (true, true)
    push(append(.body), .body, 0)
  }
}
