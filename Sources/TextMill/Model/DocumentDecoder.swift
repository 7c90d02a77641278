package import TextAlgorithms

/// Reads what `DocumentCoding` wrote; the bytes come from this run's own files, whose sums were checked.
package struct DocumentDecoder {
  private let bytes: UnsafeBufferPointer<UInt8>
  private var position = 0

  package init(_ bytes: UnsafeBufferPointer<UInt8>) { self.bytes = bytes }

  /// Reads the next document.
  package mutating func document() -> Document {
    let id = string()
    let kind = Document.Kind.allCases[Int(byte())]
    let source = SourceLocation(source: string(), path: string(), record: int(), offset: int())
    let title = optional()
    let url = optional()
    let language = optional()
    let createdAt = optional()
    let updatedAt = optional()
    let body: Document.Body
    switch byte() {
    case 0:
      body = .page(
        RawPage(bytes: data(), encoding: optional(), modifiedAt: optional(), title: optional()))
    case 1: body = .text(data())
    default:
      let count = int()
      body = .conversation((0..<count).map { _ in message() })
    }
    let product = data()
    let metadata = data()
    let customer = (0..<int()).map { _ in string() }
    let agent = (0..<int()).map { _ in string() }
    return Document(
      id: id, kind: kind, source: source, title: title, url: url, language: language,
      createdAt: createdAt, updatedAt: updatedAt, body: body,
      product: product.isEmpty ? nil : (try? JSONValue(parsing: product)).map(Product.init(json:)),
      metadata: metadata.isEmpty ? [] : (try? JSONValue(parsing: metadata))?.members ?? [],
      identities: Identities(customer: customer, agent: agent))
  }

  private mutating func message() -> Message {
    let role = Message.Role.allCases[Int(byte())]
    let flags = byte()
    let author = optional()
    let sentAt = optional()
    return Message(
      role: role, author: author, sentAt: sentAt, text: data(), isHTML: flags & 4 != 0,
      visibility: flags & 1 != 0 ? .internal : .public, isAutomatic: flags & 2 != 0)
  }

  private mutating func byte() -> UInt8 {
    defer { position += 1 }
    return bytes[position]
  }

  mutating func int() -> Int {
    var value: UInt64 = 0
    var shift: UInt64 = 0
    while true {
      let next = byte()
      value |= UInt64(next & 0x7F) << shift
      if next < 0x80 { return Int(Int64(bitPattern: value)) }
      shift += 7
    }
  }

  private mutating func data() -> [UInt8] {
    let count = int()
    defer { position += count }
    return Array(bytes[position..<(position + count)])
  }

  private mutating func string() -> String {
    let count = int()
    defer { position += count }
    return String(
      decoding: UnsafeBufferPointer(rebasing: bytes[position..<(position + count)]), as: UTF8.self)
  }

  private mutating func optional() -> String? {
    let count = int()
    if count == 0 { return nil }
    defer { position += count - 1 }
    return String(
      decoding: UnsafeBufferPointer(rebasing: bytes[position..<(position + count - 1)]),
      as: UTF8.self)
  }
}
