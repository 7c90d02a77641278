package import TextAlgorithms

/// Writes an extracted document as one JSON object: every key in every line, null where nothing is known.
package enum DocumentLine {
  /// The members that a line has; a record that passes its own members on leaves these out.
  package static let members: [StaticString] = [
    "id", "kind", "title", "url", "language", "created_at", "updated_at", "text", "messages",
    "product", "metadata", "source",
  ]

  /// Appends the object without its closing brace, for members behind it.
  ///
  /// `text` joins the messages of a conversation by blank lines. A message has `"automatic": true` when
  /// no person wrote it, and no such member else.
  package static func appendOpen(_ document: Document, to out: inout [UInt8]) {
    out.append(0x7B)
    out.appendMember("id", document.id)
    out.appendMember("kind", document.kind.rawValue)
    out.appendMember("title", document.title)
    out.appendMember("url", document.url)
    out.appendMember("language", document.language)
    out.appendMember("created_at", document.createdAt)
    out.appendMember("updated_at", document.updatedAt)
    out.appendMember("text", document.text)
    out.appendKey("messages")
    if case .conversation(let messages) = document.body {
      append(messages, to: &out)
    } else {
      out.appendASCII("null")
    }
    out.appendKey("product")
    if let product = document.product {
      product.json.append(to: &out)
    } else {
      out.appendASCII("null")
    }
    out.appendKey("metadata")
    JSONValue.object(document.metadata).append(to: &out)
    let source = document.source
    out.appendMember("source", "\(source.source):\(source.path)@\(source.offset)")
  }

  /// Appends the whole line with its line end.
  package static func append(_ document: Document, to out: inout [UInt8]) {
    appendOpen(document, to: &out)
    out.append(0x7D)
    out.append(0x0A)
  }

  private static func append(_ messages: [Message], to out: inout [UInt8]) {
    out.append(0x5B)
    for (index, message) in messages.enumerated() {
      if index > 0 { out.append(0x2C) }
      out.append(0x7B)
      out.appendMember("role", message.role.rawValue)
      out.appendMember("author", message.author)
      out.appendMember("sent_at", message.sentAt)
      out.appendMember("text", message.text)
      out.appendMember("visibility", message.visibility.rawValue)
      if message.isAutomatic {
        out.appendKey("automatic")
        out.appendASCII("true")
      }
      out.append(0x7D)
    }
    out.append(0x5D)
  }
}
