/// A page's outline as libxml2 reads it: its tags, and numbers for their attributes and for the texts.
///
/// libxml2 decides about the elements: which are implied, which end where. What stands in them needn't pass through it:
/// a tag says where its attributes begin and how many they are, and a text is the number of its place in `texts`.
struct LibXMLMarkup: HTMLTokenSink {
  /// Stand behind a page's `html` or `body` that may not be the first, with its attributes.
  static let (htmlMark, bodyMark): (StaticString, StaticString) = ("tm-html", "tm-body")

  private(set) var bytes: [UInt8] = []
  private(set) var texts: [HTMLTextToken] = []

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
    bytes.append(0x3C)
    appendName(token)
    let place = bytes.count
    if attributes.count > token.attributes {
      bytes.append(contentsOf: " a=".utf8)
      bytes.appendDecimal(token.attributes)
      bytes.append(0x2D)
      bytes.appendDecimal(attributes.count - token.attributes)
    }
    let isLeaf =
      tag.roles.contains(.void)
      || token.isSelfClosing && isInMath && (tag == .unknown || tag == .math)
    if tag == .math { isInMath = true }
    // A blank keeps the slash apart from a number.
    if isLeaf { bytes.append(contentsOf: " /".utf8) }
    bytes.append(0x3E)
    if tag == .body || tag == .html && hasBody { markAgain(tag, bytes[place..<bytes.count - 1]) }
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
    bytes.appendDecimal(texts.count)
    bytes.append(0x3B)
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

  /// Hands the attributes of `html` and `body` on once more, as libxml2 drops those of tags that aren't the first.
  private mutating func markAgain(_ tag: HTMLTag, _ attributes: ArraySlice<UInt8>) {
    guard !attributes.isEmpty else { return }
    let attributes = Array(attributes)
    let mark = tag == .body ? LibXMLMarkup.bodyMark : LibXMLMarkup.htmlMark
    let name = UnsafeBufferPointer(start: mark.utf8Start, count: mark.utf8CodeUnitCount)
    bytes.append(0x3C)
    bytes.append(contentsOf: name)
    bytes.append(contentsOf: attributes)
    bytes.append(contentsOf: "></".utf8)
    bytes.append(contentsOf: name)
    bytes.append(0x3E)
  }
}
