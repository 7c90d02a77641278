import Testing

@testable import TextAlgorithms

/// What is remembered, hashed or passed early is what a look at all of it would say.
@Suite struct NameLookUpTests {
  static let words = [
    "Anna", "anna", "ANNA", "Krüger", "street", "Hauptstraße", "Storgatan", "ATMs", "iPhone",
    "O'Brien", "it's",
    "Jean-Luc", "Müller-Lüdenscheidt", "x", "X", "GmbH", "wheelbarrowhandle", "McDonald", "12a",
    "a12", "5", "µm", "nº",
    "[EMAIL_1]", ",", ".", "the", "The", "Thé", "日本", "von", "e-mail", "you're", "Smith's", "lamp",
    "Lamps", "LAMPS",
  ]

  static func text(_ generator: inout SeededGenerator) -> String {
    (0..<Int.random(in: 1...30, using: &generator)).map { _ in
      words.randomElement(using: &generator)!
        + [" ", " ", " ", "\n", "", "-", "'", "’"].randomElement(using: &generator)!
    }.joined()
  }

  @Test(arguments: [1, 2] as [UInt64])
  func `a word that was read before is the token it was`(seed: UInt64) {
    var generator = SeededGenerator(seed: seed)
    let table = NameTable()
    let used = NameWords()
    for _ in 0..<150 {
      let bytes = Array(Self.text(&generator).utf8)
      bytes.withUnsafeBufferPointer { buffer in
        guard let base = buffer.baseAddress else { return }
        let text = PersonalText(base: base, count: buffer.count)
        var (again, first): ([NameToken], [NameToken]) = ([], [])
        NameTokenizer(table: table, words: used).tokenize(
          text, 0..<text.count, masks: [], into: &again)
        NameTokenizer(table: table, words: NameWords()).tokenize(
          text, 0..<text.count, masks: [], into: &first)
        #expect("\(again)" == "\(first)", "\(String(decoding: bytes, as: UTF8.self))")
      }
    }
  }

  @Test func `a scanner keeps nothing from one record to the next`() {
    var generator = SeededGenerator(seed: 3)
    let used = NameFinderTests.scanner()
    for _ in 0..<60 {
      let bytes = Array(Self.text(&generator).utf8)
      used.removeIdentities()
      let again = bytes.withUnsafeBufferPointer { used.scan($0) }
      let first = bytes.withUnsafeBufferPointer { NameFinderTests.scanner().scan($0) }
      #expect("\(again)" == "\(first)", "\(String(decoding: bytes, as: UTF8.self))")
    }
  }

  @Test func `a word ends as a street where the list says so`() {
    var generator = SeededGenerator(seed: 4)
    let list = NameLists.streetEndings.withUTF8Buffer { bytes in
      bytes.split(whereSeparator: { $0 == 0x20 || $0 == 0x0A }).map(Array.init)
    }
    let endings = StreetEndings()
    var found = 0
    for _ in 0..<4000 {
      var word = Array(["", "a", "ha", "haupt", "længde"].randomElement(using: &generator)!.utf8)
      word += list.randomElement(using: &generator)!
      if Bool.random(using: &generator), let last = word.indices.last {
        word[Int.random(in: 0...last, using: &generator)] = UInt8.random(
          in: .min ... .max, using: &generator)
      }
      let expected =
        word.count > 5 && list.contains { $0.count < word.count && word.ends(with: $0) }
      if expected { found += 1 }
      #expect(word.withUnsafeBufferPointer { endings.end($0) } == expected)
    }
    #expect(found > 500)
  }

  @Test func `hashed words are what a dictionary holds`() {
    struct Marks: OptionSet { let rawValue: UInt8 }
    var generator = SeededGenerator(seed: 5)
    var words = HashedWords<Marks>()
    var expected: [UInt64: Marks] = [:]
    for _ in 0..<3000 {
      let hash =
        UInt64.random(in: 1...2000, using: &generator)
        << UInt64.random(in: 0...40, using: &generator)
      let mark = Marks(rawValue: UInt8.random(in: 1...255, using: &generator))
      words.insert(mark, for: hash)
      expected[hash, default: []].formUnion(mark)
      let other = UInt64.random(in: 1...4000, using: &generator)
      #expect(words[other] == expected[other] ?? [])
    }
    for (hash, mark) in expected { #expect(words[hash] == mark) }
  }

  @Test(arguments: ["twilio", "api_key", "heroku secret", "linear token"])
  func `a value without a digit is no secret behind a name`(name: String) {
    for value in ["abcdefabcdefabcdefabcdefabcdefab", "q.w-e_r/tyuiopasdfghjklzxcvbnm"] {
      #expect(NameFinderTests.secrets("\(name): \(value) and 5 more") == [])
    }
    #expect(NameFinderTests.secrets("twilio: a9f3c1d07be24f6895ad0c3b7e1f4826") != [])
  }
}

extension Array where Element == UInt8 {
  fileprivate func ends(with other: [UInt8]) -> Bool { suffix(other.count).elementsEqual(other) }
}

extension NameFinderTests {
  fileprivate static func secrets(_ text: String) -> [PersonalFinding] {
    let bytes = Array(text.utf8)
    let scanner = PersonalDataScanner(kinds: [.secret], oracle: { _, _ in false })
    return bytes.withUnsafeBufferPointer { scanner.scan($0) }
  }
}
