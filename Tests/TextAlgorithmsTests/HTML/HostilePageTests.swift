import Testing

@testable import TextAlgorithms

/// Pages made to break extractors: each is read whole, from the parser to the Markdown.
@Suite struct HostilePageTests {
  static let sentence =
    "The harbour wall keeps the winter storms from the boats, and people walk there. "

  /// The arena and the Markdown of everything and of the main content.
  static func read(_ html: String, _ kind: PageParser.Kind) -> (
    arena: HTMLArena, all: [UInt8], main: [UInt8]
  ) {
    let arena = PageParserTests.parse(html, kind)
    PageParserTests.expectSound(arena)
    var renderer = MarkdownRenderer()
    let all = renderer.render(arena, root: PageBlocks.body(of: arena)) { _ in true }
    var content = MainContent()
    return (arena, all, content.markdown(arena))
  }

  @Test(arguments: PageParser.Kind.allCases)
  func `a page of fifty megabytes is read within the node budget`(kind: PageParser.Kind) {
    let row = "<div class=\"row item\"><p>\(Self.sentence)</p><a href=/x>more</a></div>\n"
    let arena = PageParserTests.parse(
      String(repeating: row, count: 50_000_000 / row.utf8.count), kind)
    #expect(arena.nodes.count <= HTMLTreeBuilder.nodeLimit)
    var renderer = MarkdownRenderer()
    let text = renderer.render(arena, root: PageBlocks.body(of: arena)) { _ in true }
    #expect(text.count > 10_000_000)
  }

  @Test(arguments: PageParser.Kind.allCases)
  func `main content is found in batches, so that rows of numbers don't grow with the page`(
    kind: PageParser.Kind
  ) {
    let row = "<div class=\"row item\"><p>\(Self.sentence)</p><a href=/x>more</a></div>\n"
    let arena = PageParserTests.parse(String(repeating: row, count: 4000), kind)
    var blocks = PageBlocks()
    blocks.read(arena)
    var rows = PageFeatures()
    rows.begin(blocks, arena, url: [])
    var count = 0
    while rows.nextBatch(blocks) {
      count += rows.count
      #expect(rows.values.count <= PageFeatures.batchSize * PageFeatures.width)
    }
    #expect(count == blocks.blocks.count)
    #expect(count == 8000)
  }

  @Test(arguments: PageParser.Kind.allCases)
  func `fifty megabytes of the smallest elements stop at the node budget`(kind: PageParser.Kind) {
    let arena = PageParserTests.parse(String(repeating: "<b>a", count: 12_500_000), kind)
    PageParserTests.expectSound(arena)
    #expect(arena.isTruncated)
    #expect(arena.nodes.count <= HTMLTreeBuilder.nodeLimit)
  }

  @Test(
    arguments: [
      "div", "b", "a", "ul><li", "table><tr><td", "blockquote", "x-y", "dl><dd", "pre",
    ], PageParser.Kind.allCases)
  func `a hundred thousand nested elements keep their text`(name: String, kind: PageParser.Kind) {
    let html =
      "<p>\(Self.sentence)</p>" + String(repeating: "<\(name)>", count: 100_000) + "innermost text"
    #expect(String(decoding: Self.read(html, kind).all, as: UTF8.self).contains("innermost"))
  }

  @Test(
    arguments: [
      "</p>", "</b>", "</div></x>", "</table>", "<table></b>", "<p><b>", "<a>", "<form></form>",
      "<li>",
      "<select>", "<svg>", "<svg/>", "<math>", "<!--", "<!-- >", "<!doctype", "<", "</", "<p ",
      "<p a='",
      "<script>", "<textarea>", "<title>", "<noscript>", "<template>", "<b><div></b>", "<button>",
      "<td>", "<table><td>", "<h1>", "<dt>", "<br><br>", "&amp", "&", "&#", "&#99999999;",
      "&lt;b&gt;",
      "]]>", "<![CDATA[", "<?", "x ", "\u{0}", "\"'`*_#|>", "| ", "`", "\\",
    ], PageParser.Kind.allCases)
  func `fifty thousand pieces of broken markup are read`(piece: String, kind: PageParser.Kind) {
    _ = Self.read("<body>" + String(repeating: piece, count: 50_000) + Self.sentence, kind)
  }

  @Test(arguments: PageParser.Kind.allCases)
  func `a million attributes, known and unknown, are bounded`(kind: PageParser.Kind) throws {
    let html =
      "<p " + String(repeating: "class=a id=b data-x=y ", count: 333_334) + ">\(Self.sentence)</p>"
    let page = Self.read(html, kind)
    #expect(page.arena.attributes.count <= HTMLTokenizer.attributeLimit)
    #expect(String(decoding: page.all, as: UTF8.self).contains("winter storms"))
  }

  @Test(arguments: PageParser.Kind.allCases)
  func `a flood of references is resolved`(kind: PageParser.Kind) {
    let html =
      "<p>"
      + String(
        repeating: "&amp;&#x41;&nbsp;&notanentity;&CounterClockwiseContourIntegral;", count: 200_000
      )
    let text = Self.read(html, kind).all
    #expect(text.starts(with: "&A".utf8) || text.starts(with: "\\&A".utf8))
  }

  @Test(arguments: PageParser.Kind.allCases)
  func `nothing is closed and the text is kept`(kind: PageParser.Kind) {
    let parts = [
      "<div>", "<p>", "<ul><li>", "<table><tr><td>", "<b>", "<a href=x>", "<h2>", "<span>",
    ]
    let html = (0..<4000).map { parts[$0 % parts.count] + "word\($0) " }.joined()
    let text = String(decoding: Self.read(html, kind).all, as: UTF8.self)
    for word in stride(from: 0, to: 4000, by: 97) { #expect(text.contains("word\(word)")) }
  }
}
