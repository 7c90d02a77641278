package import TextAlgorithms

/// Extracts pages. One belongs to one worker and keeps its buffers from page to page.
package struct PageExtractor {
  /// How pages are read.
  package struct Options: Equatable, Sendable {
    package typealias Parser = PageParser.Kind

    /// Links keep their addresses in the Markdown. Default: false.
    package var links = false
    /// Images leave their alternative text in the Markdown. Default: false.
    package var imageText = false
    /// Who parses. Default: libxml2.
    package var parser = Parser.libxml2

    package init() {}
  }

  private var parser: PageParser
  private var arena = HTMLArena()
  private var content: MainContent

  package init(_ options: Options = .init()) {
    var markdown = MarkdownOptions()
    markdown.links = options.links
    markdown.imageText = options.imageText
    content = MainContent(markdown)
    parser = PageParser(options.parser)
  }

  /// Reads one page. Never fails: a page of nonsense has no text. Linear in the page.
  package mutating func extract(_ page: RawPage, url: String?) -> ExtractedPage {
    var result = ExtractedPage()
    let decoded = EncodingDetector.decode(page)
    result.encodingWasOverruled = decoded.isOverruled
    parser.parse(decoded.text, into: &arena)
    let facts = PageFactsReader(arena)
    let linkedData = LinkedData(arena)
    let dates = PublicationDates(linkedData.blocks, facts)
    result.title = facts.name
    result.url = facts.address(foundUnder: url)
    result.language = facts.language
    result.createdAt = dates.published
    result.updatedAt = dates.modified
    result.metadata = facts.metadata
    result.repairedBlocks = linkedData.repaired
    content.read(arena, url: url)
    let product = ProductExtractor(arena, linkedData: linkedData, facts: facts, url: url)
    result.product = product.product(likeness: content.productScore ?? 1)?.product
    result.text = content.markdown(ofRead: arena)
    return result
  }
}
