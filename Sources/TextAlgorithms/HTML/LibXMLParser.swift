internal import CLibXML2
internal import Glibc

/// Parses HTML into an arena by libxml2's SAX interface: no tree of objects, no network, no external entities.
///
/// libxml2 reads the page's outline that `LibXMLMarkup` writes. Never fails: what can't be understood is left out. Linear for a
/// given budget: elements nested deeper than the depth budget become leaves of the deepest ones kept, tags with more
/// attributes than theirs lose the rest, and what follows after the node budget is dropped. Scripts and styles are kept
/// as the text of their elements; what stands in `svg` is left out. One belongs to one thread.
package struct LibXMLParser {
  private var tokens = HTMLTokenizer()
  private var outline = LibXMLMarkup()
  private var builder = LibXMLArenaBuilder()

  package init() { xmlInitParser() }

  /// Parses a page in UTF-8 into `arena`, whose earlier content goes and whose memory is used again.
  package mutating func parse(_ html: [UInt8], into arena: inout HTMLArena) {
    swap(&builder.nodes, &arena.nodes)
    outline.begin()
    tokens.run(html, reusing: &arena.attributes, into: &outline)
    swap(&builder.attributes, &tokens.attributes)
    outline.bytes.withUnsafeBufferPointer { bytes in
      builder.begin(outline.starts, outline.texts)
      withUnsafeMutablePointer(to: &builder) { LibXMLParser.run(bytes, into: $0) }
    }
    builder.finish()
    swap(&builder.attributes, &tokens.attributes)
    swap(&builder.nodes, &arena.nodes)
    let isTooLong = html.count > HTMLTokenizer.pageLimit
    tokens.finish(&arena, isTruncated: isTooLong || builder.isTruncated)
  }

  private static func run(
    _ html: UnsafeBufferPointer<UInt8>, into builder: UnsafeMutablePointer<LibXMLArenaBuilder>
  ) {
    guard html.count > 0, html.count < Int(Int32.max), let base = html.baseAddress else { return }
    // SAFETY: the context reads `html` and the handlers use `builder` only inside this call; the handler table outlives
    // the parse, and the context's own table is put back before the context frees it.
    let made = base.withMemoryRebound(to: CChar.self, capacity: html.count) {
      htmlCreateMemoryParserCtxt($0, Int32(html.count))
    }
    guard let context = made else { return }
    defer { htmlFreeParserCtxt(context) }
    let options =
      HTML_PARSE_RECOVER.rawValue | HTML_PARSE_NOERROR.rawValue | HTML_PARSE_NOWARNING.rawValue
      | HTML_PARSE_NONET.rawValue | HTML_PARSE_IGNORE_ENC.rawValue
    htmlCtxtUseOptions(context, Int32(options))
    context.pointee.charset = Int32(XML_CHAR_ENCODING_UTF8.rawValue)
    builder.pointee.context = context
    var handler = xmlSAXHandler()
    handler.startElement = { builder, name, _ in
      LibXMLParser.builder(builder).pointee.startElement(name!)
    }
    handler.endElement = { LibXMLParser.builder($0).pointee.endElement($1!) }
    handler.characters = { LibXMLParser.builder($0).pointee.characters($1!, Int($2)) }
    handler.ignorableWhitespace = { LibXMLParser.builder($0).pointee.characters($1!, Int($2)) }
    handler.cdataBlock = { LibXMLParser.builder($0).pointee.characters($1!, Int($2)) }
    withUnsafeMutablePointer(to: &handler) { table in
      let own = context.pointee.sax
      context.pointee.sax = table
      context.pointee.userData = UnsafeMutableRawPointer(builder)
      htmlParseDocument(context)
      context.pointee.sax = own
    }
    builder.pointee.context = nil
  }

  private static func builder(
    _ pointer: UnsafeMutableRawPointer?
  ) -> UnsafeMutablePointer<LibXMLArenaBuilder> {
    pointer!.assumingMemoryBound(to: LibXMLArenaBuilder.self)
  }
}
