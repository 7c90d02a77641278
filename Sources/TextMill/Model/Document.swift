package import TextAlgorithms

/// One ticket, page, product or text on its way from a source to a dataset.
package struct Document: Equatable, Sendable {
  /// What a document is; the raw value is the name in datasets.
  package enum Kind: String, Sendable, CaseIterable { case conversation, page, product, document }

  /// What the document says: one text, or messages that stay apart until they are written.
  package enum Body: Equatable, Sendable {
    /// A web page as it was stored; the extract stage makes it a text.
    case page(RawPage)
    /// Valid UTF-8, Markdown where the source has structure.
    case text([UInt8])
    /// Oldest first.
    case conversation([Message])
  }

  /// "source:id", stable from run to run.
  package var id: String
  package var kind: Kind
  package var source: SourceLocation
  package var title: String?
  package var url: String?
  /// ISO 639-1, or nil when not known.
  package var language: String?
  /// RFC 3339, UTC, seconds.
  package var createdAt: String?
  package var updatedAt: String?
  package var body: Body
  package var product: Product?
  /// What the source says and the configuration keeps, in the source's order.
  package var metadata: [JSONValue.Member]
  /// Names, addresses and numbers that the source itself ties to this document, for redaction.
  package var identities: Identities

  package init(
    id: String, kind: Kind, source: SourceLocation, title: String? = nil, url: String? = nil,
    language: String? = nil, createdAt: String? = nil, updatedAt: String? = nil, body: Body,
    product: Product? = nil, metadata: [JSONValue.Member] = [], identities: Identities = .init()
  ) {
    self.id = id
    self.kind = kind
    self.source = source
    self.title = title
    self.url = url
    self.language = language
    self.createdAt = createdAt
    self.updatedAt = updatedAt
    self.body = body
    self.product = product
    self.metadata = metadata
    self.identities = identities
  }
}
