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
}
