import Testing
import TextAlgorithms

@testable import TextMill

@Suite struct TokenizerTests {
  @Test func `A vocabulary from a file is the one that was written`() throws {
    let embedded = TokenizeStageTests.tokenizer
    let tokens = (0..<UInt32(embedded.vocabulary.tokenCount)).compactMap(embedded.vocabulary.token)
    let folder = try ScratchFolder()
    let path = folder.file("mine.tiktoken")
    try AtomicFile.write(Vocabulary.serialize(tokens), to: path)
    let loaded = try Tokenizer(vocabulary: .file(path), pattern: embedded.pattern.rawValue)
    #expect(loaded.name == "mine")
    let text = Array("Where's my order №1234? Größe 👍".utf8)
    #expect(loaded.makeEncoder().encode(text) == embedded.makeEncoder().encode(text))
    #expect(loaded.sha256 == SHA256.hexadecimal(SHA256.hash(Vocabulary.serialize(tokens))))
  }

  @Test func `A file that is missing or no vocabulary is an error with a code`() throws {
    let folder = try ScratchFolder()
    let missing = #expect(throws: TextMillError.self) {
      try Tokenizer(vocabulary: .file(folder.file("none")))
    }
    #expect(missing?.code == .missingInput)
    try AtomicFile.write(Array("no vocabulary\n".utf8), to: folder.file("bad"))
    let bad = #expect(throws: TextMillError.self) {
      try Tokenizer(vocabulary: .file(folder.file("bad")))
    }
    #expect(bad?.code == .usage)
    let pattern = #expect(throws: TextMillError.self) {
      try Tokenizer(vocabulary: .embedded, pattern: "klingon")
    }
    #expect(pattern?.code == .usage)
  }
}
