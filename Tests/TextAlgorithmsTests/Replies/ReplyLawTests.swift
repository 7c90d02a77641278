import Testing

@testable import TextAlgorithms

@Suite struct ReplyLawTests {
  /// Pieces of mail, put together at random.
  static let pieces: [String] =
    ReplyCases.attributions.map(\.text) + ReplyCases.headers.map(\.text)
    + ReplyCases.footers.map(\.text) + ReplyCases.closings.map(\.text) + [
      "", " ", "\t", "> quoted", ">> deeper", "&gt; escaped", "-- ", "--", "____", "Hello Bob,",
      "The parcel came today, but the box was empty.", "Größe größer", "日本語の文です。", "```", "\r",
      "----- Original Message -----", "---------- Forwarded message ---------", "\u{FEFF}\u{200B}",
      "Reply above this line", "unsubscribe", "To: x", "On ", "wrote:", "@", "<", "é", "👍🏽 ok",
      "This message is confidential and privileged, for the addressee only; delete it.",
    ]

  struct Generator {
    var state: UInt64
    mutating func next(_ bound: Int) -> Int {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return Int(state >> 33) % bound
    }
  }

  static func mail(_ seed: Int) -> String {
    var generator = Generator(state: UInt64(seed))
    let count = 1 + generator.next(14)
    return (0..<count).map { _ in pieces[generator.next(pieces.count)] }.joined(separator: "\n")
  }

  func check(_ text: String, _ result: TrimResult) {
    let bytes = Array(text.utf8)
    var kept: [UInt8] = []
    var at = 0
    for span in result.removed {
      #expect(
        span.range.lowerBound >= at && !span.range.isEmpty && span.range.upperBound <= bytes.count)
      kept += bytes[at..<span.range.lowerBound]
      at = span.range.upperBound
    }
    kept += bytes[at...]
    let isBlank: (UInt8) -> Bool = { [0x20, 0x09, 0x0A, 0x0D].contains($0) }
    let expected = Array(kept.drop(while: isBlank).reversed().drop(while: isBlank).reversed())
    #expect(result.text == expected)
    #expect(String(validating: result.text, as: UTF8.self) != nil)
  }

  @Test func `The text is the message without its spans and the white space at its ends`() {
    for forwards in ReplyTrimmer.Forwards.allCases {
      for signatures in ReplyTrimmer.Signatures.allCases {
        var options = ReplyTrimmer.Options()
        options.forwards = forwards
        options.signatures = signatures
        var trimmer = ReplyTrimmer(options: options)
        for seed in 0..<400 {
          let text = Self.mail(seed)
          check(text, trimmer.trim(Array(text.utf8)))
        }
      }
    }
  }

  @Test func `A trimmer keeps nothing from one message to the next`() {
    var used = ReplyTrimmer()
    for seed in 0..<200 {
      let text = Array(Self.mail(seed).utf8)
      var fresh = ReplyTrimmer()
      #expect(used.trim(text) == fresh.trim(text))
    }
  }

  @Test func `Trimming a trimmed mail changes nothing`() {
    var trimmer = ReplyTrimmer()
    let said = ReplyTrimmerTests.said
    for quote in ReplyCases.attributions + ReplyCases.headers {
      for tail in ReplyCases.footers + ReplyCases.closings {
        let mail = "\(ReplyTrimmerTests.answer)\n\n\(tail.text)\n\n\(quote.text)\n\n\(said)\n"
        let once = trimmer.trim(Array(mail.utf8)).text
        #expect(trimmer.trim(once).text == once)
      }
    }
  }

  @Test(arguments: [
    ("a", 200_000), (">", 50_000),
    ("To: a@b.c\n", 3_000), ("a\n", 20_000),
    ("a@b.c ", 20_000), (" ", 100_000),
    ("@", 100_000), ("<", 100_000),
    ("On Mon, Jan 1, 2024\n", 10_000),
    ("1", 100_000), ("-", 100_000),
    ("1.1 ", 30_000), ("\n", 100_000),
    ("suite on at ", 20_000), ("&gt;", 30_000),
    ("message ", 30_000), ("--\n", 30_000),
    ("Sent from my x\n\n", 10_000),
    ("\u{3000}", 30_000),
    ("On 1/1/2024 at 10:00 x@y.z wrote\n\n", 5_000),
  ])
  func `Hostile messages obey the law too`(_ piece: String, _ times: Int) {
    let text = String(repeating: piece, count: times)
    var trimmer = ReplyTrimmer()
    check(text, trimmer.trim(Array(text.utf8)))
  }

  @Test func `Cutting a mail anywhere never breaks the law`() {
    var trimmer = ReplyTrimmer()
    for seed in 0..<40 {
      let scalars = Array(Self.mail(seed).unicodeScalars)
      for end in stride(from: 0, through: scalars.count, by: 3) {
        let text = String(String.UnicodeScalarView(scalars[..<end]))
        check(text, trimmer.trim(Array(text.utf8)))
      }
    }
  }
}
