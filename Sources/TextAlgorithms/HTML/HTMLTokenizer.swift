internal import Glibc

/// Cuts a page into tags and texts, as the HTML standard does, and reads what of them the arena keeps.
///
/// Never fails: what can't be understood is left out. Linear: each byte is looked at a few times. Comments, declarations
/// and what stands in `svg` are passed; scripts and styles are handed over as one text.
struct HTMLTokenizer {
  /// The most attributes of a tag that are kept.
  static let attributeLimit = 256
  /// Longer addresses are images in themselves; nothing here reads them.
  static let addressLimit = 8192
  /// The longest page, so that places fit into 32 bits.
  static let pageLimit = 1 << 29
  /// Zeros behind the page, so that names can be read a word at a time.
  static let padding = 16

  /// The attributes of all tags one after the other.
  var attributes: [HTMLArena.Attribute] = []
  /// Texts and values with their references resolved; they will stand behind the page and its padding.
  var decoded: [UInt8] = []
  private(set) var hasFormulas = false

  /// The page with its padding: what the arena's bytes begin with.
  private(set) var page: [UInt8] = []
  /// Where `decoded` will begin.
  private(set) var base = 0
  /// No end tag of a drawing follows.
  private var hasNoDrawingEnd = false

  private let tags = HTMLNameTable.tags
  let names = HTMLNameTable.attributes
  private let references = HTMLCharacterReferences.table

  /// White space, `/`, `>` and the page's end.
  @inline(__always)
  static func isNameEnd(_ byte: UInt8) -> Bool {
    let ends: UInt64 =
      1 << 0x00 | 1 << 0x09 | 1 << 0x0A | 1 << 0x0C | 1 << 0x0D | 1 << 0x20 | 1 << 0x2F | 1 << 0x3E
    return byte < 64 && ends &>> UInt64(byte) & 1 == 1
  }

  /// Hands the tokens of a page in UTF-8 to `sink`; `attributes` are used again. A page over the limit has none.
  mutating func run(
    _ html: [UInt8], reusing attributes: inout [HTMLArena.Attribute],
    into sink: inout some HTMLTokenSink
  ) {
    swap(&self.attributes, &attributes)
    self.attributes.removeAll(keepingCapacity: true)
    decoded.removeAll(keepingCapacity: true)
    (hasFormulas, hasNoDrawingEnd) = (false, false)
    var bytes = html.count > HTMLTokenizer.pageLimit ? [] : html
    bytes.reserveCapacity(bytes.count + HTMLTokenizer.padding)
    bytes.append(contentsOf: repeatElement(0, count: HTMLTokenizer.padding))
    base = bytes.count
    // SAFETY: every look beyond the page's end stays within the padding.
    bytes.withUnsafeBufferPointer {
      run($0.baseAddress!, $0.count - HTMLTokenizer.padding, &sink)
    }
    page = bytes
  }

  /// Gives the arena what was read: its attributes and bytes.
  mutating func finish(_ arena: inout HTMLArena, isTruncated: Bool) {
    swap(&arena.attributes, &attributes)
    arena.bytes = []
    swap(&arena.bytes, &page)
    arena.bytes.append(contentsOf: decoded)
    arena.hasFormulas = hasFormulas
    arena.isTruncated = isTruncated
  }

  private mutating func run(
    _ page: UnsafePointer<UInt8>, _ count: Int, _ sink: inout some HTMLTokenSink
  ) {
    var i = 0
    var textStart = 0
    while i < count {
      i = HTMLSkipping.find(0x3C, page, count, i)
      guard i < count else { break }
      let next = page[i &+ 1]
      let isName = (next | 0x20) &- 0x61 < 26
      let isEnd = next == 0x2F && (page[i &+ 2] | 0x20) &- 0x61 < 26
      guard isName || isEnd || next == 0x21 || next == 0x3F || next == 0x2F && i &+ 2 < count
      else {
        i &+= 1
        continue
      }
      if i > textStart { text(page, textStart, i, &sink) }
      if isName {
        i = startTag(page, count, i &+ 1, &sink)
      } else if isEnd {
        i = endTag(page, count, i &+ 2, &sink)
      } else {
        i = HTMLSkipping.commentEnd(page, count, i)
      }
      textStart = i
    }
    if count > textStart { text(page, textStart, count, &sink) }
  }

  @inline(__always)
  private mutating func text(
    _ page: UnsafePointer<UInt8>, _ start: Int, _ end: Int, _ sink: inout some HTMLTokenSink
  ) {
    var first = start
    while first < end, page[first] <= 0x20 { first &+= 1 }
    if first == end { return sink.text(.init(start: start, count: end &- start, isBlank: true)) }
    let (place, length) = decode(page, start, end, in: .text)
    sink.text(.init(start: place, count: length, isBlank: false))
  }

  /// Where the text stands with its references resolved: in the page when it has none.
  @inline(__always)
  mutating func decode(
    _ page: UnsafePointer<UInt8>, _ start: Int, _ end: Int, in kind: HTMLCharacterReferences.Place
  ) -> (Int, Int) {
    guard memchr(page + start, 0x26, end &- start) != nil else { return (start, end &- start) }
    let place = decoded.count
    references.append(
      UnsafeBufferPointer(start: page + start, count: end &- start), kind, to: &decoded)
    return (base &+ place, decoded.count &- place)
  }

  /// The tag whose name begins at `start`, and where the name ends.
  @inline(__always)
  private func name(
    _ page: UnsafePointer<UInt8>, _ count: Int, _ start: Int
  ) -> (token: HTMLTagToken, end: Int) {
    var i = start
    while !HTMLTokenizer.isNameEnd(page[i]) || page[i] == 0 && i < count { i &+= 1 }
    let key = HTMLNameTable.key(page + start, i &- start)
    let token = HTMLTagToken(
      tag: HTMLTag(rawValue: tags.find(key)), key: key,
      name: UnsafeBufferPointer(start: page + start, count: i &- start),
      attributes: attributes.count)
    return (token, i)
  }

  /// A start tag whose name begins at `start`; returns where to go on.
  @inline(__always)
  private mutating func startTag(
    _ page: UnsafePointer<UInt8>, _ count: Int, _ start: Int, _ sink: inout some HTMLTokenSink
  ) -> Int {
    var (token, i) = name(page, count, start)
    let tag = token.tag
    let isSelfClosing = readAttributes(page, count, &i)
    // A tag that the page's end cuts off is none.
    guard i <= count else {
      attributes.removeSubrange(token.attributes...)
      return count
    }
    token.isSelfClosing = isSelfClosing
    if tag == .math { hasFormulas = true }
    if tag == .script, !hasFormulas {
      hasFormulas = holdsFormula(page, count, from: token.attributes)
    }
    sink.start(token, &attributes)
    if tag == .svg {
      return isSelfClosing
        ? i : HTMLSkipping.drawingEnd(page, count, i, hasNone: &hasNoDrawingEnd)
    }
    guard tag.roles.contains(.raw) else { return i }
    let end = HTMLSkipping.rawEnd(page, count, i, tag, token.key)
    let isDecoded = tag == .title || tag == .textarea
    let (place, size) = isDecoded ? decode(page, i, end, in: .text) : (i, end &- i)
    sink.raw(token, .init(start: place, count: size, isBlank: false))
    return end < count ? min(count, HTMLSkipping.find(0x3E, page, count, end) &+ 1) : count
  }

  /// An end tag whose name begins at `start`.
  @inline(__always)
  private mutating func endTag(
    _ page: UnsafePointer<UInt8>, _ count: Int, _ start: Int, _ sink: inout some HTMLTokenSink
  ) -> Int {
    let (token, end) = name(page, count, start)
    sink.end(token)
    return min(count, HTMLSkipping.tagEnd(page, count, end))
  }

  /// Whether a script holds TeX by its type, which stands in the page as it is.
  private func holdsFormula(
    _ page: UnsafePointer<UInt8>, _ count: Int, from start: Int
  ) -> Bool {
    attributes[start...].contains {
      $0.name == .type && $0.count >= 8 && Int($0.start) + 8 <= count
        && memcmp(page + Int($0.start), "math/tex", 8) == 0
    }
  }
}
