import Testing

@testable import TextAlgorithms

/// Pages made to break extractors: each is read whole, from the parser to the Markdown.
@Suite struct HostilePageTests {
  static let sentence =
    "The harbour wall keeps the winter storms from the boats, and people walk there. "

  /// The arena and the Markdown of everything and of the main content.
  static func read(_ html: String) -> (arena: HTMLArena, all: [UInt8], main: [UInt8]) {
    let arena = HTMLParserTests.parse(html)
    HTMLParserTests.expectSound(arena)
    var renderer = MarkdownRenderer()
    let all = renderer.render(arena, root: PageBlocks.body(of: arena)) { _ in true }
    var content = MainContent()
    return (arena, all, content.markdown(arena))
  }

  @Test func `a page of fifty megabytes is read within the node budget`() {
    let row = "<div class=\"row item\"><p>\(Self.sentence)</p><a href=/x>more</a></div>\n"
    let arena = HTMLParserTests.parse(String(repeating: row, count: 50_000_000 / row.utf8.count))
    #expect(arena.nodes.count <= HTMLTreeBuilder.nodeLimit)
    var renderer = MarkdownRenderer()
    let text = renderer.render(arena, root: PageBlocks.body(of: arena)) { _ in true }
    #expect(text.count > 10_000_000)
  }

  @Test func `main content is found in batches, so that rows of numbers don't grow with the page`()
  {
    let row = "<div class=\"row item\"><p>\(Self.sentence)</p><a href=/x>more</a></div>\n"
    let arena = HTMLParserTests.parse(String(repeating: row, count: 4000))
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

  @Test func `fifty megabytes of the smallest elements stop at the node budget`() {
    let arena = HTMLParserTests.parse(String(repeating: "<b>a", count: 12_500_000))
    HTMLParserTests.expectSound(arena)
    #expect(arena.isTruncated)
    #expect(arena.nodes.count <= HTMLTreeBuilder.nodeLimit)
  }

  @Test(arguments: [
    "div", "b", "a", "ul><li", "table><tr><td", "blockquote", "x-y", "dl><dd", "pre",
  ])
  func `a hundred thousand nested elements keep their text`(name: String) {
    let html =
      "<p>\(Self.sentence)</p>" + String(repeating: "<\(name)>", count: 100_000) + "innermost text"
    #expect(String(decoding: Self.read(html).all, as: UTF8.self).contains("innermost"))
  }

  @Test(arguments: [
    "</p>", "</b>", "</div></x>", "</table>", "<table></b>", "<p><b>", "<a>", "<form></form>",
    "<li>",
    "<select>", "<svg>", "<svg/>", "<math>", "<!--", "<!-- >", "<!doctype", "<", "</", "<p ",
    "<p a='",
    "<script>", "<textarea>", "<title>", "<noscript>", "<template>", "<b><div></b>", "<button>",
    "<td>", "<table><td>", "<h1>", "<dt>", "<br><br>", "&amp", "&", "&#", "&#99999999;",
    "&lt;b&gt;",
    "]]>", "<![CDATA[", "<?", "x ", "\u{0}", "\"'`*_#|>", "| ", "`", "\\",
  ])
  func `fifty thousand pieces of broken markup are read`(piece: String) {
    _ = Self.read("<body>" + String(repeating: piece, count: 50_000) + Self.sentence)
  }

  @Test func `a million attributes, known and unknown, are bounded`() throws {
    let html =
      "<p " + String(repeating: "class=a id=b data-x=y ", count: 333_334) + ">\(Self.sentence)</p>"
    let page = Self.read(html)
    #expect(page.arena.attributes.count <= HTMLParser.attributeLimit)
    #expect(String(decoding: page.all, as: UTF8.self).contains("winter storms"))
  }

  @Test func `a flood of references is resolved`() {
    let html =
      "<p>"
      + String(
        repeating: "&amp;&#x41;&nbsp;&notanentity;&CounterClockwiseContourIntegral;", count: 200_000
      )
    let text = Self.read(html).all
    #expect(text.starts(with: "&A".utf8) || text.starts(with: "\\&A".utf8))
  }

  @Test func `nothing is closed and the text is kept`() {
    let parts = [
      "<div>", "<p>", "<ul><li>", "<table><tr><td>", "<b>", "<a href=x>", "<h2>", "<span>",
    ]
    let html = (0..<4000).map { parts[$0 % parts.count] + "word\($0) " }.joined()
    let text = String(decoding: Self.read(html).all, as: UTF8.self)
    for word in stride(from: 0, to: 4000, by: 97) { #expect(text.contains("word\(word)")) }
  }
}
