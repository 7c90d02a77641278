import Testing
import TextAlgorithms

@testable import TextMill

@Suite struct RedactModesTests {
  private func redacted(_ text: String, _ options: RedactOptions, key: String = "k") -> String {
    let redactor = Redactor(options, key: Array(key.utf8))
    redactor.begin(Identities(customer: ["Zoe Quill"]))
    var bytes = Array(text.utf8)
    _ = redactor.redact(&bytes)
    #expect(redactor.rescan(bytes) == [])
    return String(decoding: bytes, as: UTF8.self)
  }

  @Test func `a pseudonym is the same in every record and another under another key`() {
    let options = RedactOptions(mode: .pseudonym)
    let first = redacted("Zoe Quill, mail zoe@post.example", options)
    let second = redacted("write to ZOE@post.example", options)
    #expect(first.hasSuffix(String(second.dropFirst(9))))
    #expect(second != redacted("write to zoe@post.example", options, key: "other"))
    #expect(!first.contains("Zoe") && !first.contains("post.example"))
  }

  @Test func `removal leaves nothing`() {
    #expect(redacted("Mail zoe@post.example now", RedactOptions(mode: .remove)) == "Mail  now")
  }

  @Test func `a rule of the user's own has its own label`() throws {
    let rule = try RedactRule(kind: "staff_id", pattern: "ST-\\d{6}")
    let options = RedactOptions(kinds: [.email], rules: [rule])
    #expect(
      redacted("ST-123456 and ST-123457, ST-123456; XST-1234567", options)
        == "[STAFF_ID_1] and [STAFF_ID_2], [STAFF_ID_1]; XST-1234567")
  }

  @Test func `a rule needs a name and a pattern`() {
    #expect(throws: RedactRule.Problem.badKind) { try RedactRule(kind: "Staff", pattern: "a") }
    #expect(throws: RedactRule.Problem.badKind) { try RedactRule(kind: "x", pattern: "a") }
    #expect(throws: RedactRule.Problem.badPattern) { try RedactRule(kind: "staff", pattern: "[a") }
  }

  @Test func `one placeholder stands for an address`() {
    let text = redacted(
      "Send it to 12 Baker Street\nApt. 4\nLondon NW1 6XE\nthanks", RedactOptions())
    #expect(text == "Send it to [ADDRESS_1]\nthanks")
  }

  @Test func `the parts of a full name are the same person`() {
    let text = redacted(
      "I spoke to Katarzyna Wojciechowska. Wojciechowska was kind.", RedactOptions())
    #expect(text == "I spoke to [PERSON_1]. [PERSON_1] was kind.")
  }

  @Test func `counts say what found it and no value`() {
    let redactor = Redactor()
    redactor.begin(Identities(customer: ["Zoe Quill"]))
    var text = Array("Hi Sarah,\nZoe Quill wrote from zoe@post.example.".utf8)
    _ = redactor.redact(&text)
    #expect(
      redactor.takeCounts().lines.map { "\($0.name) \($0.count)" } == [
        "email 1", "person 2", "person.known 1", "person.model 1",
      ])
  }

  @Test(
    arguments: [("${KEY_1}", "KEY_1"), ("secret", nil), ("${}", nil), ("${a b}", nil)]
      as [(String, String?)])
  func `a key is named, never written`(reference: String, variable: String?) {
    #expect(PseudonymKey.variable(reference) == variable)
  }
}
