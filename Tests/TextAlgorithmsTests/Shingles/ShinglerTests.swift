import Testing

@testable import TextAlgorithms

@Suite struct ShinglerTests {
  static func hashes(
    _ text: String, length: Int = 5, numbers: Shingler.Numbers = .keep
  ) -> [UInt64] {
    var shingler = Shingler(length: length, numbers: numbers)
    return Array(text.utf8).withUnsafeBufferPointer { Array(shingler.shingles(of: $0)) }
  }

  @Test(arguments: [
    ("one two three four five six", 2), ("one two three four five", 1), ("one", 1), ("", 0),
    ("... !!! —", 0), ("a_b c-d e'f", 1),
  ])
  func `a text has one shingle less than words fit, at least one, none without words`(
    text: String, count: Int
  ) {
    #expect(Self.hashes(text).count == count)
  }

  @Test(arguments: [
    ("The QUICK brown-fox, jumps", "the quick brown fox jumps"),
    ("Größe ÉTÉ Привет ΟΔΟΣ", "größe été привет οδος"),
    ("it’s — fine… “now”", "it s fine now"),
    ("x\u{00A0}y\u{3000}z", "x y z"),
    ("e\u{301}a", "e a"),
    ("İ", "i"),
    ("Ⱥbc", "ⱥbc"),
  ])
  func `case and what stands between words make no difference`(a: String, b: String) {
    #expect(Self.hashes(a, length: 1) == Self.hashes(b, length: 1))
    #expect(Self.hashes(a) == Self.hashes(b))
  }

  @Test(arguments: [
    ("a b", "b a"), ("ab", "a b"), ("12V", "24V"), ("a", "aa"), ("½", "x"), ("e", "é"),
  ])
  func `different words have different hashes`(a: String, b: String) {
    #expect(Self.hashes(a) != Self.hashes(b))
  }

  @Test func `masked numbers are all alike and kept ones are not`() {
    let a = "order 4711 cost 12.50 ref A99B at ٣٤"
    let b = "order 7 cost 8.1 ref A1B at ٧"
    #expect(Self.hashes(a, numbers: .mask) == Self.hashes(b, numbers: .mask))
    #expect(Self.hashes(a) != Self.hashes(b))
    #expect(
      Self.hashes("no digits here at all", numbers: .mask) == Self.hashes("no digits here at all"))
  }

  /// The definition, word by word.
  static func words(_ text: String) -> [String] {
    text.unicodeScalars.split { scalar in
      let properties = scalar.properties
      switch properties.generalCategory {
      case .uppercaseLetter, .lowercaseLetter, .titlecaseLetter, .modifierLetter, .otherLetter,
        .decimalNumber, .letterNumber, .otherNumber:
        return false
      default: return scalar != "_"
      }
    }.map { $0.map { $0.properties.lowercaseMapping }.joined() }
  }

  @Test func `shingles of random text equal the definition's`() {
    var random = SeededGenerator(seed: 11)
    let alphabet = Array("abcXYZ019_ \n.,-éÉßñДж漢字’— ½٣".unicodeScalars)
    for round in 0..<400 {
      let length = round < 300 ? Int.random(in: 0...120, using: &random) : 3000
      var scalars = String.UnicodeScalarView()
      for _ in 0..<length { scalars.append(alphabet.randomElement(using: &random)!) }
      let text = String(scalars)
      let words = Self.words(text)
      let n = Int.random(in: 1...7, using: &random)
      var expected: [[UInt64]] = []
      if !words.isEmpty {
        for start in 0...max(0, words.count - n) {
          expected.append(
            Self.hashes(
              words[start..<min(start + n, words.count)].joined(separator: " "), length: n))
        }
      }
      #expect(Self.hashes(text, length: n) == expected.flatMap { $0 })
    }
  }

  @Test func `blocks and long words make no difference`() {
    // Words longer than a block, words across block ends, one block after the other.
    let long = String(repeating: "x", count: 40_000)
    let many = (0..<9000).map { "w\($0)" }.joined(separator: " ")
    let all = Self.hashes("\(many) \(long) \(many)", length: 1)
    #expect(
      all == Self.hashes(many, length: 1) + Self.hashes(long, length: 1)
        + Self.hashes(many, length: 1))
    #expect(Set(Self.hashes(many)).count == 9000 - 4)
  }

  @Test func `the hashes stay what they are`() {
    #expect(Self.hashes("Hello, wide world") == Self.hashes("hello wide world"))
    #expect(Self.hashes("hello wide world") == [helloWideWorld])
  }

  /// Indexes on disk depend on it: another value means that all sketches must be made anew.
  let helloWideWorld: UInt64 = 12_110_303_976_505_784_093
}
