internal import Glibc

/// The tokens of a byte-level byte-pair encoding with their ranks; a token's rank is its id.
///
/// Immutable and safe to share between threads. Encoding happens in `BytePairEncoder`, one a worker.
package final class Vocabulary: Sendable {
  /// How many tokens there are; ids may have gaps, so the highest id may be greater.
  package let tokenCount: Int
  /// The length of the longest token in bytes.
  package let longestToken: Int
  let tables: VocabularyTables

  /// A vocabulary from the text of a `.tiktoken` file: a token in base64, a space and its rank on each line.
  ///
  /// Throws at the first line that has no such form, at a token or rank that was there before, and when
  /// one of the 256 single bytes is missing. Linear.
  package convenience init(parsing text: UnsafeBufferPointer<UInt8>) throws(VocabularyError) {
    var parser = VocabularyParser(text)
    try parser.parse()
    try self.init(parser)
  }

  private init(_ parser: VocabularyParser) throws(VocabularyError) {
    tokenCount = parser.tokens.count
    longestToken = parser.longest
    // SAFETY: the builder's memory belongs to this object from here on, in every way out.
    tables = VocabularyTables(tokens: parser.tokens, bytes: parser.bytes, longest: parser.longest)
    for index in parser.tokens.indices {
      let token = parser.tokens[index]
      if let first = tables.insert(token) {
        let line = parser.line(ofToken: index)
        throw VocabularyError(
          first == token.rank ? "rank \(token.rank) twice" : "a token twice", line: line)
      }
    }
    for byte in 0..<256 where tables.idOfByte[byte] == VocabularyTables.none {
      throw VocabularyError("the single byte \(byte) has no token")
    }
  }

  deinit { tables.deallocate() }

  /// The bytes of a token, or nil for an id that has none.
  package func token(_ id: UInt32) -> [UInt8]? {
    tables.bytes(of: id).map(Array.init)
  }

  /// The rank of a token, or nil when it isn't in the vocabulary.
  package func rank(of token: [UInt8]) -> UInt32? {
    guard !token.isEmpty, token.count <= longestToken else { return nil }
    // Keys are read in words, past the token's end.
    let padded = token + Array(repeating: 0, count: VocabularyTables.padding)
    let rank = padded.withUnsafeBufferPointer { tables.rank($0.baseAddress!, token.count) }
    return rank == VocabularyTables.none ? nil : rank
  }

  /// Every id that has a token, in rising order.
  package var ids: [UInt32] {
    (0..<UInt32(tables.idLimit)).filter { tables.bytes(of: $0) != nil }
  }

  /// The bytes that the tokens stand for, one after the other; they need not be valid UTF-8.
  ///
  /// Throws at the first id that isn't in the vocabulary.
  package func decode(_ ids: [UInt32]) throws(VocabularyError) -> [UInt8] {
    var out: [UInt8] = []
    for id in ids {
      guard let token = tables.bytes(of: id) else {
        throw VocabularyError("no token has the id \(id)")
      }
      out.append(contentsOf: token)
    }
    return out
  }

  /// The text of a `.tiktoken` file with these tokens, whose ranks are their positions.
  package static func serialize(_ tokens: [[UInt8]]) -> [UInt8] {
    var out: [UInt8] = []
    for (rank, token) in tokens.enumerated() {
      Base64.append(token, to: &out)
      out.append(0x20)
      out.appendDecimal(rank)
      out.append(0x0A)
    }
    return out
  }
}
