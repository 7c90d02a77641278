import Testing

@testable import TextAlgorithms

@Suite struct NameFinderTests {
  static func scanner() -> PersonalDataScanner {
    PersonalDataScanner(kinds: [.person, .address], oracle: { _, _ in false }, names: NameFinder())
  }

  static func found(_ text: String) -> [String] {
    let bytes = Array(text.utf8)
    return bytes.withUnsafeBufferPointer { scanner().scan($0) }.map {
      "\($0.kind.name):\(String(decoding: bytes[$0.range], as: UTF8.self))"
    }
  }

  @Test(arguments: [
    ("Hi Sarah,\nthe lamp has arrived.", "person:Sarah"),
    ("The lamp is broken.\n\nKind regards,\nTobias Krüger", "person:Tobias Krüger"),
    ("My name is Priya Raghavan and I ordered a chair.", "person:Priya Raghavan"),
    ("Sehr geehrte Frau Steinbach,", "person:Steinbach"),
    ("Bonjour Madame Lefèvre,", "person:Lefèvre"),
    ("Me llamo Lucía Fernández.", "person:Lucía Fernández"),
    ("Mi chiamo Giulia Bianchi.", "person:Giulia Bianchi"),
    ("Met vriendelijke groet,\nSanne de Vries", "person:Sanne de Vries"),
    ("お世話になっております。田中様", "person:田中"),
    ("Your colleague Marek promised a refund.", "person:Marek"),
    ("Hi, my name is john smith and I live in Leeds.", "person:john smith"),
    ("hello my name's anna, where is it", "person:anna"),
    ("hola, me llamo lucia fernandez y no llega", "person:lucia fernandez"),
  ])
  func `people are found in greetings, sign-offs and sentences`(text: String, expected: String) {
    #expect(Self.found(text) == [expected])
  }

  @Test func `a name that was given in full is found wherever it stands`() {
    let filler = String(repeating: "the lamp came late and the box was open ", count: 12)
    let text = "My name is Priya Raghavan. \(filler) but Raghavan paid. \(filler)\nRaghavan"
    #expect(
      Self.found(text) == ["person:Priya Raghavan", "person:Raghavan", "person:Raghavan"])
  }

  @Test(arguments: [
    "Dear Customer,", "Best Regards,\nThe Support Team", "Will you ship on Monday?",
    "Mark as resolved.",
    "May I ask for a refund?", "Price drop on the Berlin Desk Lamp",
    "Where can I find Mastercard ATMs?",
    "Der Stuhl aus Eiche mit Bezug in Grau ist nicht mehr lieferbar.",
    "Click Settings, then Account, then Privacy",
    "Size: 120 x 60 cm", "The Windows update fails on my laptop.", "Summer Sale ends on Sunday",
    "[CUSTOMER_NAME_1] wrote to [AGENT_NAME_2].", "",
  ])
  func `words that only look like names stay`(text: String) {
    #expect(Self.found(text) == [])
  }

  @Test(arguments: ["5 µm", "nº 5", "la 3ª", "ª", "µ", "º", "Âµm", "ÐºÐ°Ðº"])
  func `signs that are word signs but begin no word are passed`(text: String) {
    #expect(Self.found("Hi Sarah,\n\(text)\nthe lamp has arrived.") == ["person:Sarah"])
  }

  @Test(arguments: [
    "12 Baker Street, London NW1 6XE", "Hauptstraße 12a\n10115 Berlin",
    "12 bis, rue de la Paix, 75002 Paris",
    "Calle Mayor, 5, 28013 Madrid", "Via Roma 12, 00184 Roma", "Kerkstraat 8, 1012 AB Amsterdam",
    "ul. Długa 5/3, 00-238 Warszawa", "742 Evergreen Terrace, Springfield, IL 62704",
    "Storgatan 5, 111 23 Stockholm",
    "P.O. Box 1234", "〒100-0001 東京都千代田区千代田1-1",
  ])
  func `addresses of many countries are found, their parts touching`(text: String) {
    let bytes = Array("Send it to \(text)".utf8)
    let parts = bytes.withUnsafeBufferPointer { Self.scanner().scan($0) }.filter {
      $0.kind == .address
    }
    #expect(!parts.isEmpty)
    #expect(parts.filter { !$0.continues }.count == 1, "\(Self.found("Send it to \(text)"))")
    for (one, two) in zip(parts, parts.dropFirst()) {
      #expect(one.range.upperBound == two.range.lowerBound)
    }
  }

  @Test func `tokens stand in order and apart`() {
    var random = SeededGenerator(seed: 5)
    let pieces = [
      "Ann", "O'Neil", "42", "12a", ", ", " ", "\n", "ß", "Müller-Lüdenscheidt", "様", "it's",
      "\u{a0}", "[EMAIL_1]", "é", "—", "ATMs",
    ]
    for _ in 0..<300 {
      let text = Array((0..<40).map { _ in pieces.randomElement(using: &random)! }.joined().utf8)
      text.withUnsafeBufferPointer { buffer in
        let view = PersonalText(base: buffer.baseAddress!, count: buffer.count)
        var tokens: [NameToken] = []
        NameTokenizer(table: NameTable(), words: NameWords()).tokenize(
          view, 0..<buffer.count, masks: [], into: &tokens)
        var end = 0
        for token in tokens {
          #expect(token.start >= end && token.end > token.start)
          end = token.end
        }
        #expect(end <= buffer.count)
      }
    }
  }

  @Test func `every character is passed, alone, in a word and at an end`() {
    let scalars = (0x80...0x2_FFFF).compactMap(Unicode.Scalar.init)
    for start in stride(from: 0, to: scalars.count, by: 4096) {
      var text = "Dear "
      for scalar in scalars[start..<min(start + 4096, scalars.count)] {
        text += "\(scalar) A\(scalar)b'\(scalar)\n\(scalar)O"
      }
      let bytes = Array(text.utf8)
      bytes.withUnsafeBufferPointer { buffer in
        var tokens: [NameToken] = []
        NameTokenizer(table: NameTable(), words: NameWords()).tokenize(
          PersonalText(base: buffer.baseAddress!, count: buffer.count), 0..<buffer.count, masks: [],
          into: &tokens)
        #expect(tokens.count < buffer.count)
        #expect(tokens.last.map { $0.end <= buffer.count } ?? false)
      }
    }
  }

  @Test(arguments: ["nº 12", "Dear µO, 5 µg", "1ª Ana", "ÐµO"])
  func `ordinals and micro signs are letters`(text: String) {
    _ = Self.found(text)
  }

  @Test(arguments: [
    "A", "Ann ", "Ann, ", "1 ", "1 Baker ", "ann-", "O'", "様", "Street ", "\nAnn", "[PERSON_1",
  ])
  func `hostile repeats come to an end`(piece: String) {
    _ = Self.found(String(repeating: piece, count: 30_000))
  }

  @Test func `what was found in full is found by its parts elsewhere`() {
    let found = Self.found(
      "I spoke to Katarzyna Wojciechowska yesterday.\n\nToday Wojciechowska called back.")
    #expect(found == ["person:Katarzyna Wojciechowska", "person:Wojciechowska"])
  }

  @Test(arguments: [
    "Corner Sofa\n\nLoveseat\n\nSofa Bed\n\nColours\n\nDune Velvet\n\nGrey Linen\n\nSofa Covers",
    "Top Brands\n\nHot Deals\n\nBrand New\n\nBest Seller\n\nFree Delivery\n\nOut of Stock",
    "Material\n\nMerino Wool\n\nOrganic Cotton\n\nSterling Silver\n\nOiled Oak\n\nBrushed Steel",
    "Espresso Roast\n\n$19.99\n\nMedium Roast\n\n$15.99\n\nDark Roast Pods\n\n$14.50",
    "Connection\n\nBluetooth\n\nMaterial\n\nCeramic\n\nMounting\n\nKeyhole Slots",
  ])
  func `lists of articles, colours and properties name nobody`(text: String) {
    #expect(Self.found(text) == [])
  }
}
