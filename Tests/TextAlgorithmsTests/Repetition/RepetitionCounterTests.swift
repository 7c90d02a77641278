import Testing

@testable import TextAlgorithms

@Suite struct RepetitionCounterTests {
  @Test func `measures equal counts by brute force`() {
    var random = SeededGenerator(seed: 11)
    var counter = RepetitionCounter()
    for _ in 0..<300 {
      let text = (0..<Int.random(in: 0...120, using: &random)).map { _ in
        let separators = [" ", " ", " ", "\n", "\n\n", ", "]
        return "w\(Int.random(in: 0..<6, using: &random))"
          + separators[Int.random(in: 0..<6, using: &random)]
      }.joined()
      let measure = Array(text.utf8).withUnsafeBufferPointer { counter.measure($0) }
      let words = text.split { !($0.isLetter || $0.isNumber) }.map(String.init)
      let total = max(1, words.reduce(0) { $0 + $1.utf8.count })
      #expect(measure.words == words.count)
      for n in 2...4 {
        #expect(measure.topNGrams[n - 2] == Double(top(words, n)) / Double(total))
      }
      for n in 5...10 {
        #expect(measure.duplicateNGrams[n - 5] == Double(duplicates(words, n)) / Double(total))
      }
      let lines = text.split(separator: "\n").filter { $0.contains { $0 != " " } }.map(String.init)
      #expect(measure.duplicateLines == share(lines))
    }
  }

  private func grams(_ words: [String], _ n: Int) -> [[String]] {
    words.count < n ? [] : (0...(words.count - n)).map { Array(words[$0..<($0 + n)]) }
  }

  private func size(_ words: [String]) -> Int { words.reduce(0) { $0 + $1.utf8.count } }

  private func top(_ words: [String], _ n: Int) -> Int {
    let counts = Dictionary(grams(words, n).map { ($0, 1) }, uniquingKeysWith: +)
    let most = counts.values.max() ?? 0
    if most < 2 { return 0 }
    return most * counts.filter { $0.value == most }.keys.map { size($0) }.max()!
  }

  private func duplicates(_ words: [String], _ n: Int) -> Int {
    let all = grams(words, n)
    var seen: Set<[String]> = []
    var bytes = 0
    var i = 0
    while i < all.count {
      if seen.insert(all[i]).inserted {
        i += 1
      } else {
        bytes += size(all[i])
        i += n
      }
    }
    return bytes
  }

  private func share(_ pieces: [String]) -> Double {
    pieces.isEmpty ? 0 : Double(pieces.count - Set(pieces).count) / Double(pieces.count)
  }
}
