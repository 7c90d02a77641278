internal import TextAlgorithms

/// What a tokenizer is, for people and for programs.
package struct TokenizerDescription: Equatable, Sendable {
  package var name: String
  package var pattern: String
  package var tokens: Int
  package var highestID: Int
  package var sha256: String
  /// The ids of the longest tokens with their bytes, longest first, equal ones by id.
  package var longest: [Token]

  /// A token's id and what it stands for.
  package struct Token: Equatable, Sendable {
    package var id: UInt32
    package var bytes: [UInt8]
  }

  /// Describes a tokenizer with at most `limit` of its longest tokens.
  package init(_ tokenizer: Tokenizer, longest limit: Int = 10) {
    let vocabulary = tokenizer.vocabulary
    let ids = vocabulary.ids
    name = tokenizer.name
    pattern = tokenizer.pattern.rawValue
    tokens = vocabulary.tokenCount
    highestID = Int(ids.last ?? 0)
    sha256 = tokenizer.sha256
    let all = ids.map { Token(id: $0, bytes: vocabulary.token($0) ?? []) }
    self.longest = Array(
      all.sorted { ($1.bytes.count, $0.id) < ($0.bytes.count, $1.id) }.prefix(limit))
  }

  /// One JSON object.
  package var json: [UInt8] {
    var out: [UInt8] = [0x7B]
    out.appendMember("name", name)
    out.appendMember("pattern", pattern)
    out.appendMember("tokens", tokens)
    out.appendMember("highest_id", highestID)
    out.appendMember("sha256", sha256)
    out.appendKey("longest")
    out.append(0x5B)
    for (position, token) in longest.enumerated() {
      if position > 0 { out.append(0x2C) }
      out.append(0x7B)
      out.appendMember("id", Int(token.id))
      out.appendMember("bytes", token.bytes.count)
      out.appendMember("text", TokenizerDescription.text(token.bytes))
      out.append(0x7D)
    }
    out.append(contentsOf: [0x5D, 0x7D])
    return out
  }

  /// Lines for people.
  package var text: String {
    var lines = [
      "name     \(name)", "pattern  \(pattern)", "tokens   \(tokens)", "highest  \(highestID)",
      "sha256   \(sha256)", "longest",
    ]
    for token in longest {
      var quoted: [UInt8] = []
      JSONString.append(TokenizerDescription.text(token.bytes), to: &quoted)
      lines.append(
        "  \(token.id)  \(token.bytes.count) bytes  \(String(decoding: quoted, as: UTF8.self))")
    }
    return lines.joined(separator: "\n")
  }

  private static func text(_ bytes: [UInt8]) -> [UInt8] {
    bytes.withUnsafeBufferPointer { UTF8Encoding.repaired($0).text }
  }
}
