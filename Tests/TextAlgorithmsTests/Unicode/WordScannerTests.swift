import Testing

@testable import TextAlgorithms

@Suite struct WordScannerTests {
  @Test(arguments: [
    ("", 0, 0), ("one two_three 4", 3, 15), ("  ...  ", 0, 7), ("naïve e\u{0301}té", 2, 10),
    ("你好世界", 2, 4), ("สวัสดี", 2, 6), ("abc你", 2, 4),
  ])
  func `words and characters are counted`(text: String, words: Int, characters: Int) {
    let bytes = Array(text.utf8)
    let measure = bytes.withUnsafeBufferPointer { WordScanner.measure($0) }
    #expect(measure == .init(words: words, characters: characters))
  }
}
