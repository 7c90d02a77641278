import CLanes
import Testing

@testable import TextAlgorithms

/// What the one look at a line denies, the closer looks deny too.
@Suite struct ReplyLineFactsTests {
  static let pieces = [
    "tel", "T:", "fax.", "e-mail", "(cell)", "Geschäftsführer", "manager", "“Sales Director”", "@",
    "ann@post.example", "ann at post.example.", "ann(at)post.example", "[mailto:x]",
    "www.shop.example",
    "http://a", "shop.example", "12345 Berlin", "Main Street 5", "+44 20 7946 0785", "x1234",
    "ext. 55",
    "f()", "a = b;", "{", "reply above this line", "oberhalb dieser Zeile", "この行より上に返信", "の電話：",
    "This message is confidential", "intended solely for", "diese E-Mail", "конфиденциально",
    "if you are not the",
    "intended recipient", "Ce message", "_tel_:", "*", "  ", " ", "\t", ", ", ". ", "…", "»", "ß",
    "é", "日本",
    "lamp", "the", "order",
  ]

  static func lines(_ count: Int, seed: UInt64) -> [String] {
    var generator = SeededGenerator(seed: seed)
    return (0..<count).map { _ in
      (0..<Int.random(in: 0...8, using: &generator)).map { _ in
        pieces.randomElement(using: &generator)! + (Bool.random(using: &generator) ? " " : "")
      }.joined()
    }
  }

  @Test(arguments: [1, 2, 3] as [UInt64])
  func `nothing that stands in a line is denied`(seed: UInt64) {
    let tables = ReplyTables.shared
    for text in Self.lines(2000, seed: seed) {
      let raw = Array(text.utf8)
      let low = CaseFold.fold(raw)
      raw.withUnsafeBufferPointer { raw in
        low.withUnsafeBufferPointer { low in
          guard let first = raw.baseAddress, let folded = low.baseAddress else { return }
          let view = TextView(raw: first, low: folded, count: raw.count)
          let buffer = ReplyLineBuffer()
          defer { withExtendedLifetime(buffer) {} }
          let lines = buffer.read(raw, tables.filter)
          let line = lines[0].trimmed
          let facts = lines.facts(0)
          let bare = line.withoutEmphasis
          var all = tm_line()
          all.tables = .max
          #expect(facts.mayHaveAddress || !line.hasAddress, "\(text)")
          #expect(facts.mayHaveLink || !bare.hasLink(tables), "\(text)")
          #expect(facts.mayHaveDigit || bare.firstPhoneLength == nil, "\(text)")
          #expect(facts.mayHaveDigit || !bare.hasPostalAddress(tables), "\(text)")
          #expect(facts.mayHaveContact || !bare.hasContactWord(tables), "\(text)")
          #expect(facts.mayHaveCode || !bare.hasCodeSigns, "\(text)")
          #expect(facts.mayHaveTitle || !bare.hasTitle(tables), "\(text)")
          #expect(
            facts.mayHaveMobileFooter
              || !line.isMobileFooter(tables, ReplyLineFacts(all))
              || line.isMobileFooter(tables, facts),
            "\(text)")
          #expect(facts.mayHaveClosing || line.closing(tables) == nil, "\(text)")
          #expect(facts.mayHaveColon || view.header(tables) == nil, "\(text)")
        }
      }
    }
  }

  @Test(arguments: [4, 5] as [UInt64])
  func `a paragraph without cues in its lines has none when they are joined`(seed: UInt64) {
    var generator = SeededGenerator(seed: seed)
    let lines = Self.lines(1500, seed: seed)
    for start in stride(from: 0, to: lines.count - 3, by: 3) {
      let gap = Bool.random(using: &generator) ? "\n" : " \r\n\t"
      let text = lines[start..<(start + 3)].joined(separator: gap)
      let raw = Array(text.utf8)
      raw.withUnsafeBufferPointer { raw in
        guard raw.count > 0 else { return }
        let buffer = ReplyLineBuffer()
        defer { withExtendedLifetime(buffer) {} }
        let message = ReplyMessage(raw, ReplyTables.shared, .init(), in: buffer)
        let score = DisclaimerScore(message, 0..<message.lines.count)
        let closer = DisclaimerScore(joining: message.lines[...], message.tables)
        #expect(score.points == closer.points, "\(text)")
        #expect(score.isStrong == closer.isStrong, "\(text)")
        #expect(score.length == closer.length, "\(text)")
      }
    }
  }
}

/// What the bounds of the signature model promise.
@Suite struct SignatureBoundTests {
  @Test(arguments: [6, 7, 8] as [UInt64])
  func `no line weighs more than its bound, and bounds decide as weights do`(seed: UInt64) {
    var generator = SeededGenerator(seed: seed)
    let words =
      ReplyLineFactsTests.pieces + [
        "Best regards", "Kind regards", "Jane Doe", "we", "found", "that", "it", "arrived", "with",
        "a",
        "scratch", "?", "please", "send", "another", "one",
      ]
    var bounds = 0
    for _ in 0..<400 {
      let text = (0..<Int.random(in: 1...9, using: &generator)).map { _ in
        let long = Bool.random(using: &generator)
        let count =
          long
          ? Int.random(in: 12...30, using: &generator) : Int.random(in: 0...3, using: &generator)
        return (0..<count).map { _ in words.randomElement(using: &generator)! }.joined(
          separator: " ")
      }.joined(separator: "\n")
      let raw = Array(text.utf8)
      raw.withUnsafeBufferPointer { raw in
        guard raw.count > 0 else { return }
        let buffer = ReplyLineBuffer()
        defer { withExtendedLifetime(buffer) {} }
        let message = ReplyMessage(raw, ReplyTables.shared, .init(), in: buffer)
        for (i, line) in message.lines.enumerated() where !line.isBlank {
          let facts = message.lines.facts(i)
          if i > 0 {
            for size in 1...20 {
              let weight = PlaceFacts(message, i, above: i - 1, size: size).weight
              let bound = PlaceFacts.bound(message.lines, i, size: size)
              #expect(weight <= bound, "\(text)")
            }
          }
          guard let bound = SignatureLineFacts.bound(line, facts, message.tables) else {
            continue
          }
          bounds += 1
          let weight = SignatureLineFacts(line, facts, message.tables).weight
          #expect(weight <= bound + 1e-9, "\(text)")
        }
        let range = 0..<message.lines.count
        let exact = SignatureModel.search(message, range, isBounded: false)
        let start = SignatureModel.start(in: message, range)
        #expect(start == exact ?? nil, "\(text)")
      }
    }
    #expect(bounds > 20)
  }
}
