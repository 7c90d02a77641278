import Testing

@testable import TextAlgorithms

/// One pass of wide registers stops where a look at every byte would.
@Suite struct AnchorTableTests {
  static func table() -> AnchorTable {
    AnchorTable([
      ("password api-key www", .anchor), ("passport id number_plate", .cue),
      ("dear herr", .nameCue),
    ])
  }

  static let parts = [
    "password", "Password", "passwords", "www.", "api-key", "passport", "PASSPORT", "id", "ide",
    "number plate", "Dear", "dear9", "herrlich", "1", "2024", "a@b.c", "x=1", "10:30", "a: b",
    "::1", "-----BEGIN", "aa-bb-cc-dd", "a1.b2", "0.1.2.3", " ", " ", " ", "\n", "é", "пароль",
    "密码", "パ", "abcdefghijklmn", "abcdefghijklm", "(", ",", "_", "/", "%20", "“", "”",
  ]

  /// A text of a few parts, or of so many that it takes more than one turn.
  static func text(_ generator: inout SeededGenerator) -> [UInt8] {
    let count = Int.random(in: 0...(Bool.random(using: &generator) ? 12 : 300), using: &generator)
    return Array((0..<count).map { _ in parts.randomElement(using: &generator)! }.joined().utf8)
  }

  private static let tokenSigns = Set("_-=+/.~%:\\!@#^&*$|".utf8)
  private static func isRun(_ b: UInt8) -> Bool {
    PersonalText.isAlphanumeric(b) || tokenSigns.contains(b)
  }

  @Test(arguments: 1...8 as ClosedRange<UInt64>)
  func `anchors, cues and ends of runs are those of a look at every byte`(seed: UInt64) {
    var generator = SeededGenerator(seed: seed)
    let table = Self.table()
    for _ in 0..<60 {
      let bytes = Self.text(&generator)
      bytes.withUnsafeBufferPointer { buffer in
        guard let base = buffer.baseAddress else { return }
        let text = PersonalText(base: base, count: buffer.count)
        var found: [(place: Int, kind: AnchorTable.Kind)] = []
        table.each(text) { found.append(($0, $1)) }
        #expect(found.map(\.place) == found.map(\.place).sorted())
        let of = { (kind: AnchorTable.Kind) in
          Set(found.filter { $0.kind.contains(kind) }.map(\.place))
        }
        #expect(of(.cue) == Set(Self.words(text, ["passport", "id", "number", "plate"])))
        #expect(of(.nameCue) == Set(Self.words(text, ["dear", "herr"])))
        #expect(of(.runEnd) == Set(Self.runEnds(text)))
        let anchors = of(.anchor)
        #expect(anchors.isSuperset(of: Self.words(text, ["password", "api", "www"])))
        #expect(anchors.isSuperset(of: Self.signs(text)))
      }
    }
  }

  /// Where runs of ASCII letters begin whose first eight are those of one of `words`, in any case.
  private static func words(_ text: PersonalText, _ words: Set<String>) -> [Int] {
    (0..<text.count).filter { i in
      guard PersonalText.isLetter(text[i]), !PersonalText.isLetter(text[i - 1]) else {
        return false
      }
      let word = (i..<text.count).prefix { PersonalText.isLetter(text[$0]) }.map { text[$0] | 0x20 }
      return words.contains(String(decoding: word.prefix(8), as: UTF8.self))
    }
  }

  private static func runEnds(_ text: PersonalText) -> [Int] {
    (0..<text.count + 1).filter { end in
      (end == text.count || !isRun(text[end]))
        && end >= 14 && (end - 14..<end).allSatisfy { isRun(text[$0]) }
    }
  }

  private static func signs(_ text: PersonalText) -> [Int] {
    (0..<text.count).filter { i in
      let next = text[i + 1]
      return switch text[i] {
      case 0x30...0x39: !text.isDigit(i - 1)
      case 0x40, 0x3D, 0xD0, 0xE3, 0xE5: true
      case 0x3A: next > 0x20
      case 0x2D: next == 0x2D || text[i + 3] == 0x2D
      case 0x2E: PersonalText.isAlphanumeric(next) || text[i + 5] == 0x2E
      default: false
      }
    }
  }
}
