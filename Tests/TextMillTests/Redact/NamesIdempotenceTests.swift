import Testing
import TextAlgorithms

@testable import TextMill

@Suite struct NamesIdempotenceTests {
  private static let pieces = [
    "Hi Sarah,", "\n", "\n\n", " ", "Regards,\n", "Tobias Krüger", "My name is Ann Lee.",
    "12 Baker Street", ", London NW1 6XE",
    "Hauptstraße 5", "10115 Berlin", "born on 3 May 1980", "passport C01X00T47",
    "write to a@b.example", "Dr. Weiß", " and ",
    "Maria", "Grace", "Mark", "will", "the lamp", "from Paris", "CEO", "田中様", "Apt. 4", "IL 62704",
    "wrote:", ", ", "J. Smith",
    "52.520008, 13.404954", "plate number AB12 CDE", "Order 12345", "O'Neil", "[PERSON_1]", "(",
    ")", "> ", "-- \n",
  ]

  @Test func `redacting twice is redacting once`() {
    var random = SeededGenerator(seed: 3)
    for mode in RedactOptions.Mode.allCases {
      let redactor = Redactor(RedactOptions(kinds: PersonalDataKind.allCases, mode: mode), key: [1])
      for _ in 0..<400 {
        let count = Int.random(in: 1...24, using: &random)
        let source = (0..<count).map { _ in Self.pieces.randomElement(using: &random)! }.joined()
        redactor.begin(Identities())
        var text = Array(source.utf8)
        let redactions = redactor.redact(&text)
        #expect(redactor.rescan(text) == [], "\(source)")
        let once = text
        #expect(redactor.redact(&text) == [])
        #expect(text == once)
        for (one, two) in zip(redactions, redactions.dropFirst()) {
          #expect(one.range.upperBound <= two.range.lowerBound)
        }
      }
    }
  }
}
