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

  private let kind: Kind
  private var libxml2 = LibXMLParser()
  private var html5 = HTMLParser()

  package init(_ kind: Kind = .libxml2) { self.kind = kind }

  /// Parses a page in UTF-8 into `arena`, whose earlier content goes and whose memory is used again.
  package mutating func parse(_ html: [UInt8], into arena: inout HTMLArena) {
    switch kind {
    case .libxml2: libxml2.parse(html, into: &arena)
    case .html5: html5.parse(html, into: &arena)
    }
  }
}
