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
  private static let addressLimit = 8192
  /// The longest page, so that places fit into 32 bits.
  private static let pageLimit = 1 << 29
  /// Zeros behind the page, so that names can be read a word at a time.
  private static let padding = 16

  private let tags = HTMLNameTable.tags
  private let names = HTMLNameTable.attributes
  private let references = HTMLCharacterReferences.table
  private let ends = HTMLParser.nameEnds

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
  private struct State {
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
  private static let nameEnds: [Bool] = {
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
        i = HTMLParser.comment(page, count, i)
      }
      textStart = i
    }
    if count > textStart { text(page, textStart, count, &state) }
  }

  @inline(__always)
  private func find(
    _ byte: Int32, _ page: UnsafePointer<UInt8>, _ count: Int, _ start: Int
  ) -> Int {
    guard start < count, let found = memchr(page + start, byte, count &- start) else {
      return count
    }
    return UnsafePointer(found.assumingMemoryBound(to: UInt8.self)) - page
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
  private func decode(
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
    guard HTMLParser.isClosed(page, count, i) else { return count }
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
      return isSelfClosing ? end : drawing(page, count, end, &state)
    }
    if tag == .math { state.hasFormulas = true }
    if tag.roles.contains(.raw) { return raw(page, count, end, node, tag, key, &state) }
    if isSelfClosing, tag == .unknown || tag == .math, state.builder.open.isOpen(.math) {
      return end
    }
    state.builder.push(node, tag, key)
    return end
  }

  /// Whether the tag ends at all; one that the page's end cuts off is none.
  @inline(__always)
  private static func isClosed(_ page: UnsafePointer<UInt8>, _ count: Int, _ start: Int) -> Bool {
    start < count
  }

  /// Reads attributes up to the tag's end and gives the known ones to `node`, or to none when that is negative.
  private func attributes(
    _ page: UnsafePointer<UInt8>, _ count: Int, _ start: Int, of node: Int, _ state: inout State
  ) -> (end: Int, isSelfClosing: Bool) {
    var i = start
    var kept = 0
    while i < count {
      let byte = page[i]
      if byte == 0x3E { return (i &+ 1, i > start && page[i &- 1] == 0x2F) }
      if byte <= 0x20 || byte == 0x2F {
        i &+= 1
        continue
      }
      let nameStart = i
      i &+= 1
      while i < count, !ends[Int(page[i])], page[i] != 0x3D { i &+= 1 }
      let nameEnd = i
      while i < count, page[i] <= 0x20 { i &+= 1 }
      var value = (start: i, end: i)
      if i < count, page[i] == 0x3D {
        i &+= 1
        while i < count, page[i] <= 0x20 { i &+= 1 }
        let quote = page[i]
        if quote == 0x22 || quote == 0x27 {
          value = (i &+ 1, find(Int32(quote), page, count, i &+ 1))
          i = value.end &+ 1
        } else {
          value.start = i
          while i < count, page[i] > 0x20, page[i] != 0x3E { i &+= 1 }
          value.end = i
        }
      }
      guard node >= 0, kept < HTMLParser.attributeLimit else { continue }
      let number = names.find(HTMLNameTable.key(page + nameStart, nameEnd &- nameStart))
      let end = min(value.end, count)
      if number > 0, let name = HTMLAttributeName(rawValue: number) {
        kept &+= 1
        keep(name, page, value.start, end, node, &state)
      } else if nameEnd &- nameStart > 6, memcmp(page + nameStart, "xmlns:", 6) == 0 {
        kept &+= 1
        keepNamespace(page, nameStart &+ 6, nameEnd, value.start, end, node, &state)
      } else if end &- value.start > 2, page[value.start] == 0x7B || page[value.start] == 0x5B {
        kept &+= 1
        keepData(page, value.start, end, node, &state)
      }
    }
    return (count, false)
  }

  /// Gives the page's first `html` or `body` the attributes of a later one that it lacks.
  private func addAttributes(
    _ page: UnsafePointer<UInt8>, _ count: Int, _ start: Int, to node: Int, _ state: inout State
  ) -> Int {
    let own = state.builder.beginAttributes(of: node)
    let end = attributes(page, count, start, of: node, &state).end
    state.builder.endAttributes(of: node, adding: own)
    return end
  }

  private func keep(
    _ name: HTMLAttributeName, _ page: UnsafePointer<UInt8>, _ start: Int, _ end: Int, _ node: Int,
    _ state: inout State
  ) {
    var (place, length) = (start, 0)
    let isTooLong = (name == .src || name == .href) && end &- start > HTMLParser.addressLimit
    if end > start, !isTooLong {
      (place, length) = decode(page, start, end, in: .attribute, &state)
    }
    keep(name, place, length, node, &state)
  }

  private func keep(
    _ name: HTMLAttributeName, _ place: Int, _ length: Int, _ node: Int, _ state: inout State
  ) {
    state.builder.attributes.append(
      .init(
        name: name, start: Int32(truncatingIfNeeded: place),
        count: Int32(truncatingIfNeeded: length)))
    state.builder.nodes[node].attributeCount &+= 1
  }

  /// Keeps a namespace of XML as a prefix of RDFa, written like one.
  private func keepNamespace(
    _ page: UnsafePointer<UInt8>, _ name: Int, _ nameEnd: Int, _ start: Int, _ end: Int,
    _ node: Int, _ state: inout State
  ) {
    let place = state.decoded.count
    state.decoded.append(
      contentsOf: UnsafeBufferPointer(start: page + name, count: nameEnd &- name))
    state.decoded.append(contentsOf: [0x3A, 0x20])
    if end > start {
      state.decoded.append(
        contentsOf: UnsafeBufferPointer(start: page + start, count: end &- start))
    }
    keep(.prefix, state.base &+ place, state.decoded.count &- place, node, &state)
  }

  /// Keeps the value of an attribute without a number when it begins like JSON.
  private func keepData(
    _ page: UnsafePointer<UInt8>, _ start: Int, _ end: Int, _ node: Int, _ state: inout State
  ) {
    let before = state.decoded.count
    let (place, length) = decode(page, start, end, in: .attribute, &state)
    let isDecoded = place >= state.base
    func byte(_ i: Int) -> UInt8 {
      isDecoded ? state.decoded[place &- state.base &+ i] : page[place &+ i]
    }
    guard length > 2, byte(1) == 0x22 || byte(1) == 0x7B || byte(2) == 0x22 else {
      state.decoded.removeSubrange(before...)
      return
    }
    keep(.json, place, length, node, &state)
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

  /// Takes what follows up to the element's end tag as its text.
  private func raw(
    _ page: UnsafePointer<UInt8>, _ count: Int, _ start: Int, _ node: Int, _ tag: HTMLTag,
    _ key: UInt64, _ state: inout State
  ) -> Int {
    let length = HTMLTag.names[Int(tag.rawValue)].utf8CodeUnitCount
    var end = find(0x3C, page, count, start)
    while end < count {
      if page[end &+ 1] == 0x2F, end &+ 2 &+ length <= count,
        HTMLNameTable.key(page + (end &+ 2), length) == key, ends[Int(page[end &+ 2 &+ length])]
      {
        break
      }
      end = find(0x3C, page, count, end &+ 1)
    }
    if tag == .script, !state.hasFormulas {
      state.hasFormulas = isFormula(page, count, state.builder.attributes(of: node))
    }
    if end > start, state.builder.hasRoom() {
      let isDecoded = tag == .title || tag == .textarea
      let (place, size) =
        isDecoded
        ? decode(page, start, end, in: .text, &state) : (start, end &- start)
      let text = state.builder.append(.text)
      state.builder.nodes[text].parent = Int32(truncatingIfNeeded: node)
      state.builder.nodes[text].depth &+= 1
      state.builder.nodes[text].textStart = Int32(truncatingIfNeeded: place)
      state.builder.nodes[text].textCount = Int32(truncatingIfNeeded: size)
      state.builder.nodes[node].end = Int32(truncatingIfNeeded: text &+ 1)
    }
    return end < count ? min(count, find(0x3E, page, count, end) &+ 1) : count
  }

  /// Whether a script holds TeX by its type, which stands in the page as it is.
  private func isFormula(
    _ page: UnsafePointer<UInt8>, _ count: Int, _ attributes: ArraySlice<HTMLArena.Attribute>
  ) -> Bool {
    attributes.contains {
      $0.name == .type && $0.count >= 8 && Int($0.start) + 8 <= count
        && memcmp(page + Int($0.start), "math/tex", 8) == 0
    }
  }

  /// Where a drawing ends, the drawings in it included; `start` when it doesn't.
  private func drawing(
    _ page: UnsafePointer<UInt8>, _ count: Int, _ start: Int, _ state: inout State
  ) -> Int {
    guard !state.hasNoDrawingEnd else { return start }
    let svg: UInt64 = 0x67_7673
    var depth = 1
    var i = find(0x3C, page, count, start)
    while i < count {
      if page[i &+ 1] == 0x2F, HTMLNameTable.key(page + (i &+ 2), 3) == svg {
        depth &-= 1
        if depth == 0 { return min(count, find(0x3E, page, count, i) &+ 1) }
      } else if HTMLNameTable.key(page + (i &+ 1), 3) == svg, ends[Int(page[i &+ 4])] {
        depth &+= 1
      }
      i = find(0x3C, page, count, i &+ 1)
    }
    state.hasNoDrawingEnd = true
    return start
  }

  /// The end of a comment, a declaration or what else no element is.
  private static func comment(_ page: UnsafePointer<UInt8>, _ count: Int, _ start: Int) -> Int {
    func find(_ byte: Int32, _ from: Int) -> Int {
      guard from < count, let found = memchr(page + from, byte, count &- from) else { return count }
      return UnsafePointer(found.assumingMemoryBound(to: UInt8.self)) - page
    }
    guard page[start &+ 1] == 0x21, page[start &+ 2] == 0x2D, page[start &+ 3] == 0x2D else {
      return min(count, find(0x3E, start) &+ 1)
    }
    if page[start &+ 4] == 0x3E { return start &+ 5 }
    if page[start &+ 4] == 0x2D, page[start &+ 5] == 0x3E { return start &+ 6 }
    var i = find(0x3E, start &+ 4)
    while i < count {
      let isEnd =
        page[i &- 1] == 0x2D && page[i &- 2] == 0x2D && i &- 2 >= start &+ 4
        || page[i &- 1] == 0x21 && page[i &- 2] == 0x2D && page[i &- 3] == 0x2D
          && i &- 3 >= start &+ 4
      if isEnd { return i &+ 1 }
      i = find(0x3E, i &+ 1)
    }
    return count
  }
}
