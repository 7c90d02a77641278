/// A block of Markdown: a range of lines with the blank lines behind it.
package struct MarkdownBlock: Equatable, Sendable {
  /// What a block is.
  package enum Kind: Equatable, Sendable {
    /// An ATX heading.
    case heading(level: Int)
    case paragraph
    case listItem
    /// A whole table; `body` is where its first row after the rule begins.
    case table(body: Int)
    /// A fenced code block with its fences.
    case code
  }

  package var kind: Kind
  /// Bytes, trailing blank lines included: the ranges of all blocks cover the text without a gap.
  package var range: Range<Int>
  /// The end of the block's last line that isn't blank, without its line end.
  package var contentEnd: Int
}
