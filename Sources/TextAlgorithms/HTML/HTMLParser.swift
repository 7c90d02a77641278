/// Parses HTML into an arena: a tokenizer and tree construction of our own, in one pass, without a tree of objects.
///
/// Follows the HTML standard but where `HTMLTreeBuilder` says. Never fails: what can't be understood is left out. Linear
/// for a given budget: elements nested deeper than the depth budget become leaves of the deepest ones kept, tags with
/// more attributes than theirs lose the rest, and what follows after the node budget is dropped. Scripts and styles are
/// kept as the text of their elements, which costs nothing; what stands in `svg` is left out.
package struct HTMLParser {
  private var tokens = HTMLTokenizer()
  private var builder = HTMLTreeBuilder()

  package init() {}

  /// Parses a page in UTF-8 into `arena`, whose earlier content goes and whose memory is used again.
  package mutating func parse(_ html: [UInt8], into arena: inout HTMLArena) {
    swap(&builder.nodes, &arena.nodes)
    builder.begin()
    tokens.run(html, reusing: &arena.attributes, into: &builder)
    builder.finish()
    swap(&builder.nodes, &arena.nodes)
    let isTooLong = html.count > HTMLTokenizer.pageLimit
    tokens.finish(&arena, isTruncated: isTooLong || builder.isTruncated)
  }
}
