internal import TextAlgorithms

/// Rows of the retrieval dataset: one chunk a row, every key in every row, product fields flat so that an
/// index can filter by them.
enum ChunkRow {
  /// Appends the row with its line end.
  static func append(
    _ chunk: Chunk, sequence: Int, of count: Int, document: Document, to out: inout [UInt8]
  ) {
    out.append(0x7B)
    out.appendMember("id", chunk.id)
    out.appendMember("document_id", document.id)
    out.appendMember("text", chunk.text)
    out.appendKey("headings")
    JSONValue.array(chunk.headings.map { .string($0) }).append(to: &out)
    out.appendMember("tokens", chunk.tokens)
    out.appendMember("start", chunk.start)
    out.appendMember("end", chunk.end)
    out.appendMember("sequence", sequence)
    out.appendMember("chunks", count)
    out.appendMember("content_hash", SHA256.hexadecimal(Array(SHA256.hash(chunk.text)[0..<16])))
    out.appendMember("kind", document.kind.rawValue)
    out.appendMember("title", document.title ?? "")
    out.appendMember("url", document.url ?? "")
    out.appendMember("language", document.language ?? "")
    out.appendMember("updated_at", document.updatedAt ?? "")
    out.appendMember("sku", document.product?.sku ?? "")
    out.appendMember("brand", document.product?.brand ?? "")
    out.appendMember("price", document.product?.price ?? "")
    out.appendMember("currency", document.product?.currency ?? "")
    out.appendMember("availability", document.product?.availability ?? "")
    out.appendMember("source", document.source.text)
    out.append(0x7D)
    out.append(0x0A)
  }
}
