import Testing

@testable import TextAlgorithms

@Suite struct BytePairTrainerTests {
  static func train(_ texts: [String], size: Int) -> [[UInt8]] {
    var counter = PieceCounter(pattern: .o200k)
    for text in texts { Array(text.utf8).withUnsafeBufferPointer { counter.add($0) } }
    return BytePairTrainer.train(counter, size: size)
  }

  /// Training as it is defined: count all pairs anew before each merge.
  static func reference(_ texts: [String], size: Int) -> [[UInt8]] {
    var words: [[[UInt8]]] = []
    for text in texts {
      Array(text.utf8).withUnsafeBufferPointer { buffer in
        SplitPattern.o200k.forEachPiece(buffer) { words.append($0.map { [$0] }) }
      }
    }
    var tokens = (0...255).map { [UInt8($0)] }
    while tokens.count < size {
      var counts: [[[UInt8]]: Int] = [:]
      for word in words {
        for i in word.indices.dropLast() { counts[[word[i], word[i + 1]], default: 0] += 1 }
      }
      func ranks(_ pair: [[UInt8]]) -> (Int, Int) {
        (tokens.firstIndex(of: pair[0])!, tokens.firstIndex(of: pair[1])!)
      }
      let best = counts.filter { $0.value > 1 }.min { a, b in
        a.value != b.value ? a.value > b.value : ranks(a.key) < ranks(b.key)
      }
      guard let pair = best?.key else { break }
      if !tokens.contains(pair[0] + pair[1]) { tokens.append(pair[0] + pair[1]) }
      for w in words.indices {
        var merged: [[UInt8]] = []
        var i = 0
        while i < words[w].count {
          if i + 1 < words[w].count, words[w][i] == pair[0], words[w][i + 1] == pair[1] {
            merged.append(pair[0] + pair[1])
            i += 2
          } else {
            merged.append(words[w][i])
            i += 1
          }
        }
        words[w] = merged
      }
    }
    return tokens
  }

  @Test func `it learns what counting anew before each merge learns`() {
    var random = SeededGenerator(seed: 21)
    for _ in 0..<8 {
      let texts = (0..<30).map { _ in
        String((0..<30).map { _ in "aaabbcd  \n".randomElement(using: &random)! })
      }
      #expect(Self.train(texts, size: 300) == Self.reference(texts, size: 300))
    }
  }

  @Test func `of equally frequent pairs the lower comes first`() {
    let tokens = Self.train(["zy", "zy", "ab", "ab"], size: 257)
    #expect(tokens.last == Array("ab".utf8))
  }

  @Test func `it stops when no pair occurs twice`() {
    #expect(Self.train(["abc"], size: 1000).count == 256)
    #expect(Self.train([], size: 1000).count == 256)
  }

  @Test func `the order of texts with the same counts doesn't matter`() {
    let texts = ["the cat", "the dog", "that hat", "then what"]
    #expect(Self.train(texts, size: 280) == Self.train(texts.reversed(), size: 280))
  }

  @Test func `endless pieces are left out`() {
    let text = String(repeating: "ab", count: PieceCounter.longestPiece)
    #expect(Self.train([text], size: 300).count == 256)
  }
}
