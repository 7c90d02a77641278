internal import Glibc

/// Parses HTML into an arena: a tokenizer and tree construction of our own, in one pass, without a tree of objects.
///
/// Follows the HTML standard but where `HTMLTreeBuilder` says. Never fails: what can't be understood is left out. Linear
/// for a given budget: elements nested deeper than the depth budget become leaves of the deepest ones kept, tags with
/// more attributes than theirs lose the rest, and what follows after the node budget is dropped. Scripts and styles are
/// kept as the text of their elements, which costs nothing; what stands in `svg` is left out.
package struct HTMLParser {
  /// The most attributes of a tag that are kept.
  static let attributeLimit = 256
  /// Longer addresses are images in themselves; nothing here reads them.
  static let addressLimit = 8192
  /// The longest page, so that places fit into 32 bits.
  static let pageLimit = 1 << 29
  /// Zeros behind the page, so that names can be read a word at a time.
  static let padding = 16

  private let tags = HTMLNameTable.tags
  let names = HTMLNameTable.attributes
  private let references = HTMLCharacterReferences.table
  let ends = HTMLParser.nameEnds

  package init() {}

  /// Parses a page in UTF-8 into `arena`, whose earlier content goes.
  package func parse(_ html: [UInt8], into arena: inout HTMLArena) {
    var state = State(taking: &arena)
    var bytes = html
    let isTooLong = bytes.count > HTMLParser.pageLimit
    if isTooLong { bytes = [] }
    bytes.reserveCapacity(bytes.count + HTMLParser.padding)
    bytes.append(contentsOf: repeatElement(0, count: HTMLParser.padding))
    state.base = bytes.count
    bytes.withUnsafeBufferPointer {
      run($0.baseAddress!, $0.count - HTMLParser.padding, &state)
    }
    state.builder.finish()
    bytes.append(contentsOf: state.decoded)
    arena = HTMLArena(
      nodes: state.builder.nodes, attributes: state.builder.attributes, bytes: bytes,
      isTruncated: isTooLong || state.builder.isTruncated, hasFormulas: state.hasFormulas)
  }

  /// Parses `html`, which is UTF-8, into `arena`; what the arena held is lost and its memory reused.
  package func parse(_ html: UnsafeBufferPointer<UInt8>, into arena: inout HTMLArena) {
    parse(Array(html), into: &arena)
  }

  /// What changes while a page is parsed.
  struct State {
    var builder = HTMLTreeBuilder()
    /// Texts and values with their references resolved; they will stand behind the page.
    var decoded: [UInt8] = []
    var base = 0
    /// No end tag of a drawing follows.
    var hasNoDrawingEnd = false
    var hasFormulas = false

    init(taking arena: inout HTMLArena) {
      swap(&builder.nodes, &arena.nodes)
      swap(&builder.attributes, &arena.attributes)
      arena.removeAll()
      builder.begin()
    }
  }

  /// White space, `/`, `>` and the page's end.
  static let nameEnds: [Bool] = {
    var table = [Bool](repeating: false, count: 256)
    for byte: Int in [0x00, 0x09, 0x0A, 0x0C, 0x0D, 0x20, 0x2F, 0x3E] { table[byte] = true }
    return table
  }()
}

// The tokenizer. `page` has `count` bytes and padding of zeros behind them.
extension HTMLParser {
  private func run(_ page: UnsafePointer<UInt8>, _ count: Int, _ state: inout State) {
    var i = 0
    var textStart = 0
    while i < count {
      guard let found = memchr(page + i, 0x3C, count &- i) else { break }
      i = UnsafePointer(found.assumingMemoryBound(to: UInt8.self)) - page
      let next = page[i &+ 1]
      let isName = (next | 0x20) &- 0x61 < 26
      let isEnd = next == 0x2F && (page[i &+ 2] | 0x20) &- 0x61 < 26
      guard isName || isEnd || next == 0x21 || next == 0x3F || next == 0x2F && i &+ 2 < count
      else {
        i &+= 1
        continue
      }
      if i > textStart { text(page, textStart, i, &state) }
      if isName {
        i = startTag(page, count, i &+ 1, &state)
      } else if isEnd {
        i = endTag(page, count, i &+ 2, &state)
      } else {
        i = HTMLSkipping.commentEnd(page, count, i)
      }
      textStart = i
    }
    if count > textStart { text(page, textStart, count, &state) }
  }

  private func text(
    _ page: UnsafePointer<UInt8>, _ start: Int, _ end: Int, _ state: inout State
  ) {
    var first = start
    while first < end, page[first] <= 0x20 { first &+= 1 }
    if first == end { return state.builder.text(start, end &- start, isBlank: true) }
    let (place, length) = decode(page, start, end, in: .text, &state)
    state.builder.text(place, length, isBlank: false)
  }

  /// Where the text stands with its references resolved: in the page when it has none.
  @inline(__always)
  func decode(
    _ page: UnsafePointer<UInt8>, _ start: Int, _ end: Int, in kind: HTMLCharacterReferences.Place,
    _ state: inout State
  ) -> (Int, Int) {
    guard memchr(page + start, 0x26, end &- start) != nil else { return (start, end &- start) }
    let place = state.decoded.count
    references.append(
      UnsafeBufferPointer(start: page + start, count: end &- start), kind, to: &state.decoded)
    return (state.base &+ place, state.decoded.count &- place)
  }

  /// A start tag whose name begins at `start`; returns where to go on.
  private func startTag(
    _ page: UnsafePointer<UInt8>, _ count: Int, _ start: Int, _ state: inout State
  ) -> Int {
    var i = start
    while !ends[Int(page[i])] || page[i] == 0 && i < count { i &+= 1 }
    let key = HTMLNameTable.key(page + start, i &- start)
    let tag = HTMLTag(rawValue: tags.find(key))
    // A tag that the page's end cuts off is none.
    guard i < count else { return count }
    guard state.builder.prepare(tag), state.builder.hasRoom() else {
      if let first = state.builder.firstElement(tag) {
        return addAttributes(page, count, i, to: first, &state)
      }
      return attributes(page, count, i, of: -1, &state).end
    }
    let node = state.builder.append(tag)
    let (end, isSelfClosing) = attributes(page, count, i, of: node, &state)
    if tag.roles.contains(.void) { return end }
    if tag == .svg {
      return isSelfClosing
        ? end : HTMLSkipping.drawingEnd(page, count, end, hasNone: &state.hasNoDrawingEnd)
    }
    if tag == .math { state.hasFormulas = true }
    if tag.roles.contains(.raw) { return raw(page, count, end, node, tag, key, &state) }
    if isSelfClosing, tag == .unknown || tag == .math, state.builder.open.isOpen(.math) {
      return end
    }
    state.builder.push(node, tag, key)
    return end
  }

  /// An end tag whose name begins at `start`.
  private func endTag(
    _ page: UnsafePointer<UInt8>, _ count: Int, _ start: Int, _ state: inout State
  ) -> Int {
    var i = start
    while !ends[Int(page[i])] || page[i] == 0 && i < count { i &+= 1 }
    let key = HTMLNameTable.key(page + start, i &- start)
    let end = attributes(page, count, i, of: -1, &state).end
    state.builder.end(HTMLTag(rawValue: tags.find(key)), key)
    return end
  }
}
