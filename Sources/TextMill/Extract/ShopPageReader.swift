internal import TextAlgorithms

/// Walks a page once and notes what it shows of a product.
struct ShopPageReader {
  /// An open element.
  struct Frame {
    var node: Int
    var end: Int
    var words: ShopWords
    var isElsewhere: Bool
    var isInReviews: Bool
    var isStruck: Bool
    var isHidden: Bool
  }

  let arena: HTMLArena
  var page = ShopPage()
  var stack: [Frame] = []
  /// Up to which node everything speaks of other things, by a heading.
  var elsewhereEnd = 0
  /// Up to which node texts belong to a price already read.
  var priceEnd = 0
  var lastText = 0

  /// Reads a page whose product may have these names.
  static func read(_ arena: HTMLArena, names: [String]) -> ShopPage {
    var reader = ShopPageReader(arena)
    reader.page.heading = ShopHeading.find(arena, names: names)
    reader.walk()
    return reader.page
  }

  private init(_ arena: HTMLArena) { self.arena = arena }

  private mutating func walk() {
    var i = 0
    while i < arena.nodes.count {
      while let top = stack.last, top.end <= i { stack.removeLast() }
      let tag = arena.nodes[i].tag
      if tag == .text {
        text(i)
        i += 1
        continue
      }
      if tag.isSkipped || tag == .title {
        i = Int(arena.nodes[i].end)
        continue
      }
      if i == page.heading { page.headingOrder = page.orders }
      open(i, tag)
      i += 1
    }
  }

  private mutating func open(_ node: Int, _ tag: HTMLTag) {
    let outer = stack.last
    let end = Int(arena.nodes[node].end)
    let hasAttributes = arena.nodes[node].attributeCount > 0
    let words = hasAttributes ? ShopWords.of(arena, node) : []
    var frame = Frame(
      node: node, end: end, words: words, isElsewhere: outer?.isElsewhere ?? false,
      isInReviews: outer?.isInReviews ?? false, isStruck: outer?.isStruck ?? false,
      isHidden: outer?.isHidden ?? false)
    let holdsHeading = page.heading.map { node <= $0 && $0 < end } ?? false
    if holdsHeading || tag == .body || tag == .html {
      frame.isElsewhere = false
    } else {
      if tag == .nav || tag == .footer || tag == .header { frame.isElsewhere = true }
      if words.contains(.elsewhere), !words.contains(.price) { frame.isElsewhere = true }
      if words.isSuperset(of: [.card, .product]), !words.contains(.price) {
        frame.isElsewhere = true
      }
      if words.contains(.reviews), !words.contains(.rating) || end - node > 120 {
        frame.isInReviews = true
      }
    }
    if node < elsewhereEnd { frame.isElsewhere = true }
    if tag == .del || tag == .s || tag == .strike { frame.isStruck = true }
    if hasAttributes {
      if let style = arena.attribute(node, .style)?.prefix(300) {
        let style = String(decoding: style, as: UTF8.self).lowercased()
        if style.holds("line-through") { frame.isStruck = true }
        if style.holds("display:none") || style.holds("display: none") {
          frame.isHidden = true
        }
        if words.contains(.rating) { starWidth(style) }
      }
      let isStreamed = arena.attribute(node, .id)?.starts(with: "S:".utf8) == true
      // React sends parts of a page hidden, to be put in place by a script.
      if arena.attributeRange(node, .hidden) != nil && !isStreamed || words.contains(.hidden) {
        frame.isHidden = true
      }
    }
    stack.append(frame)
    if tag.headingLevel > 1 { noteHeading(node) }
    if !frame.isElsewhere, hasAttributes {
      attributes(node, tag, frame)
      labelledRating(node, frame)
    }
    if tag == .button || tag == .a || tag == .input { button(node, tag, frame) }
    if tag == .tr || tag == .dl { row(node, tag, frame) }
  }

  /// A heading over recommendations: what follows it in its part of the page is of other products.
  private mutating func noteHeading(_ node: Int) {
    guard node != page.heading, ShopButtons.isElsewhere(collapsed(node, limit: 100)) else { return }
    var part = Int(arena.nodes[node].parent)
    let end = Int(arena.nodes[node].end)
    for _ in 0..<6 where part > 0 && Int(arena.nodes[part].end) <= end + 2 {
      part = Int(arena.nodes[part].parent)
    }
    guard part > 0, arena.nodes[part].tag != .body else { return }
    if let heading = page.heading, heading > node, heading < Int(arena.nodes[part].end) { return }
    elsewhereEnd = max(elsewhereEnd, Int(arena.nodes[part].end))
  }

  private mutating func button(_ node: Int, _ tag: HTMLTag, _ frame: Frame) {
    guard page.buttons.count < ShopPage.limit,
      let kind = ShopButtons.read(arena, node, tag)
    else { return }
    page.buttons.append(
      .init(
        kind: kind, order: page.orders,
        isDisabled: arena.attributeRange(node, .disabled) != nil || frame.isHidden,
        isElsewhere: frame.isElsewhere))
  }

  private mutating func text(_ node: Int) {
    let range = arena.textRange(node)
    guard range.count < 4000 else {
      page.orders += 1
      return
    }
    var bytes: [UInt8] = []
    bytes.appendTrimmed(arena.bytes, range, limit: 200)
    guard !bytes.isEmpty else { return }
    defer {
      page.orders += 1
      lastText = node
    }
    guard let frame = stack.last, !frame.isElsewhere, bytes.count <= 200 else { return }
    if node >= priceEnd { price(node, bytes, frame) }
    if !frame.isInReviews { label(node, bytes, frame) }
    rating(node, bytes, frame)
    stock(bytes, frame)
  }

  private mutating func stock(_ bytes: [UInt8], _ frame: Frame) {
    guard !frame.isInReviews, !frame.isHidden, bytes.count <= 90, page.stocks.count < 50,
      page.heading != nil, page.orders >= page.headingOrder
    else { return }
    let isMarked = stack.suffix(3).contains { $0.words.contains(.stock) }
    guard isMarked || page.orders < page.headingOrder + 150 else { return }
    guard let name = Availability.said(in: String(decoding: bytes, as: UTF8.self)) else { return }
    page.stocks.append((name, page.orders, isMarked))
  }

  func collapsed(_ node: Int, limit: Int) -> String {
    String(decoding: arena.collapsedText(node, limit: limit), as: UTF8.self)
  }
}

extension [UInt8] {
  /// Appends a part of `bytes` with runs of white space and no-break spaces as one blank, and none at the ends;
  /// ends behind `limit` bytes.
  mutating func appendTrimmed(_ bytes: [UInt8], _ range: Range<Int>, limit: Int = .max) {
    var isPending = false
    var i = range.lowerBound
    while i < range.upperBound, count <= limit {
      let byte = bytes[i]
      let isWide = byte == 0xC2 && i + 1 < range.upperBound && bytes[i + 1] == 0xA0
      if byte <= 0x20 || isWide {
        isPending = !isEmpty
        i += isWide ? 2 : 1
        continue
      }
      if isPending {
        append(0x20)
        isPending = false
      }
      append(byte)
      i += 1
    }
  }
}
