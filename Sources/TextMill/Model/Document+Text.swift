extension Document {
  /// The whole text: a conversation's messages joined by blank lines, a text as it is, nothing for a page
  /// that isn't extracted.
  package var text: [UInt8] {
    switch body {
    case .text(let text): return text
    case .page: return []
    case .conversation(let messages):
      var out: [UInt8] = []
      for message in messages where !message.text.isEmpty {
        if !out.isEmpty { out += [0x0A, 0x0A] }
        out += message.text
      }
      return out
    }
  }

  /// The texts that the document consists of: one, or those of its messages.
  package var texts: [[UInt8]] {
    switch body {
    case .text(let text): [text]
    case .page: []
    case .conversation(let messages): messages.map(\.text)
    }
  }

  /// The text by which documents are compared: for a product also its names and numbers, because two
  /// products can share every other word.
  package var comparedText: [UInt8] {
    guard let product else { return text }
    let facts = [title, product.name, product.sku, product.gtin, product.mpn, product.price]
    return text + [0x0A, 0x0A] + Array(facts.compactMap(\.self).joined(separator: " ").utf8)
  }
}
