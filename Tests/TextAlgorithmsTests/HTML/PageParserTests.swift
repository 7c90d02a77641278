import Testing

@testable import TextAlgorithms

/// What holds whoever parses.
@Suite struct PageParserTests {
  typealias Kind = PageParser.Kind

  static func parse(_ html: [UInt8], _ kind: Kind = .libxml2) -> HTMLArena {
    var arena = HTMLArena()
    var parser = PageParser(kind)
    parser.parse(html, into: &arena)
    return arena
  }

  static func parse(_ html: String, _ kind: Kind = .libxml2) -> HTMLArena {
    parse(Array(html.utf8), kind)
  }

  /// Parents stand before children, subtrees nest, ranges lie in the buffer.
  static func expectSound(_ arena: HTMLArena) {
    #expect(arena.nodes[0].parent == -1)
    #expect(Int(arena.nodes[0].end) == arena.nodes.count)
    var faults = 0
    for (i, node) in arena.nodes.enumerated().dropFirst() {
      let up = arena.nodes[Int(node.parent)]
      if node.parent >= i || node.end > up.end || Int(node.end) <= i { faults += 1 }
      if arena.textRange(i).upperBound > arena.bytes.count { faults += 1 }
      if node.depth > HTMLTreeBuilder.depthLimit { faults += 1 }
    }
    #expect(faults == 0)
  }

  @Test(arguments: Kind.allCases)
  func `a small page has its elements, attributes and text`(kind: Kind) throws {
    let arena = Self.parse("<title>T</title><p class='a b' onclick=x>one <b>two</b></p>", kind)
    Self.expectSound(arena)
    let p = try #require(arena.nodes.firstIndex { $0.tag == .p })
    #expect(arena.attributeText(p, .class) == "a b")
    #expect(arena.nodes[p].attributeCount == 1)
    #expect(String(decoding: arena.collapsedText(p), as: UTF8.self) == "one two")
  }

  @Test(
    arguments: [
      "", " ", "<", "<<<<", "</", "<p", "<p class=", "<!--", "<![CDATA[", "&", "&#x;", "\u{0}",
    ], Kind.allCases)
  func `scraps are parsed`(html: String, kind: Kind) {
    let arena = Self.parse(html, kind)
    Self.expectSound(arena)
  }

  @Test(arguments: ["div", "b", "ul", "table", "a", "span", "blockquote"], Kind.allCases)
  func `a hundred thousand nested elements stay within the depth budget`(name: String, kind: Kind) {
    let arena = Self.parse(
      String(repeating: "<\(name)>", count: 100_000) + "text"
        + String(repeating: "</i>", count: 100_000), kind)
    Self.expectSound(arena)
    #expect(String(decoding: arena.bytes, as: UTF8.self).contains("text"))
  }

  @Test(arguments: Kind.allCases)
  func `a tag with a million attributes keeps the first ones`(kind: Kind) throws {
    let html = "<p id=x " + (0..<1_000_000).map { "a\($0)=1 " }.joined() + ">text</p><p>more</p>"
    let arena = Self.parse(html, kind)
    Self.expectSound(arena)
    let p = try #require(arena.nodes.firstIndex { $0.tag == .p })
    #expect(arena.attributeText(p, .id) == "x")
    #expect(arena.attributes.count <= HTMLTokenizer.attributeLimit + 1)
    #expect(String(decoding: arena.collapsedText(0), as: UTF8.self).contains("more"))
  }

  @Test(arguments: Kind.allCases)
  func `bytes of any kind are parsed`(kind: Kind) {
    var random = SeededGenerator(seed: 3)
    for _ in 0..<50 {
      let bytes = (0..<2000).map { _ in UInt8(truncatingIfNeeded: random.next() >> 7) }
      Self.expectSound(Self.parse(bytes, kind))
      let marks = Array("<>/=\"' abpi!-&#;".utf8)
      Self.expectSound(Self.parse(bytes.map { marks[Int($0) % marks.count] }, kind))
    }
  }

  @Test(arguments: Kind.allCases)
  func `an arena can be used again`(kind: Kind) {
    var arena = HTMLArena()
    var parser = PageParser(kind)
    parser.parse(Array("<p>first page</p>".utf8), into: &arena)
    parser.parse(Array("<p>second</p>".utf8), into: &arena)
    Self.expectSound(arena)
    #expect(!String(decoding: arena.bytes, as: UTF8.self).contains("first"))
  }

  @Test(arguments: Kind.allCases)
  func `what scripts and styles hold is their text alone`(kind: Kind) throws {
    let arena = Self.parse(
      "<script>var x='<p>'</script><style>p{}</style><p>seen</p><script type=x>{\"a\":1}</script>",
      kind)
    let script = try #require(arena.nodes.firstIndex { $0.tag == .script })
    #expect(
      String(decoding: arena.bytes[arena.textRange(script + 1)], as: UTF8.self) == "var x='<p>'")
    let body = PageBlocks.body(of: arena)
    #expect(String(decoding: arena.collapsedText(body), as: UTF8.self) == "seen")
  }

  @Test(arguments: Kind.allCases)
  func `values that begin like JSON and namespaces are kept under names of their own`(kind: Kind)
    throws
  {
    let arena = Self.parse(
      "<p xmlns:og='https://ogp.me/ns#' data-x='{&quot;a&quot;:1}' data-y='[not]' data-z=[1]>x</p>",
      kind)
    let p = try #require(arena.nodes.firstIndex { $0.tag == .p })
    #expect(arena.attributeText(p, .json) == "{\"a\":1}")
    #expect(arena.attributeText(p, .prefix) == "og: https://ogp.me/ns#")
    #expect(arena.nodes[p].attributeCount == 2)
  }

  @Test(arguments: Kind.allCases)
  func `later html and body tags add the attributes that the first ones lack`(kind: Kind) throws {
    let arena = Self.parse(
      """
      <html lang=de><body class=a><p>1<body class=b id=c itemscope><html lang=en role=x>\
      <body title=t><template><body rel=r></template><p>2
      """, kind)
    Self.expectSound(arena)
    let html = try #require(arena.nodes.firstIndex { $0.tag == .html })
    let body = try #require(arena.nodes.firstIndex { $0.tag == .body })
    #expect(arena.nodes.count { $0.tag == .body } == 1)
    #expect(arena.attributeText(html, .lang) == "de")
    #expect(arena.attributeText(html, .role) == "x")
    #expect(arena.attributeText(body, .class) == "a")
    #expect(arena.attributeText(body, .id) == "c")
    #expect(arena.attributeText(body, .itemscope) == "")
    #expect(arena.attributeText(body, .title) == "t")
    #expect(arena.attributeText(body, .rel) == nil)
  }

  @Test(arguments: Kind.allCases)
  func `any number of body tags costs no more than their bytes`(kind: Kind) {
    let tags = (0..<20_000).map { "<body a\($0) class=c\($0) id=i>" }
    let arena = Self.parse(tags.joined(), kind)
    #expect(arena.attributes.count < 1000)
  }
}
