internal import TextAlgorithms

/// Rows of the documents dataset: every key in every row, of one type, so that any loader infers one schema.
enum DocumentRow {
  /// Appends the row with its line end. `tokens` is -1 when nothing counts them.
  static func append(
    _ document: Document, text: [UInt8], tokens: Int, duplicates: Int, to out: inout [UInt8]
  ) {
    out.append(0x7B)
    out.appendMember("id", document.id)
    out.appendMember("kind", document.kind.rawValue)
    out.appendMember("title", document.title ?? "")
    out.appendMember("url", document.url ?? "")
    out.appendMember("language", document.language ?? "")
    out.appendMember("created_at", document.createdAt ?? "")
    out.appendMember("updated_at", document.updatedAt ?? "")
    out.appendMember("text", text)
    out.appendMember("token_count", tokens)
    out.appendMember("duplicates", duplicates)
    out.appendMember("source", document.source.text)
    // A text and not an object: members differ from row to row, which loaders refuse.
    out.appendMember("metadata", JSONValue.object(document.metadata).bytes)
    out.append(0x7D)
    out.append(0x0A)
  }
}

extension SourceLocation {
  /// "helpdesk:page-001.json@5120": source, file, byte offset.
  var text: String { "\(source):\(path)@\(offset)" }
}
