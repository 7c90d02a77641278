import Testing

@testable import TextAlgorithms

@Suite struct TextViewTests {
  @Test(arguments: [1, 2, 3] as [UInt64])
  func `A view is longer than a limit when it has more scalars`(seed: UInt64) {
    var generator = SeededGenerator(seed: seed)
    for _ in 0..<500 {
      let text = (0..<Int.random(in: 1...120, using: &generator)).map { _ in
        ["a", "é", "日", "👍", "b", "c"].randomElement(using: &generator)!
      }.joined()
      let raw = Array(text.utf8)
      raw.withUnsafeBufferPointer { bytes in
        let view = TextView(raw: bytes.baseAddress!, low: bytes.baseAddress!, count: raw.count)
        let scalars = text.unicodeScalars.count
        for limit in [0, 1, 9, 40, 60, scalars - 1, scalars, scalars + 1, 200] {
          #expect(view.isLonger(than: limit) == (scalars > limit), "\(text) \(limit)")
        }
      }
    }
  }
}
