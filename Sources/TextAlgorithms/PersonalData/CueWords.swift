/// Words that say what a number beside them is: telephone, order, card, version …
struct CueWords {
  /// What a word speaks for.
  struct Meaning: OptionSet {
    let rawValue: UInt64
    static let phone = Meaning(rawValue: 1)
    static let other = Meaning(rawValue: 2)
    static let card = Meaning(rawValue: 4)
    static let ssn = Meaning(rawValue: 8)
    static let version = Meaning(rawValue: 16)
    static let unit = Meaning(rawValue: 32)
    static let behind = Meaning(rawValue: 64)
    static let greeting = Meaning(rawValue: 128)
    static let common = Meaning(rawValue: 256)
    static let role = Meaning(rawValue: 512)
    static let goods = Meaning(rawValue: 1024)
    static let nhs = Meaning(rawValue: 1 << 11)
    static let personnummer = Meaning(rawValue: 1 << 12)
    static let bsn = Meaning(rawValue: 1 << 13)
    static let tax = Meaning(rawValue: 1 << 14)
    static let insurance = Meaning(rawValue: 1 << 15)
    static let pesel = Meaning(rawValue: 1 << 16)
    static let cnp = Meaning(rawValue: 1 << 17)
    static let nif = Meaning(rawValue: 1 << 18)
    static let kimlik = Meaning(rawValue: 1 << 19)
    static let aadhaar = Meaning(rawValue: 1 << 20)
    static let cpf = Meaning(rawValue: 1 << 21)
    static let sin = Meaning(rawValue: 1 << 22)
    static let medicare = Meaning(rawValue: 1 << 23)
    static let rrn = Meaning(rawValue: 1 << 24)
    static let myNumber = Meaning(rawValue: 1 << 25)
    static let identity = Meaning(rawValue: 1 << 26)
    static let passport = Meaning(rawValue: 1 << 27)
    static let licence = Meaning(rawValue: 1 << 28)
    static let plate = Meaning(rawValue: 1 << 29)
    static let birth = Meaning(rawValue: 1 << 30)
    static let month = Meaning(rawValue: 1 << 31)
    static let postCode = Meaning(rawValue: 1 << 32)
    static let coordinates = Meaning(rawValue: 1 << 33)
    static let order = Meaning(rawValue: 1 << 34)
    static let iban = Meaning(rawValue: 1 << 35)

    /// What a number on either side may be called.
    static let identityWords: Meaning = [
      .nhs, .personnummer, .bsn, .tax, .insurance, .pesel, .cnp, .nif, .kimlik, .aadhaar, .cpf,
      .sin,
      .medicare, .rrn, .myNumber, .identity, .passport, .licence,
    ]
  }

  private var meanings = HashedWords<Meaning>()
  private let joined = JoinedCues()

  init() {
    add(CueTables.phone, .phone)
    add(CueTables.other, .other)
    add(CueTables.card, .card)
    add(CueTables.ssn, .ssn)
    add(CueTables.version, .version)
    add(CueTables.unit, .unit)
    add(CueTables.behind, .behind)
    add(CueTables.greeting, .greeting)
    add(CueTables.common, .common)
    add(CueTables.goods, .goods)
    add(CueTables.role, .role)
    for (words, meaning) in CueTables.identity { add(words, meaning) }
  }

  private mutating func add(_ words: StaticString, _ meaning: Meaning) {
    words.withUTF8Buffer { bytes in
      for line in bytes.split(whereSeparator: { $0 == 0x20 || $0 == 0x0A }) {
        var hash = Self.seed
        // A low line joins two words that only count together.
        for byte in line { Self.mix(byte == 0x5F ? 0x20 : byte, into: &hash) }
        meanings.insert(meaning, for: hash)
      }
    }
  }

  private static let seed: UInt64 = 0xCBF2_9CE4_8422_2325
  @inline(__always) private static func mix(_ byte: UInt8, into hash: inout UInt64) {
    hash = (hash ^ UInt64(byte)) &* 0x100_0000_01B3
  }

  /// The meaning of the word at `range`, in any case.
  func meaning(_ text: PersonalText, _ range: Range<Int>) -> Meaning {
    meanings[Self.hash(text, range, Self.seed)]
  }

  private static func hash(_ text: PersonalText, _ range: Range<Int>, _ start: UInt64) -> UInt64 {
    var hash = start
    var lead: UInt8 = 0
    for i in range {
      var byte = PersonalText.lower(text[i])
      if lead == 0xC3, byte >= 0x80, byte <= 0x9E { byte |= 0x20 }
      mix(byte, into: &hash)
      lead = text[i]
    }
    return hash
  }

  /// Calls `body` for each word in `range`, first to last, with what it and the pair it ends mean.
  func scan(_ text: PersonalText, _ range: Range<Int>, _ body: (Meaning, Range<Int>) -> Void) {
    var i = range.lowerBound
    var previous: UInt64?
    while i < range.upperBound {
      guard text.isWord(at: i) else {
        if text[i] >= 0xE0, let (meaning, end) = joined.word(text, at: i, end: range.upperBound) {
          body(meaning, i..<end)
          previous = nil
          i = end
          continue
        }
        i &+= 1
        continue
      }
      let start = i
      while i < range.upperBound, text.isWord(at: i) { i &+= 1 }
      let hash = Self.hash(text, start..<i, Self.seed)
      var meaning = meanings[hash]
      if meaning.isEmpty, i &- start > 2, text[i &- 1] | 0x20 == 0x73 {
        meaning = meanings[Self.hash(text, start..<(i - 1), Self.seed)].intersection(.other)
      }
      if let before = previous {
        var pair = before
        Self.mix(0x20, into: &pair)
        meaning.formUnion(meanings[Self.hash(text, start..<i, pair)])
      }
      if meaning.contains(.other), start > 0, text[start &- 1] == 0x2D { meaning.remove(.other) }
      if !meaning.isEmpty { body(meaning, start..<i) }
      previous = hash
    }
  }

  /// The words of `meaning` in the `n` scalars before `i`: where the last one ends, or nil.
  func last(_ meaning: Meaning, in text: PersonalText, before i: Int, _ n: Int) -> Int? {
    var end: Int?
    scan(text, text.window(before: i, n)..<i) { found, range in
      if found.contains(meaning) { end = range.upperBound }
    }
    return end
  }
}
