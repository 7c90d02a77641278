/// What a page says: its facts, its main content as Markdown, and the product that it sells.
package struct ExtractedPage: Equatable, Sendable {
  package var title: String?
  /// The canonical address as the page gives it, else the one it was found under.
  package var url: String?
  /// ISO 639-1, as the page declares it.
  package var language: String?
  /// RFC 3339, UTC.
  package var createdAt: String?
  package var updatedAt: String?
  /// Valid UTF-8, Markdown; empty when the page has no main content.
  package var text: [UInt8] = []
  package var product: Product?
  /// Blocks of linked data that had to be repaired before they could be read.
  package var repairedBlocks = 0
  /// The page was in another encoding than it is said to be.
  package var encodingWasOverruled = false

  package init() {}
}
