internal import TextAlgorithms

/// Extracts pages. One belongs to one worker and keeps its buffers from page to page.
package struct PageExtractor {
  /// How pages are read.
  package struct Options: Equatable, Sendable {
    /// Links keep their addresses in the Markdown. Default: false.
    package var links = false
    /// Images leave their alternative text in the Markdown. Default: false.
    package var imageText = false

    package init() {}
  }

  private let parser = HTMLParser()
  private var arena = HTMLArena()
  private var content: MainContent

  package init(_ options: Options = .init()) {
    var markdown = MarkdownOptions()
    markdown.links = options.links
    markdown.imageText = options.imageText
    content = MainContent(markdown)
  }

  /// Reads one page. Never fails: a page of nonsense has no text. Linear in the page.
  package mutating func extract(_ page: RawPage, url: String?) -> ExtractedPage {
    var result = ExtractedPage()
    parser.parse(EncodingDetector.decode(page).text, into: &arena)
    result.url = url
    result.text = content.markdown(arena)
    return result
  }
}
