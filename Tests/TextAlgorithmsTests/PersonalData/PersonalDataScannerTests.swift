import Testing

@testable import TextAlgorithms

@Suite struct PersonalDataScannerTests {
  @Test(arguments: [
    ("write to ann.lee+shop@mail.example.com.", "email:ann.lee+shop@mail.example.com"),
    ("<b_o-b@example.co.uk>", "email:b_o-b@example.co.uk"),
    ("请联系foo@example.com谢谢", "email:foo@example.com"),
    ("email=foo@example.com;", "email:foo@example.com"),
    ("call me on 020 7946 0018 please", "phone:020 7946 0018"),
    ("(415) 555-0132 is mine", "phone:(415) 555-0132"),
    ("ring +49 30 901820", "phone:+49 30 901820"),
    ("電話 03-1234-5678", "phone:03-1234-5678"),
    ("card 4111 1111 1111 1111 declined", "card:4111 1111 1111 1111"),
    ("my amex 378282246310005", "card:378282246310005"),
    ("IBAN DE89 3704 0044 0532 0130 00.", "iban:DE89 3704 0044 0532 0130 00"),
    ("gb82west12345698765432", "iban:gb82west12345698765432"),
    ("SSN: 123-12-1234", "ssn:123-12-1234"),
    ("my social security number is 123121234", "ssn:123121234"),
    ("from 192.0.2.17 today", "ip:192.0.2.17"),
    ("host 2001:db8::17, port", "ip:2001:db8::17"),
    ("net 198.51.100.0/24", "ip:198.51.100.0/24"),
    ("::ffff:192.0.2.1", "ip:::ffff:192.0.2.1"),
    ("mac 00-1B-44-11-3A-B7", "mac:00-1B-44-11-3A-B7"),
    ("mac aa:bb:cc:dd:ee:fa", "mac:aa:bb:cc:dd:ee:fa"),
    ("001b.4411.3ab7", "mac:001b.4411.3ab7"),
    ("pay 1111111111111111111114oLvT2 now", "crypto:1111111111111111111114oLvT2"),
    ("see https://example.com/a?b=c.", "url:https://example.com/a?b=c"),
    ("see www.example.com/a,", "url:www.example.com/a"),
    ("my password is hunter2!now", "secret:hunter2!now"),
    ("Passwort: geheim99", "secret:geheim99"),
  ])
  func `each kind is found with its ends`(text: String, expected: String) {
    #expect(found(text) == [expected])
  }

  @Test(arguments: [
    "EAN 4006381333931 in the catalogue", "Order #10203040 shipped on 2024-05-01",
    "ticket 4155550132 is closed", "SKU 555-123-4567", "version 1.2.3.4 is out",
    "firmware 10.0.0.1",
    "it costs 1,299.00 or 12 345,67", "100 x 200 x 300 mm, 1920x1080 at 59.94 Hz",
    "on 2024-05-01, 01.02.2023 and 2014-2015", "call a taxi to 14 3684 Court Street",
    "550e8400-e29b-41d4-a716-446655440000", "sha256: e3b0c44298fc1c149afbf4c8996fb924",
    "std::cout << a; 12:34:56 1:2:3:4", "Suite 680-36-4022 Oakridge Lane",
    "Dear Customer, the Support Team, Sent from my iPhone", "x@y, @home, a@b, foo@bar.c",
    "key=xxxxxxxxxxxxxxxxxxxxxxxx", "token: <your_token>", "password: ********",
    "the password is incorrect", "1.2.3.4.5", "00:00:00:00:00:00", "4111 1111 1111 1112",
    "DE89 3704 0044 0532 0130 01", "123-00-1234", "my order number is 12345678",
    "aGVsbG8gd29ybGQgaGVsbG8gd29ybGQ=", "ACGTACGTACGTACGTACGTACGTACGTACGT",
  ])
  func `numbers and words that are no one's stay`(text: String) {
    #expect(found(text, kinds: PersonalDataKind.standard, oracle: { _, _ in true }) == [])
  }

  @Test func `a web address keeps its number`() {
    #expect(found("https://example.com/user/4155550132", kinds: PersonalDataKind.standard) == [])
  }

  @Test func `the telephone library decides only where words don't`() {
    #expect(found("number is 20 7946 0018") == [])
    #expect(found("number is 20 7946 0018", oracle: { _, _ in true }) == ["phone:20 7946 0018"])
    #expect(found("order 20 7946 0018", kinds: [.phone], oracle: { _, _ in true }) == [])
    #expect(found("tel 20 7946 0018") == ["phone:20 7946 0018"])
  }

  @Test func `the nearest word decides`() {
    #expect(found("order 1, phone 79460018") == ["phone:79460018"])
    #expect(found("phone down, order 79460018", kinds: [.phone]) == [])
    #expect(found("phone:\n\n79460018") == [])
  }

  @Test(arguments: PersonalDataKind.allCases)
  func `a placeholder is never found`(kind: PersonalDataKind) {
    for label in [kind.name.uppercased(), "CUSTOMER_NAME", "AGENT_NAME"] {
      for number in [1, 12, 1_234_567] {
        let one = "[\(label)_\(number)]"
        let text = """
          Call \(one) or mail \(one), password is \(one) https://u:\(one)@example.com/?token=\(one)
          api_key = "\(one)" curl -u \(one):\(one) Authorization: Bearer \(one) card \(one) \(one)\(one)
          """
        #expect(found(text, kinds: PersonalDataKind.standard) == [])
      }
    }
  }

  @Test func `findings are sorted, apart and within the text, whatever the text`() {
    var random = SeededGenerator(seed: 3)
    let pieces = [
      "a@b.com", "4111 1111 1111 1111", "+1 415 555 0132", "://", "::", "1", "-", ".", " ", "tel ",
      "password: ", "é", "😀", "[EMAIL_1]", "\n", "192.0.2.1", "aa:bb", "DE89370400440532013000",
      "token=", "Ann", "x9K", "(", "\"", "電話", "0x", "?sig=",
    ]
    let scanner = PersonalDataScanner(kinds: PersonalDataKind.allCases, oracle: { _, _ in true })
    scanner.add(Array("Ann Lee".utf8), identity: 0)
    for _ in 0..<2000 {
      let text = (0..<Int.random(in: 0...30, using: &random)).map { _ in
        pieces.randomElement(using: &random)!
      }.joined()
      let bytes = Array(text.utf8)
      let findings = bytes.withUnsafeBufferPointer { scanner.scan($0) }
      var end = 0
      for finding in findings {
        #expect(finding.range.lowerBound >= end && !finding.range.isEmpty)
        #expect(String(validating: bytes[finding.range], as: UTF8.self) != nil, "\(text)")
        end = finding.range.upperBound
      }
      #expect(end <= bytes.count)
      #expect(bytes.withUnsafeBufferPointer { scanner.scan($0) } == findings)
    }
  }

  @Test(arguments: [
    "1", "@", "-", "a@", "1 ", "://", "aa:", "http://", "-----BEGIN PRIVATE KEY-----", "curl -u ",
    "?token=", "password is ", "A-b", "(+1", "tel 555-123-4567 ", "[A_1]", "QUJD+/a9", "é", "a=",
  ])
  func `much of one thing is passed`(piece: String) {
    let size = piece.utf8.count == 1 ? 1_000_000 : 100_000
    let text = String(repeating: piece, count: size / piece.utf8.count)
    let findings = found(text)
    #expect(findings.count <= text.utf8.count / 8)
  }
}
