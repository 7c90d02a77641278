/// The bytes of a web page before extraction.
package struct RawPage: Equatable, Sendable {
  package var bytes: [UInt8]
  /// The encoding that something outside the page declares (an HTTP header, UTF-8 for JSON); nil: the page's own.
  package var encoding: String?
  /// When something outside the page says it was last changed (a sitemap), in RFC 3339; the page's own word
  /// goes before it.
  package var modifiedAt: String?
  /// What something outside the page calls it (the list of pages of an archive); the page's own title goes
  /// before it.
  package var title: String?

  package init(
    bytes: [UInt8], encoding: String? = nil, modifiedAt: String? = nil, title: String? = nil
  ) {
    self.bytes = bytes
    self.encoding = encoding
    self.modifiedAt = modifiedAt
    self.title = title
  }
}
