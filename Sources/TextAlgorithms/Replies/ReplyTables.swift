internal import CTables

/// The words by which replies are taken apart, in all languages at once: read once, then only read.
final class ReplyTables: Sendable {
  static let shared = ReplyTables(ReplyTableText.embedded)

  /// What a header word says of its line; a word may have several roles.
  enum Role {
    static let from: UInt16 = 1
    static let sent: UInt16 = 2
    static let to: UInt16 = 4
    static let copy: UInt16 = 8
    static let subject: UInt16 = 16
    static let other: UInt16 = 32
  }

  /// Bits of the verbs that end an attribution.
  enum Verb {
    static let eastAsian: UInt16 = 1
    /// People also use it in sentences of their own.
    static let isWeak: UInt16 = 2
  }

  /// A footer of a mobile program: what stands before the program's name and what behind.
  struct MobileFooter {
    let prefix: [UInt8]
    let suffix: [UInt8]
    let hasName: Bool
    let isEastAsian: Bool
  }

  /// A phrase that only disclaimers have: an opening and, not far behind in the sentence, an ending.
  struct StrongPhrase {
    let gap: Int
    let endings: WordTrie?
  }

  let headers: WordTrie
  let verbs: WordTrie
  let middleVerbs: WordTrie
  let talkVerbs: WordTrie
  let ownPhrases: WordTrie
  let leads: WordTrie
  let months: WordTrie
  let days: WordTrie
  let originals: WordTrie
  let longOriginals: WordTrie
  let forwards: WordTrie
  let longForwards: WordTrie
  let above: WordTrie
  let greetings: WordTrie
  let closings: WordTrie
  let eastAsianClosings: WordTrie
  let devices: WordTrie
  let mobileStarts: WordTrie
  let titles: WordTrie
  let contacts: WordTrie
  let loneContacts: WordTrie
  let bracketContacts: WordTrie
  let streets: WordTrie
  let streetEnds: WordTrie
  let domains: WordTrie
  let listFooters: WordTrie
  let listFooterStarts: WordTrie
  let mobileFooters: [MobileFooter]
  let mobilePrefixes: WordTrie
  /// Footers that begin with the program's name; their payload in the reversed trie is their number.
  let mobileSuffixes: WordTrie
  let cues: WordTrie
  /// For each cue of `cues`, which (language, group) it counts for.
  let cueOwners: [[(language: Int, group: Int)]]
  let cueGroupCount: Int
  /// How many more groups of a language can be seen than there are places with cues: a cue may count for several.
  let sharedCueGroups: Int
  let languageCount: Int
  let strongOpenings: WordTrie
  /// Which of the tables that are looked for anywhere in a line may have a word in it.
  let filter: ReplyWordFilter
  let strongPhrases: [StrongPhrase]

  init(_ text: ReplyTableText) {
    func trie(_ kinds: String...) -> WordTrie { WordTrie(kinds.flatMap { text.words($0) }) }
    func isEastAsian(_ word: [UInt8]) -> Bool {
      String(decoding: word, as: UTF8.self).unicodeScalars.contains {
        Scalars.isEastAsian($0.value)
      }
    }
    func isLong(_ word: [UInt8], over length: Int) -> Bool {
      String(decoding: word, as: UTF8.self).unicodeScalars.count > length
    }
    let roles: [(String, UInt16)] = [
      ("from", Role.from), ("sent", Role.sent), ("to", Role.to), ("cc", Role.copy),
      ("subject", Role.subject), ("other", Role.other),
    ]
    headers = WordTrie(roles.flatMap { kind, role in text.words(kind).map { ($0, role) } })
    let weak = text.words("verb-weak")
    verbs = WordTrie(
      (text.words("verb") + weak).map { word in
        (word, (isEastAsian(word) ? Verb.eastAsian : 0) | (weak.contains(word) ? Verb.isWeak : 0))
      }, isReversed: true)
    middleVerbs = trie("verb-middle")
    talkVerbs = trie("verb-talk")
    ownPhrases = trie("own")
    leads = trie("lead")
    months = trie("month")
    days = trie("day")
    originals = trie("original")
    longOriginals = WordTrie(
      text.words("original").filter { isLong($0, over: 9) || isEastAsian($0) })
    forwards = trie("forwarded", "begin-forward")
    longForwards = WordTrie(
      text.words("begin-forward") + text.words("forwarded").filter { isLong($0, over: 12) })
    above = trie("above")
    greetings = trie("greet")
    closings = trie("signoff")
    eastAsianClosings = WordTrie(
      text.words("signoff").filter(isEastAsian).map { ($0, 0) }, isReversed: true)
    devices = trie("device")
    mobileStarts = trie("mobile-start")
    titles = trie("title")
    contacts = trie("contact")
    loneContacts = trie("contact-alone")
    bracketContacts = trie("contact-bracket")
    streets = trie("street")
    streetEnds = trie("street-end")
    domains = trie("domain")
    listFooters = trie("list-footer")
    listFooterStarts = trie("list-footer-start")

    let footers = text.words("mobile").map(ReplyTables.mobileFooter)
    mobileFooters = footers
    mobilePrefixes = WordTrie(
      Set(footers.filter { !$0.prefix.isEmpty }.map(\.prefix)).sorted {
        $0.lexicographicallyPrecedes($1)
      })
    mobileSuffixes = WordTrie(
      footers.filter { $0.prefix.isEmpty }.map { ($0.suffix, $0.isEastAsian ? 1 : 0) },
      isReversed: true)

    var owners: [[(language: Int, group: Int)]] = []
    var numbers: [[UInt8]: Int] = [:]
    var cueWords: [(word: [UInt8], payload: UInt16)] = []
    var groups = 0
    let disclaimers = text.rows("disclaimer")
    for (language, row) in disclaimers.enumerated() {
      for field in row {
        for spelling in field.split(separator: 0x3B).map(Array.init) {
          if numbers[spelling] == nil {
            numbers[spelling] = owners.count
            cueWords.append((spelling, UInt16(owners.count)))
            owners.append([])
          }
          owners[numbers[spelling]!].append((language, groups))
        }
        groups += 1
      }
    }
    cues = WordTrie(cueWords)
    cueOwners = owners
    cueGroupCount = groups
    sharedCueGroups = ReplyTables.sharedGroups(cueWords, owners)
    languageCount = disclaimers.count

    var openings: [(word: [UInt8], payload: UInt16)] = []
    var phrases: [StrongPhrase] = []
    for row in text.rows("strong") where row.count >= 2 {
      let gap = row[1].reduce(0) { $0 * 10 + Int($1 &- 0x30) }
      let endings = row.count > 2 ? row[2].split(separator: 0x3B).map(Array.init) : []
      for opening in row[0].split(separator: 0x3B) {
        // No opening stands in two rows, so that numbers are never joined.
        openings.append((Array(opening), UInt16(phrases.count)))
      }
      phrases.append(StrongPhrase(gap: gap, endings: endings.isEmpty ? nil : WordTrie(endings)))
    }
    strongOpenings = WordTrie(openings)
    strongPhrases = phrases

    typealias Table = ReplyWordFilter.Table
    filter = ReplyWordFilter([
      (Table.title, text.words("title"), true),
      (Table.contact, ReplyTables.followed(text.words("contact")), false),
      (Table.contact, text.words("contact-alone"), true),
      (Table.cue, cueWords.map(\.word), false), (Table.strong, openings.map(\.word), false),
      (Table.closing, text.words("signoff"), true), (Table.above, text.words("above"), false),
      (Table.mobile, footers.map(\.prefix), false),
    ])
  }

  /// Contact words with what has to follow them: a sign, or a blank before it.
  private static func followed(_ words: [[UInt8]]) -> [[UInt8]] {
    // Signs and blanks beyond ASCII begin with one of the last four.
    let behind: [UInt8] = [0x3A, 0x2E, 0x7C, 0x29, 0x20, 9, 10, 11, 12, 13, 0xC2, 0xE2, 0xE3, 0xEF]
    return words.flatMap { word in behind.map { word + [$0] } }
  }

  /// The groups that a place's cues count for beyond the first, summed over the cues of a language; the most of any language.
  private static func sharedGroups(
    _ cues: [(word: [UInt8], payload: UInt16)], _ owners: [[(language: Int, group: Int)]]
  ) -> Int {
    var shared: [Int: Int] = [:]
    for cue in cues {
      var groups: [Int: Set<Int>] = [:]
      for other in cues
      where other.word[0] == cue.word[0] && cue.word.starts(with: other.word) {
        for (language, group) in owners[Int(other.payload)] {
          groups[language, default: []].insert(group)
        }
      }
      for (language, seen) in groups { shared[language, default: 0] += seen.count - 1 }
    }
    return shared.values.max() ?? 0
  }

  /// Splits a footer at its `X`.
  private static func mobileFooter(_ word: [UInt8]) -> MobileFooter {
    func trimmed(_ part: ArraySlice<UInt8>) -> [UInt8] {
      var part = part
      while part.first == 0x20 { part.removeFirst() }
      while part.last == 0x20 { part.removeLast() }
      return Array(part)
    }
    let eastAsian = String(decoding: word, as: UTF8.self).unicodeScalars.contains {
      Scalars.isEastAsian($0.value)
    }
    guard let x = word.firstIndex(of: 0x58) else {
      return MobileFooter(prefix: word, suffix: [], hasName: false, isEastAsian: eastAsian)
    }
    return MobileFooter(
      prefix: trimmed(word[..<x]), suffix: trimmed(word[(x + 1)...]), hasName: true,
      isEastAsian: eastAsian)
  }
}
