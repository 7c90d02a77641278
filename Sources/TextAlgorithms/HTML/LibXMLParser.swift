internal import CLibXML2
internal import Glibc

/// Parses HTML into an arena by libxml2's SAX interface: no tree, no network, no external entities.
///
/// Never fails: what can't be understood is left out. Linear for a given budget: elements nested deeper
/// than the depth budget become leaves of the deepest ones kept, tags with more attributes than theirs
/// lose the rest, and text after the node budget is dropped.
package struct LibXMLParser {
  /// The most open elements.
  static let depthLimit = 512
  /// The most nodes of a page; what follows is left out.
  static let nodeLimit = 8_000_000
  /// The most attributes of a tag that are handed to libxml2, which compares each with all before it.
  static let attributeLimit = 256

  private let builder = LibXMLArenaBuilder()

  package init() { xmlInitParser() }

  /// Parses `html`, which is UTF-8, into `arena`; what the arena held is lost and its memory reused.
  package func parse(_ html: UnsafeBufferPointer<UInt8>, into arena: inout HTMLArena) {
    arena.removeAll()
    swap(&builder.arena, &arena)
    defer { swap(&builder.arena, &arena) }
    builder.begin()
    defer { builder.finish() }
    guard html.count > 0, html.count < Int(Int32.max) else {
      builder.arena.isTruncated = html.count > 0
      return
    }
    if let bounded = LibXMLTagBudget.bounded(html, limit: LibXMLParser.attributeLimit) {
      bounded.withUnsafeBufferPointer { run($0) }
    } else {
      run(html)
    }
  }

  /// Parses a page in UTF-8 into `arena`, whose earlier content goes.
  package func parse(_ html: [UInt8], into arena: inout HTMLArena) {
    html.withUnsafeBufferPointer { parse($0, into: &arena) }
  }

  private func run(_ html: UnsafeBufferPointer<UInt8>) {
    // SAFETY: the context reads `html` only inside this call; the handler table outlives the parse and the
    // context's own table is put back before the context frees it.
    guard let base = html.baseAddress,
      let context = base.withMemoryRebound(
        to: CChar.self, capacity: html.count,
        {
          htmlCreateMemoryParserCtxt($0, Int32(html.count))
        })
    else { return }
    defer { htmlFreeParserCtxt(context) }
    let options =
      HTML_PARSE_RECOVER.rawValue | HTML_PARSE_NOERROR.rawValue | HTML_PARSE_NOWARNING.rawValue
      | HTML_PARSE_NONET.rawValue | HTML_PARSE_IGNORE_ENC.rawValue
    htmlCtxtUseOptions(context, Int32(options))
    context.pointee.charset = Int32(XML_CHAR_ENCODING_UTF8.rawValue)
    builder.context = context
    var handler = xmlSAXHandler()
    handler.startElement = { LibXMLArenaBuilder.from($0).startElement($1!, $2) }
    handler.endElement = { LibXMLArenaBuilder.from($0).endElement($1!) }
    handler.characters = { LibXMLArenaBuilder.from($0).characters($1!, Int($2)) }
    handler.ignorableWhitespace = { LibXMLArenaBuilder.from($0).characters($1!, Int($2)) }
    handler.cdataBlock = { LibXMLArenaBuilder.from($0).characters($1!, Int($2)) }
    withUnsafeMutablePointer(to: &handler) { table in
      let own = context.pointee.sax
      context.pointee.sax = table
      context.pointee.userData = Unmanaged.passUnretained(builder).toOpaque()
      htmlParseDocument(context)
      context.pointee.sax = own
    }
    builder.context = nil
  }
}
