/// Parses pages into arenas, by the parser that is asked for. One belongs to one thread.
///
/// Both keep scripts and styles as the text of their elements, leave drawings out, never fail and are linear under the
/// same budgets; they differ in the tree that broken or unusual markup becomes, and in time.
package struct PageParser {
  /// Which parser.
  package enum Kind: String, CaseIterable, Sendable {
    /// libxml2's SAX events.
    case libxml2
    /// A tokenizer and tree builder after the HTML standard, some four times as fast.
    case html5
  }

  private var html5 = HTMLParser()
  private var libxml2: LibXMLParser?

  package init(_ kind: Kind = .libxml2) {
    libxml2 = kind == .libxml2 ? LibXMLParser() : nil
  }

  /// Parses a page in UTF-8 into `arena`, whose earlier content goes and whose memory is used again.
  package mutating func parse(_ html: [UInt8], into arena: inout HTMLArena) {
    if libxml2?.parse(html, into: &arena) == nil { html5.parse(html, into: &arena) }
  }
}
