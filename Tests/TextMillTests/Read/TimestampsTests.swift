import Testing

@testable import TextMill

@Suite struct TimestampsTests {
  @Test(arguments: [
    ("2024-05-01T08:30:00Z", "2024-05-01T08:30:00Z"), ("2024-02-29", "2024-02-29T00:00:00Z"),
    ("2024-05-01T08:30:00.123+02:00", "2024-05-01T06:30:00Z"),
    ("2024-01-01 00:10:00 -0030", "2024-01-01T00:40:00Z"),
    ("2024-05-01 08:30 UTC", "2024-05-01T08:30:00Z"),
    ("1714552200", "2024-05-01T08:30:00Z"), ("1714552200123", "2024-05-01T08:30:00Z"),
    ("1969-12-31T23:59:59Z", "1969-12-31T23:59:59Z"), ("2023-02-29", nil), ("03/04/2024", nil),
    ("2024-13-01", nil), ("2024-05-01T25:00:00Z", nil), ("yesterday", nil), ("", nil),
  ])
  func `times are UTC with seconds, or unknown`(text: String, expected: String?) {
    #expect(Timestamps.normalized(text) == expected)
  }

  @Test func `what is written is read as the same time`() {
    for day in stride(from: -700_000, through: 2_900_000, by: 997) {
      let seconds = day * 86_400 + 45_296
      guard let text = Timestamps.string(seconds) else { continue }
      #expect(Timestamps.normalized(text) == text)
    }
  }
}
