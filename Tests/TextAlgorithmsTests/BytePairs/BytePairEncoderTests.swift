import Testing

@testable import TextAlgorithms

@Suite struct BytePairEncoderTests {
  /// A vocabulary that was trained on text of the kinds the tests use.
  static let vocabulary: Vocabulary = {
    var random = SeededGenerator(seed: 3)
    var counter = PieceCounter(pattern: .o200k)
    var text = String(repeating: "the customer's order isn't here; ", count: 5)
    text += String(repeating: " ", count: 200) + String(repeating: "a", count: 200)
    for _ in 0..<400 { text += random.text(length: 60) }
    for word in ["internationalization", "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa"] {
      text += String(repeating: " " + word, count: 40)
    }
    Array(text.utf8).withUnsafeBufferPointer { counter.add($0) }
    let tokens = BytePairTrainer.train(counter, size: 2000)
    return try! VocabularyTests.parse(
      String(decoding: Vocabulary.serialize(tokens), as: UTF8.self))
  }()

  /// Byte-pair merging as it is defined: the leftmost pair of lowest rank, until there is none.
  static func reference(_ piece: [UInt8]) -> [UInt32] {
    if let rank = vocabulary.rank(of: piece) { return [rank] }
    var parts = piece.map { [$0] }
    while true {
      var lowest: (rank: UInt32, at: Int)?
      for i in parts.indices.dropLast() {
        guard let rank = vocabulary.rank(of: parts[i] + parts[i + 1]) else { continue }
        if lowest.map({ rank < $0.rank }) ?? true { lowest = (rank, i) }
      }
      guard let lowest else { return parts.map { vocabulary.rank(of: $0)! } }
      parts[lowest.at] += parts[lowest.at + 1]
      parts.remove(at: lowest.at + 1)
    }
  }

  static func encode(_ text: String, _ pattern: SplitPattern) -> [UInt32] {
    BytePairEncoder(vocabulary, pattern: pattern).encode(Array(text.utf8))
  }

  @Test(arguments: SplitPattern.allCases)
  func `decoding gives back what was encoded, and the count is that of the ids`(
    pattern: SplitPattern
  ) throws {
    var random = SeededGenerator(seed: 5)
    let encoder = BytePairEncoder(Self.vocabulary, pattern: pattern)
    for _ in 0..<1000 {
      let text = Array(random.text(length: 80).utf8)
      let ids = encoder.encode(text)
      #expect(try Self.vocabulary.decode(ids) == text)
      #expect(text.withUnsafeBufferPointer { encoder.count($0) } == ids.count)
    }
  }

  @Test(arguments: SplitPattern.allCases)
  func `fast merging equals merging by definition, with warm caches too`(pattern: SplitPattern) {
    var random = SeededGenerator(seed: 9)
    let encoder = BytePairEncoder(Self.vocabulary, pattern: pattern)
    let texts = (0..<200).map { _ in Array(random.text(length: 60).utf8) }
    for _ in 0..<2 {
      for text in texts {
        var expected: [UInt32] = []
        text.withUnsafeBufferPointer { buffer in
          pattern.forEachPiece(buffer) { expected += Self.reference(Array($0)) }
        }
        #expect(encoder.encode(text) == expected)
      }
    }
  }

  @Test func `the heap and the scan merge alike on both sides of their border`() {
    var random = SeededGenerator(seed: 13)
    for length in [
      PieceMerger.scanLimit - 1, PieceMerger.scanLimit, PieceMerger.scanLimit + 1, 400,
    ] {
      for _ in 0..<10 {
        let letters = Array("aabcdeinot".utf8)
        let text = (0..<length).map { _ in letters.randomElement(using: &random)! }
        #expect(
          BytePairEncoder(Self.vocabulary, pattern: .cl100k).encode(text) == Self.reference(text))
      }
    }
  }

  @Test func `a text may end anywhere in memory`() {
    let encoder = BytePairEncoder(Self.vocabulary, pattern: .o200k)
    let text = Array("the customer's internationalization aaaaaaaaaaaaaaaaaaaaaa isn't here".utf8)
    for end in text.indices {
      let prefix = Array(text[..<end])
      // The bytes after the end differ; the ids must not.
      let slice = text.withUnsafeBufferPointer { buffer in
        var ids: [UInt32] = []
        encoder.encode(UnsafeBufferPointer(rebasing: buffer[..<end]), into: &ids)
        return ids
      }
      #expect(slice == encoder.encode(prefix))
    }
  }

  @Test(arguments: SplitPattern.allCases)
  func `endless pieces of one kind are encoded whole`(pattern: SplitPattern) throws {
    for unit in ["a", "😀", " ", "\n", "é", "\u{301}", "\u{AA}A", "'s", "!", "7"] {
      let count = 200_000 / unit.utf8.count
      let text = Array(String(repeating: unit, count: count).utf8)
      let ids = BytePairEncoder(Self.vocabulary, pattern: pattern).encode(text)
      #expect(try Self.vocabulary.decode(ids) == text)
    }
  }

  @Test func `text that looks like a special token is text`() throws {
    let ids = Self.encode("<|endoftext|>", .cl100k)
    #expect(try Self.vocabulary.decode(ids) == Array("<|endoftext|>".utf8))
  }

  @Test func `nothing has no ids`() { #expect(Self.encode("", .o200k).isEmpty) }

  @Test func `ids are written as JSON numbers`() {
    var out: [UInt8] = []
    let ids: [UInt32] = [0, 9, 10, 99, 100, 999, 1000, 99999, 100_000, 9_999_999, 12_345_678, .max]
    IdentifierList.append(ids, to: &out)
    #expect(out == Array("[\(ids.map(String.init).joined(separator: ","))]".utf8))
    IdentifierList.append([], to: &out)
    #expect(out.suffix(2) == Array("[]".utf8))
  }
}
