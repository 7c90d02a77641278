import Testing

@testable import TextAlgorithms

@Suite struct RepeatableBlocksTests {
  static func scan(_ text: String, minWords: Int = 3) -> [(text: String, hash: UInt64)] {
    let bytes = Array(text.utf8)
    return bytes.withUnsafeBufferPointer { buffer in
      RepeatableBlocks.scan(buffer, minWords: minWords).map {
        (String(decoding: buffer[$0.range.lowerBound..<$0.contentEnd], as: UTF8.self), $0.hash)
      }
    }
  }

  @Test func `paragraphs, items and tables are blocks, headings and short ones aren't`() {
    let text = """
      # Free delivery on everything

      Delivery is free from fifty euros.

      - one item of three words
      - short

      | a | b |
      | --- | --- |
      | c | d |

      Thanks
      """
    let blocks = Self.scan(text)
    #expect(
      blocks.map(\.text) == [
        "Delivery is free from fifty euros.", "- one item of three words",
        "| a | b |\n| --- | --- |\n| c | d |",
      ])
  }

  @Test func `white space makes no difference and words do`() {
    let a = Self.scan("Delivery is free\nfrom fifty euros.")
    let b = Self.scan("Delivery  is free from fifty   euros.\n\n")
    let c = Self.scan("Delivery is free from sixty euros.")
    #expect(a.map(\.hash) == b.map(\.hash))
    #expect(a.map(\.hash) != c.map(\.hash))
  }

  @Test func `scripts without blanks have blocks too`() {
    #expect(Self.scan("いつもご利用いただきありがとうございます。", minWords: 4).count == 1)
    #expect(Self.scan("はい。", minWords: 4).isEmpty)
  }
}
