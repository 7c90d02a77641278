import Testing

@testable import TextMill

@Suite struct DecontaminatorTests {
  static func words(_ count: Int, _ random: inout SeededGenerator) -> [String] {
    (0..<count).map { _ in "w\(random.next() % 1_000_000)" }
  }

  static func decontaminator(
    _ lines: [String], ngram: Int = 13, minMatches: Int = 1
  ) throws -> (Decontaminator, EvaluationIndex) {
    let folder = try ScratchFolder()
    let path = try folder.write("eval.jsonl", lines.joined(separator: "\n") + "\n")
    var options = DecontaminateConfiguration()
    options.files = [.init(name: "eval.jsonl", path: path)]
    options.ngram = ngram
    options.minMatches = minMatches
    let index = try EvaluationIndex(options)
    return (Decontaminator(index, options: options), index)
  }

  @Test func `a run of words of the n-gram's length is found, and one word less isn't`() throws {
    var random = SeededGenerator(seed: 3)
    for _ in 0..<50 {
      let ngram = Int.random(in: 8...13, using: &random)
      let texts = (0..<5).map { _ in Self.words(Int.random(in: 14...40, using: &random), &random) }
      let (decontaminator, _) = try Self.decontaminator(
        texts.map { $0.joined(separator: " ") }, ngram: ngram)
      let line = Int.random(in: 0..<5, using: &random)
      let start = Int.random(in: 0...(texts[line].count - ngram), using: &random)
      func document(_ count: Int) -> [UInt8] {
        let taken = texts[line][start..<(start + count)].map { $0.uppercased() }
        return Array((["before", "it"] + taken + ["behind"]).joined(separator: ",\n").utf8)
      }
      let evidence = decontaminator.evidence(in: [Array("other".utf8), document(ngram)])
      #expect(
        evidence?.hasPrefix("eval.jsonl:\(line + 1), \(ngram) words from word 3 of text 2, n-gram ")
          == true)
      #expect(decontaminator.evidence(in: [document(ngram - 1)]) == nil)
    }
  }

  @Test func `evidence holds none of the words`() throws {
    let text = "the first of eight words that nobody would repeat by chance in a ticket"
    let (decontaminator, _) = try Self.decontaminator([#"{"q": "\#(text)"}"#])
    let evidence = try #require(decontaminator.evidence(in: [Array(text.utf8)]))
    #expect(!evidence.contains("nobody") && !evidence.contains("chance"))
  }

  @Test func `texts under an n-gram match whole, those under eight words never`() throws {
    let (decontaminator, index) = try Self.decontaminator([
      #"{"question": "one two three four five six seven eight nine", "id": "x"}"#,
      "just a few words",
    ])
    #expect(index.skipped == 2)
    func isFound(_ text: String) -> Bool { decontaminator.evidence(in: [Array(text.utf8)]) != nil }
    #expect(isFound("zero one two three four five six seven eight nine ten"))
    #expect(!isFound("one two three four five six seven eight"))
    #expect(!isFound("just a few words"))
  }

  @Test func `as many different matches are wanted as the configuration says`() throws {
    let text = (1...15).map { "w\($0)" }
    let (decontaminator, _) = try Self.decontaminator(
      [text.joined(separator: " ")], minMatches: 3)
    func isFound(_ words: ArraySlice<String>) -> Bool {
      decontaminator.evidence(in: [Array(words.joined(separator: " ").utf8)]) != nil
    }
    #expect(isFound(text[...]))
    #expect(!isFound(text[1...]))
  }
}
