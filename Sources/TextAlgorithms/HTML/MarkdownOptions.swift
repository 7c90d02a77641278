/// How HTML becomes Markdown.
package struct MarkdownOptions: Equatable, Sendable {
  /// Writes links as `[text](address)`; otherwise their text alone. Default: false.
  package var links = false
  /// Writes an image's alternative text. Default: false.
  package var imageText = false
  /// Parts paragraphs by empty lines at `div` boundaries; otherwise a `div` is a line, as in mail. Default: true.
  package var divisionsAreParagraphs = true
  /// Takes the marks of mail programs for quoted messages as quotations. Default: false.
  package var mailQuotes = false

  package init() {}
}
