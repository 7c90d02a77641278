/// Renders HTML of which everything is content, as the bodies of messages are. One belongs to one worker.
///
/// What mail programs mark as the earlier message becomes `> ` lines, a `div` a line, a link its text.
package struct HTMLFragment {
  private var parser = PageParser()
  private var arena = HTMLArena()
  private var renderer: MarkdownRenderer

  package init() {
    var options = MarkdownOptions()
    options.divisionsAreParagraphs = false
    options.mailQuotes = true
    renderer = MarkdownRenderer(options)
  }

  /// The Markdown of `html`, which is UTF-8; without a final line end. Linear, never fails.
  package mutating func markdown(_ html: [UInt8]) -> [UInt8] {
    parser.parse(html, into: &arena)
    return renderer.render(arena, root: PageBlocks.body(of: arena)) { _ in true }
  }

  /// The same for a single body; whoever has many keeps a `HTMLFragment`.
  package static func markdown(_ html: [UInt8]) -> [UInt8] {
    var fragment = HTMLFragment()
    return fragment.markdown(html)
  }
}
