import Testing

@testable import TextAlgorithms

@Suite struct MarkdownBlocksTests {
  static func scan(_ text: String) -> [MarkdownBlock] {
    Array(text.utf8).withUnsafeBufferPointer { MarkdownBlocks.scan($0) }
  }

  @Test func `Blocks cover the text without a gap`() {
    var random = SeededGenerator(seed: 21)
    for _ in 0..<300 {
      let text = RandomMarkdown.make(&random)
      var end = 0
      for block in Self.scan(text) {
        #expect(block.range.lowerBound == end && !block.range.isEmpty)
        #expect(
          block.range.contains(block.contentEnd) || block.contentEnd == block.range.upperBound)
        end = block.range.upperBound
      }
      #expect(end == text.utf8.count)
    }
  }

  @Test func `Each kind is found`() {
    let text = "# A #\n\npara\nmore\n- one\n- two\n\n| a |\n| --- |\n| 1 |\n\n~~~\n# code\n~~~\nend"
    let kinds = Self.scan(text).map(\.kind)
    #expect(
      kinds == [
        .heading(level: 1), .paragraph, .listItem, .listItem, .table(body: 44), .code,
        .paragraph,
      ])
  }

  @Test(arguments: ["#no space", "####### seven", "    # code", "\\# escaped", ""])
  func `What looks like a heading is none`(line: String) {
    #expect(!Self.scan(line).contains { if case .heading = $0.kind { true } else { false } })
  }

  @Test func `An open fence goes to the end`() {
    #expect(Self.scan("```\n# a\n\n# b\n").map(\.kind) == [.code])
  }
}
