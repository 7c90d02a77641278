/// A page's outline as libxml2 reads it: its tags without attributes, and two letters for each text.
///
/// libxml2 decides about the elements: which are implied, which end where. What stands in them needn't pass through it:
/// a start tag is known by its place in the outline, a text by the letters for its number.
struct LibXMLMarkup: HTMLTokenSink {
  /// A start tag of the outline.
  struct Start {
    /// The places of its `<` and behind its `>`, between which libxml2 stands when it says that the element begins.
    var begin: Int32
    var end: Int32
    var attributeStart: Int32
    var attributeCount: UInt16
    var tag: HTMLTag
  }

  private(set) var bytes: [UInt8] = []
  private(set) var starts: [Start] = []
  private(set) var texts: [HTMLTextToken] = []
  /// The letters of texts' numbers begin with `?` and hold neither `<` nor `&`.
  static let (letters, firstLetter): (Int, UInt8) = (64, 0x3F)

  /// Nothing but what belongs into a head was seen.
  private var isInHead = true
  /// The body began.
  private var hasBody = false
  /// A `noscript` of the head is open that was not handed on.
  private var isInHeadNoscript = false
  private var isInMath = false
  /// Tags of `html` and `body`; the attributes of the first ones alone count.
  private var pageTags = 0

  mutating func begin() {
    bytes.removeAll(keepingCapacity: true)
    starts.removeAll(keepingCapacity: true)
    texts.removeAll(keepingCapacity: true)
    (isInHead, hasBody, isInHeadNoscript, isInMath, pageTags) = (true, false, false, false, 0)
  }

  mutating func start(_ token: HTMLTagToken, _ attributes: inout [HTMLArena.Attribute]) {
    let tag = token.tag
    if isInHead, tag == .noscript {
      isInHeadNoscript = true
      return
    }
    if isInHeadNoscript, tag == .img || tag == .iframe { return }
    if !tag.roles.contains(.metadata), tag != .head, tag != .html { beginBody() }
    if tag == .body || tag == .html {
      pageTags += 1
      if pageTags > HTMLTreeBuilder.laterTagLimit {
        attributes.removeSubrange(token.attributes...)
      }
    }
    let begin = bytes.count
    bytes.append(0x3C)
    appendName(token)
    let isLeaf =
      tag.roles.contains(.void)
      || token.isSelfClosing && isInMath && (tag == .unknown || tag == .math)
    if tag == .math { isInMath = true }
    if isLeaf { bytes.append(0x2F) }
    bytes.append(0x3E)
    starts.append(
      .init(
        begin: Int32(truncatingIfNeeded: begin), end: Int32(truncatingIfNeeded: bytes.count),
        attributeStart: Int32(truncatingIfNeeded: token.attributes),
        attributeCount: UInt16(truncatingIfNeeded: attributes.count - token.attributes), tag: tag))
    if tag == .svg { appendEnd(token) }
  }

  mutating func raw(_ token: HTMLTagToken, _ text: HTMLTextToken) {
    if isInHeadNoscript, token.tag == .iframe { return }
    if text.count > 0 { append(text) }
    appendEnd(token)
  }

  /// The ends of `html` and `body` end nothing: what follows still belongs to them.
  mutating func end(_ token: HTMLTagToken) {
    let tag = token.tag
    if isInHeadNoscript, tag == .noscript {
      isInHeadNoscript = false
      return
    }
    if tag == .math { isInMath = false }
    if tag == .head { (isInHead, isInHeadNoscript) = (false, false) }
    guard tag != .body, tag != .html, !tag.roles.contains(.void) || tag == .br else { return }
    appendEnd(token)
  }

  mutating func text(_ text: HTMLTextToken) {
    if text.isBlank, !hasBody { return }
    beginBody()
    append(text)
  }

  /// Whatever comes now belongs to the body, and to the `noscript` that is open.
  ///
  /// For libxml2 a `noscript` begins the body; in heads it holds mostly a counter's image.
  private mutating func beginBody() {
    if isInHeadNoscript { bytes.append(contentsOf: "<noscript>".utf8) }
    (isInHead, isInHeadNoscript, hasBody) = (false, false, true)
  }

  private mutating func append(_ text: HTMLTextToken) {
    let number = texts.count
    bytes.append(
      LibXMLMarkup.firstLetter &+ UInt8(number / LibXMLMarkup.letters % LibXMLMarkup.letters))
    bytes.append(LibXMLMarkup.firstLetter &+ UInt8(number % LibXMLMarkup.letters))
    texts.append(text)
  }

  private mutating func appendEnd(_ token: HTMLTagToken) {
    bytes.append(contentsOf: "</".utf8)
    appendName(token)
    bytes.append(0x3E)
  }

  private mutating func appendName(_ token: HTMLTagToken) {
    let name = token.tag.name
    guard token.tag == .unknown else {
      bytes.append(
        contentsOf: UnsafeBufferPointer(start: name.utf8Start, count: name.utf8CodeUnitCount))
      return
    }
    // libxml2 reads names of a hundred letters, digits and some marks.
    for byte in token.name.prefix(64) {
      let isPlain = (byte | 0x20) &- 0x61 < 26 || byte &- 0x30 < 10 || byte == 0x2D
      bytes.append(isPlain ? byte : 0x5F)
    }
  }
}
