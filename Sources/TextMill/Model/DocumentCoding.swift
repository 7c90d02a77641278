package import TextAlgorithms

/// The binary form of a document between the passes: length-prefixed fields, nothing parsed twice.
package enum DocumentCoding {
  /// Appends a document's bytes, which tell their own end.
  package static func append(_ document: Document, to out: inout [UInt8]) {
    append(document.id, to: &out)
    out.append(UInt8(Document.Kind.allCases.firstIndex(of: document.kind)!))
    append(document.source.source, to: &out)
    append(document.source.path, to: &out)
    append(document.source.record, to: &out)
    append(document.source.offset, to: &out)
    append(optional: document.title, to: &out)
    append(optional: document.url, to: &out)
    append(optional: document.language, to: &out)
    append(optional: document.createdAt, to: &out)
    append(optional: document.updatedAt, to: &out)
    switch document.body {
    case .page(let page):
      out.append(0)
      append(page.bytes, to: &out)
      append(optional: page.encoding, to: &out)
      append(optional: page.modifiedAt, to: &out)
      append(optional: page.title, to: &out)
    case .text(let text):
      out.append(1)
      append(text, to: &out)
    case .conversation(let messages):
      out.append(2)
      append(messages.count, to: &out)
      for message in messages { append(message, to: &out) }
    }
    var extra: [UInt8] = []
    if let product = document.product { product.json.append(to: &extra) }
    append(extra, to: &out)
    extra.removeAll(keepingCapacity: true)
    if !document.metadata.isEmpty { JSONValue.object(document.metadata).append(to: &extra) }
    append(extra, to: &out)
    append(document.identities.customer.count, to: &out)
    for value in document.identities.customer { append(value, to: &out) }
    append(document.identities.agent.count, to: &out)
    for value in document.identities.agent { append(value, to: &out) }
  }

  private static func append(_ message: Message, to out: inout [UInt8]) {
    out.append(UInt8(Message.Role.allCases.firstIndex(of: message.role)!))
    out.append(
      (message.visibility == .internal ? 1 : 0) | (message.isAutomatic ? 2 : 0)
        | (message.isHTML ? 4 : 0))
    append(optional: message.author, to: &out)
    append(optional: message.sentAt, to: &out)
    append(message.text, to: &out)
  }

  static func append(_ value: Int, to out: inout [UInt8]) {
    var rest = UInt64(bitPattern: Int64(value))
    while rest >= 0x80 {
      out.append(UInt8(truncatingIfNeeded: rest) | 0x80)
      rest >>= 7
    }
    out.append(UInt8(truncatingIfNeeded: rest))
  }

  private static func append(_ bytes: [UInt8], to out: inout [UInt8]) {
    append(bytes.count, to: &out)
    out.append(contentsOf: bytes)
  }

  private static func append(_ text: String, to out: inout [UInt8]) {
    append(text.utf8.count, to: &out)
    out.append(contentsOf: text.utf8)
  }

  private static func append(optional text: String?, to out: inout [UInt8]) {
    guard let text else { return out.append(0) }
    append(text.utf8.count + 1, to: &out)
    out.append(contentsOf: text.utf8)
  }
}
