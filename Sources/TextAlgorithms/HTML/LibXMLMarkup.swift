internal import Glibc

/// A page as libxml2 is to read it: its tags with the attributes that the arena keeps, and its texts.
///
/// Comments, declarations and drawings are left out. What scripts and their like hold becomes the number of its place in
/// `raws`, because it is most of many pages and no markup. References are resolved by the table of the HTML standard,
/// of which libxml2 knows a tenth, and written again as the few that it needs. Linear in the page.
struct LibXMLMarkup {
  /// The most attributes of a tag that are handed to libxml2, which compares each with all before it.
  static let attributeLimit = 256
  /// Stand behind a page's `html` or `body` that may not be the first, with its attributes.
  static let (htmlMark, bodyMark) = (Array("tm-html".utf8), Array("tm-body".utf8))

  /// The element that a mark speaks of; nil for every other name.
  static func marked(_ name: UnsafePointer<UInt8>) -> HTMLTag? {
    guard name[0] == 0x74, name[1] == 0x6D, name[2] == 0x2D else { return nil }
    let rest = UnsafeRawPointer(name + 3).assumingMemoryBound(to: CChar.self)
    return strcmp(rest, "body") == 0 ? .body : strcmp(rest, "html") == 0 ? .html : nil
  }

  var bytes: [UInt8] = []
  /// Where the texts of raw elements stand in the page.
  private(set) var raws: [Range<Int>] = []
  private(set) var hasFormulas = false

  var decoded: [UInt8] = []
  /// Nothing but what belongs into a head was seen.
  var isInHead = true
  /// A `noscript` of the head is open that was not handed on.
  var isInHeadNoscript = false
  private var isInMath = false
  private var hasNoDrawingEnd = false
  var hasZeros = false
  /// Tags of `html` and `body` whose attributes were handed on.
  var pageTags = 0

  private let ends = HTMLParser.nameEnds
  private let tags = HTMLNameTable.tags
  let names = HTMLNameTable.attributes
  let references = HTMLCharacterReferences.table

  /// Reads a page of `count` bytes with `HTMLParser.padding` zeros behind them.
  mutating func read(_ page: UnsafePointer<UInt8>, _ count: Int) {
    bytes.removeAll(keepingCapacity: true)
    raws.removeAll(keepingCapacity: true)
    (hasFormulas, isInMath, hasNoDrawingEnd, pageTags) = (false, false, false, 0)
    (isInHead, isInHeadNoscript) = (true, false)
    hasZeros = memchr(page, 0, count) != nil
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
      appendText(page, textStart, i)
      if isName {
        i = startTag(page, count, i &+ 1)
      } else if isEnd {
        i = endTag(page, count, i &+ 2)
      } else {
        i = HTMLSkipping.commentEnd(page, count, i)
      }
      textStart = i
    }
    appendText(page, textStart, count)
  }

  private mutating func appendName(
    _ tag: HTMLTag, _ page: UnsafePointer<UInt8>, _ start: Int, _ end: Int
  ) {
    let name = tag.name
    guard tag == .unknown else {
      bytes.append(
        contentsOf: UnsafeBufferPointer(start: name.utf8Start, count: name.utf8CodeUnitCount))
      return
    }
    // libxml2 reads names of a hundred letters, digits and some marks.
    for i in start..<min(end, start &+ 64) {
      let byte = page[i]
      let isPlain = (byte | 0x20) &- 0x61 < 26 || byte &- 0x30 < 10 || byte == 0x2D
      bytes.append(isPlain ? byte : 0x5F)
    }
  }

  /// A start tag whose name begins at `start`; returns where to go on.
  private mutating func startTag(_ page: UnsafePointer<UInt8>, _ count: Int, _ start: Int) -> Int {
    var i = start
    while !ends[Int(page[i])] || page[i] == 0 && i < count { i &+= 1 }
    let key = HTMLNameTable.key(page + start, i &- start)
    let tag = HTMLTag(rawValue: tags.find(key))
    guard i < count else { return count }
    if isInHead {
      if tag == .noscript {
        isInHeadNoscript = true
        return min(count, HTMLSkipping.tagEnd(page, count, i))
      }
      if isInHeadNoscript, tag == .img || tag == .iframe {
        return min(count, HTMLSkipping.tagEnd(page, count, i))
      }
      if !tag.roles.contains(.metadata), tag != .head, tag != .html { endHead() }
    }
    let tagStart = bytes.count
    bytes.append(0x3C)
    appendName(tag, page, start, i)
    let before = bytes.count
    let (end, isSelfClosing) = attributes(page, count, i)
    // A tag that the page's end cuts off is none.
    guard end <= count else {
      bytes.removeSubrange(tagStart...)
      return count
    }
    if tag.roles.contains(.void) {
      bytes.append(contentsOf: "/>".utf8)
      return end
    }
    let mathLeaf = isInMath && isSelfClosing && (tag == .unknown || tag == .math)
    if mathLeaf { bytes.append(0x2F) }
    if tag == .math { (isInMath, hasFormulas) = (true, true) }
    bytes.append(0x3E)
    if tag == .body || tag == .html { markAgain(tag, before) }
    if tag == .svg {
      bytes.append(contentsOf: "</svg>".utf8)
      return isSelfClosing
        ? end : HTMLSkipping.drawingEnd(page, count, end, hasNone: &hasNoDrawingEnd)
    }
    if tag.roles.contains(.raw) { return raw(page, count, end, tag, key, before) }
    return end
  }

  /// An end tag whose name begins at `start`. Those of the page itself end nothing: what follows still belongs to it.
  private mutating func endTag(_ page: UnsafePointer<UInt8>, _ count: Int, _ start: Int) -> Int {
    var i = start
    while !ends[Int(page[i])] || page[i] == 0 && i < count { i &+= 1 }
    let tag = HTMLTag(rawValue: tags.find(HTMLNameTable.key(page + start, i &- start)))
    if tag == .math { isInMath = false }
    if isInHeadNoscript, tag == .noscript || tag == .iframe {
      isInHeadNoscript = tag != .noscript
      return min(count, HTMLSkipping.tagEnd(page, count, i))
    }
    if tag == .head { (isInHead, isInHeadNoscript) = (false, false) }
    if tag != .body, tag != .html, !tag.roles.contains(.void) || tag == .br {
      bytes.append(contentsOf: "</".utf8)
      appendName(tag, page, start, i)
      bytes.append(0x3E)
    }
    return min(count, HTMLSkipping.tagEnd(page, count, i))
  }

  /// Whatever comes now belongs to the body, and to the `noscript` that is open.
  ///
  /// For libxml2 a `noscript` begins the body; in heads it holds mostly a counter's image.
  mutating func endHead() {
    isInHead = false
    if isInHeadNoscript { bytes.append(contentsOf: "<noscript>".utf8) }
    isInHeadNoscript = false
  }

  /// Takes what follows up to the element's end tag as its text.
  private mutating func raw(
    _ page: UnsafePointer<UInt8>, _ count: Int, _ start: Int, _ tag: HTMLTag, _ key: UInt64,
    _ attributes: Int
  ) -> Int {
    let end = HTMLSkipping.rawEnd(page, count, start, tag, key)
    if tag == .title || tag == .textarea {
      appendEscaped(page, start, end, in: .text)
    } else {
      if tag == .script, !hasFormulas {
        hasFormulas = bytes[attributes...].containsASCII("math/tex")
      }
      if end > start {
        bytes.append(contentsOf: "\(raws.count)".utf8)
        raws.append(start..<end)
      }
    }
    bytes.append(contentsOf: "</".utf8)
    appendName(tag, page, start, start)
    bytes.append(0x3E)
    return end < count ? min(count, HTMLSkipping.find(0x3E, page, count, end) &+ 1) : count
  }
}
