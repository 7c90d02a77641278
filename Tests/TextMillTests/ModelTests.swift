import Testing

@testable import TextMill

@Suite struct ModelTests {
  @Test func `the raw bytes of a rejection are bounded`() {
    let place = SourceLocation(source: "s", path: "p", record: 1, offset: 0)
    let rejection = Rejection(
      stage: "read", reason: "invalid_json", source: place,
      raw: [UInt8](repeating: 65, count: 100_000))
    #expect(rejection.raw?.count == Rejection.rawLimit)
  }
}
