import Testing

@testable import TextAlgorithms

@Suite struct KnownIdentitiesTests {
  @Test(arguments: [
    ("Hello Zoë Quill,", "person:Zoë Quill"), ("quill, zoe wrote", "person:quill, zoe"),
    ("from Quill Zoe.", "person:Quill Zoe"), ("Zoe Q. said", "person:Zoe Q."),
    ("Hi Zoe!", "person:Zoe"), ("zoe is here", "person:zoe"), ("ZOË QUILL", "person:ZOË QUILL"),
    ("@Quill please", "person:Quill"),
  ])
  func `a known name is found in its forms`(text: String, expected: String) {
    #expect(found(text, known: ["Zoe Quill"]) == [expected])
  }

  @Test(arguments: [
    "Zoetrope and Quilling", "write with a quill, Sir", "The zoe of it", "XZoe Zoe_x Zoe1",
  ])
  func `a part of a name is no name inside a word or in small letters`(text: String) {
    #expect(found(text, known: ["Zoe Quill"]) == [])
  }

  @Test func `an account is found where it is mentioned`() {
    #expect(found("Hi @zoeq, see", known: ["zoeq"]) == ["person:zoeq"])
    #expect(found("Hi @quill77 and Quill77", known: ["quill77"]) == ["person:quill77"])
    #expect(found("The zoeq of X", known: ["zoeq"]) == [])
  }

  @Test func `a name that is a word needs a greeting when alone`() {
    #expect(found("Mark it as read. Will you?", known: ["Mark Will"]) == [])
    #expect(found("Hi Mark, Will you?", known: ["Mark Will"]) == ["person:Mark"])
    #expect(found("Thanks,\nGrace", known: ["Grace Price"]) == ["person:Grace"])
    #expect(found("Please mark price here", known: ["Mark Price"]) == [])
    #expect(found("Ask Mark Price", known: ["Mark Price"]) == ["person:Mark Price"])
  }

  @Test func `what a help desk is called is no person`() {
    #expect(found("The Support Team and Customer Service", known: ["Support Team"]) == [])
  }

  @Test func `a known address and number are found however they are written`() {
    #expect(found("ANN@EXAMPLE.COM", known: ["ann@example.com"]) == ["email:ANN@EXAMPLE.COM"])
    #expect(
      found("item 0170/123 45 67", known: ["+49 170 1234567"]) == ["phone:0170/123 45 67"])
    #expect(
      found("by Ann Lee <ann@example.com>", known: ["\"Lee, Ann\" <ann@example.com>"])
        == ["person:Ann Lee", "email:ann@example.com"])
  }

  @Test func `identities are forgotten at the next record`() {
    let scanner = PersonalDataScanner(oracle: { _, _ in false })
    let text = Array("Zoe Quill".utf8)
    scanner.add(text, identity: 4)
    #expect(text.withUnsafeBufferPointer { scanner.scan($0) }.map(\.identity) == [4])
    scanner.removeIdentities()
    #expect(text.withUnsafeBufferPointer { scanner.scan($0) } == [])
  }

  @Test func `folding keeps a map to the source`() {
    for text in ["Zoë", "Straße Ünïcode", "é\u{301}x", "Ангел ЖУК", "日本 A", ""] {
      let bytes = Array(text.utf8)
      bytes.withUnsafeBufferPointer { buffer in
        guard let base = buffer.baseAddress, !buffer.isEmpty else { return }
        let folded = FoldedText(PersonalText(base: base, count: buffer.count))
        var last = 0
        for i in 0...folded.bytes.count {
          #expect(folded.source(i) >= last)
          last = folded.source(i)
        }
        #expect(folded.source(folded.bytes.count) == bytes.count)
      }
    }
    #expect(
      FoldedText.fold(Array("ÀÉÎÕÜ Straße Łódź ЖУК".utf8)) == Array("aeiou strasse lodz жук".utf8))
  }
}
