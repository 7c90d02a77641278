import Testing

@testable import TextAlgorithms

@Suite struct VocabularyTests {
  /// The lines of the 256 single bytes.
  static let bytes: String = String(
    decoding: Vocabulary.serialize((0...255).map { [UInt8($0)] }), as: UTF8.self)

  static func parse(_ text: String) throws(VocabularyError) -> Vocabulary {
    let text = Array(text.utf8)
    let result: Result<Vocabulary, VocabularyError> = text.withUnsafeBufferPointer { buffer in
      do throws(VocabularyError) { return .success(try Vocabulary(parsing: buffer)) } catch {
        return .failure(error)
      }
    }
    return try result.get()
  }

  @Test func `what is serialized parses to the same tokens`() throws {
    var random = SeededGenerator(seed: 7)
    var tokens = (0...255).map { [UInt8($0)] }
    for length in 2...40 {
      for _ in 0..<20 {
        tokens.append((0..<length).map { _ in UInt8.random(in: 0...255, using: &random) })
      }
    }
    tokens = tokens.enumerated().filter { tokens.firstIndex(of: $0.element) == $0.offset }.map(
      \.element)
    let text = String(decoding: Vocabulary.serialize(tokens), as: UTF8.self)
    let vocabulary = try Self.parse(text)
    #expect(vocabulary.tokenCount == tokens.count)
    #expect(vocabulary.longestToken == 40)
    for (rank, token) in tokens.enumerated() {
      #expect(vocabulary.token(UInt32(rank)) == token)
      #expect(vocabulary.rank(of: token) == UInt32(rank))
    }
    #expect(vocabulary.rank(of: Array("not a token at all".utf8)) == nil)
    #expect(vocabulary.rank(of: []) == nil)
  }

  @Test func `ids may have gaps, lines may end in CRLF, and blank lines don't matter`() throws {
    let vocabulary = try Self.parse("\n" + Self.bytes + "YWI= 300\r\n\r\nYWJj 500")
    #expect(vocabulary.tokenCount == 258)
    #expect(vocabulary.rank(of: Array("ab".utf8)) == 300)
    #expect(vocabulary.token(301) == nil)
    #expect(vocabulary.token(500) == Array("abc".utf8))
    #expect(vocabulary.ids.last == 500)
    #expect(vocabulary.ids.count == 258)
    #expect(throws: VocabularyError("no token has the id 301")) {
      try vocabulary.decode([97, 301])
    }
  }

  @Test(arguments: [
    ("YW*= 256\n", "the token is no base64"), ("YWI 256\n", "the token is no base64"),
    ("YWJ= 256\n", "the token is no base64"), (" 256\n", "the token is no base64"),
    ("Y 256\n", "the token is no base64"), ("YWI== 256\n", "the token is no base64"),
    ("YWI=\n", "a space and a rank were expected after the token"),
    ("YWI= x\n", "the rank is no number below 16777216"),
    ("YWI= 99999999999999999999\n", "the rank is no number below 16777216"),
    ("YWI= 256 7\n", "text after the rank"), ("YWI= 3\n", "rank 3 twice"),
    ("YQ== 256\n", "a token twice"),
  ])
  func `a wrong line is told with its number`(line: String, message: String) {
    #expect(throws: VocabularyError(message, line: 257)) { try Self.parse(Self.bytes + line) }
  }

  @Test func `a token that stands twice is told whatever its length`() {
    for token in ["YWI=", "YWJjZGVmZ2hpag==", "YWJjZGVmZ2hpamtsbW5vcHFyc3R1dg=="] {
      #expect(throws: VocabularyError("a token twice", line: 258)) {
        try Self.parse(Self.bytes + "\(token) 256\n\(token) 257\n")
      }
    }
  }

  @Test func `an empty text and a missing byte are errors`() {
    #expect(throws: VocabularyError("it is empty")) { try Self.parse("") }
    #expect(throws: VocabularyError("it has no tokens")) { try Self.parse("\n\n") }
    #expect(throws: VocabularyError("the single byte 1 has no token")) {
      try Self.parse("AA== 0\n")
    }
  }
}
