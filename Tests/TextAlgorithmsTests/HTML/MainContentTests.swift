import Testing

@testable import TextAlgorithms

@Suite struct MainContentTests {
  static func extract(_ html: String) -> String {
    var arena = HTMLArena()
    var parser = PageParser()
    parser.parse(Array(html.utf8), into: &arena)
    var content = MainContent()
    return String(decoding: content.markdown(arena), as: UTF8.self)
  }

  static let paragraph = """
    The harbour was built in the early years of the century, and its long stone wall still keeps the \
    winter storms from the boats that lie behind it; people walk there in the evening.
    """

  @Test func `the model looks only at columns that are there`() {
    #expect(PageModel.highestColumn < PageFeatures.width)
    #expect(PageModel.counts.held == PageModel.counts.asked)
  }

  @Test func `an article is kept and its navigation left out`() {
    let links = (0..<30).map { "<li><a href='/\($0)'>Topic \($0)</a></li>" }.joined()
    let body = String(repeating: "<p>\(Self.paragraph)</p>", count: 8)
    let text = Self.extract(
      """
      <html><body><nav class="menu"><ul>\(links)</ul></nav><main><article><h1>Harbour</h1>\(body)
      </article></main><footer class="footer"><p>Copyright 2020 All rights reserved</p></footer></body>
      """)
    #expect(text.contains("winter storms"))
    #expect(!text.contains("Topic 7"))
    #expect(!text.contains("rights reserved"))
  }

  @Test(arguments: ["", "<html></html>", "<p></p>", "<p>few words only</p>", "<script>x</script>"])
  func `a page without content has no text`(html: String) {
    #expect(Self.extract(html).isEmpty)
  }

  @Test func `the same page gives the same text`() {
    let page =
      "<div>\(String(repeating: "<p>\(Self.paragraph)</p><ul><li>a</ul>", count: 20))</div>"
    #expect(Self.extract(page) == Self.extract(page))
  }

  @Test func `every block's words are counted once in the tree`() {
    var arena = HTMLArena()
    let html = "<div>a b<p>c <b>d</b></p>e<ul><li>f<li>g h</ul></div>"
    var parser = PageParser()
    parser.parse(Array(html.utf8), into: &arena)
    var blocks = PageBlocks()
    blocks.read(arena)
    #expect(blocks.nodes[0].words == 8)
    #expect(blocks.blocks.reduce(0) { $0 + $1.words } == 8)
    #expect(blocks.blocks.map { Int($0.boldWords) }.reduce(0, +) == 1)
  }
}
