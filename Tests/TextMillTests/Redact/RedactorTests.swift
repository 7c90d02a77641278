import Testing
import TextAlgorithms

@testable import TextMill

@Suite struct RedactorTests {
  static func redacted(
    _ text: String, _ options: RedactOptions = RedactOptions(), _ known: Identities = Identities()
  ) -> String {
    let redactor = Redactor(options)
    redactor.begin(known)
    var bytes = Array(text.utf8)
    _ = redactor.redact(&bytes)
    return String(decoding: bytes, as: UTF8.self)
  }

  @Test func `the same value has the same placeholder throughout a record`() {
    let redactor = Redactor()
    redactor.begin(Identities(customer: ["Zoe Quill"], agent: ["Ivo Brandt"]))
    var texts = [
      "Hi Ivo, mail zoe@example.com or tel +49 170 1234567. Zoe",
      "Dear Zoe Quill, is ZOE@example.com or bob@example.com right? Ivo Brandt, tel 0170 1234567",
    ].map { Array($0.utf8) }
    for i in texts.indices { _ = redactor.redact(&texts[i]) }
    #expect(
      texts.map { String(decoding: $0, as: UTF8.self) } == [
        "Hi [AGENT_NAME_1], mail [EMAIL_1] or tel [PHONE_1]. [CUSTOMER_NAME_1]",
        "Dear [CUSTOMER_NAME_1], is [EMAIL_1] or [EMAIL_2] right? [AGENT_NAME_1], tel [PHONE_1]",
      ])
    #expect(redactor.counts[.email] == 3)
    #expect(
      redactor.takeCounts().lines.filter { !$0.name.contains(".") }.reduce(0) { $0 + $1.count } == 9
    )
    #expect(redactor.takeCounts().lines.isEmpty)
    redactor.begin(Identities())
    var next = Array("bob@example.com of Zoe".utf8)
    _ = redactor.redact(&next)
    #expect(String(decoding: next, as: UTF8.self) == "[EMAIL_1] of Zoe")
  }

  @Test func `what was redacted is found no more`() {
    let pieces = [
      "tel 555-123-4567 ", "555-123-4568 ", "a@b.example.com", "card 4111111111111111 ", " order ",
      "password is ", "hunter2x9 ", "192.0.2.1", ":", "@", "12345678", " ", "\n", "call ", "-",
      "Zoe",
    ]
    var state: UInt64 = 7
    func next(_ n: Int) -> Int {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return Int(state >> 33) % n
    }
    for mode in RedactOptions.Mode.allCases {
      let redactor = Redactor(RedactOptions(kinds: PersonalDataKind.allCases, mode: mode))
      for _ in 0..<500 {
        redactor.begin(Identities(customer: ["Zoe Quill"]))
        let source = Array((0..<next(24)).map { _ in pieces[next(pieces.count)] }.joined().utf8)
        var text = source
        let redactions = redactor.redact(&text)
        #expect(redactor.rescan(text) == [], "\(String(decoding: source, as: UTF8.self))")
        var rebuilt: [UInt8] = []
        var at = 0
        for redaction in redactions {
          #expect(redaction.range.lowerBound >= at)
          rebuilt += source[at..<redaction.range.lowerBound] + redaction.replacement
          at = redaction.range.upperBound
        }
        #expect(rebuilt + source[at...] == text)
      }
    }
  }

  @Test func `allowed values and domains stay`() {
    let options = RedactOptions(allow: ["@shop.example", "ann@other.example", "+1 415 555 0132"])
    let text = "help@shop.example, x@eu.shop.example, ANN@other.example, tel +1 415 555 0132"
    #expect(Self.redacted(text, options) == text)
    #expect(
      Self.redacted("x@notshop.example and bob@other.example", options)
        == "[EMAIL_1] and [EMAIL_2]")
  }

  @Test func `only the chosen kinds are redacted`() {
    let text = "bob@example.com at 192.0.2.1, see https://example.com/x"
    #expect(
      Self.redacted(text, RedactOptions(kinds: [.ip]))
        == "bob@example.com at [IP_1], see https://example.com/x")
    #expect(Self.redacted(text, RedactOptions(kinds: [])) == text)
    #expect(Self.redacted(text) == "[EMAIL_1] at [IP_1], see https://example.com/x")
    #expect(
      Self.redacted("bob@example.com!", RedactOptions(mode: .remove)) == "!")
  }

  @Test func `a list of kinds is read or its first unknown name told`() {
    #expect(RedactOptions.kinds(named: "email,phone") == .success([.email, .phone]))
    #expect(RedactOptions.kinds(named: "all") == .success(PersonalDataKind.standard))
    #expect(RedactOptions.kinds(named: "email,fon") == .failure(.init(name: "fon")))
  }

  @Test func `the telephone library knows valid numbers and national grouping`() {
    #expect(PhoneLibrary.answer(.international, Array("+44 (0)20 7946 0018".utf8)))
    #expect(!PhoneLibrary.answer(.international, Array("+44 1".utf8)))
    #expect(PhoneLibrary.answer(.anyRegion, Array("030 901820".utf8)))
    #expect(PhoneLibrary.answer(.nationalShape, Array("020 7946 0018".utf8)))
    #expect(!PhoneLibrary.answer(.nationalShape, Array("02 07 94 60 018".utf8)))
  }

  @Test(arguments: ["tel 555-123-4567 555-123-4568 ", "a@b.example.com ", "call 12345678,"])
  func `a long chain of numbers ends`(piece: String) {
    let text = String(repeating: piece, count: 3000)
    #expect(Self.redacted(text).utf8.count > 3000)
  }
}
