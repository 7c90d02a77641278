import Testing

@testable import TextAlgorithms

@Suite struct JSONStringTests {
  @Test func `A text comes back from its escapes, wherever they stand`() {
    var random = SeededGenerator(seed: 93)
    let parts = ["\\", "\"", "\n", "\u{1}", "/", "é", "👍", "]", "\u{5B}\u{5D}"]
    for _ in 0..<1_000 {
      var text = ""
      while random.next() % 8 != 0 {
        text += String(repeating: "a", count: Int.random(in: 0...20, using: &random))
        text += parts.randomElement(using: &random)!
      }
      var quoted: [UInt8] = []
      JSONString.append(text, to: &quoted)
      var back: [UInt8] = []
      quoted.withUnsafeBufferPointer {
        JSONString.unescape(UnsafeBufferPointer(rebasing: $0.dropFirst().dropLast()), into: &back)
      }
      #expect(back == Array(text.utf8))
    }
  }
}
