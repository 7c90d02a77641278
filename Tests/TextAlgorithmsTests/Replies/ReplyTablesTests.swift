import Testing

@testable import TextAlgorithms

@Suite struct ReplyTablesTests {
  @Test func `Every word of the table is folded`() {
    let text = ReplyTableText.embedded
    for kind in ["from", "verb", "lead", "original", "signoff", "greet", "month", "day", "title"] {
      let words = text.words(kind).filter { !$0.starts(with: [0xC4, 0xB0]) }
      #expect(!words.isEmpty)
      for word in words { #expect(CaseFold.fold(word) == word) }
    }
  }

  @Test func `A trie finds the longest whole word`() {
    let trie = WordTrie(["a", "ab", "abcd"].map { Array($0.utf8) })
    func end(_ text: String, wholeWord: Bool) -> Int? {
      Array(text.utf8).withUnsafeBufferPointer {
        trie.longest(
          TextView(raw: $0.baseAddress!, low: $0.baseAddress!, count: $0.count), at: 0,
          wholeWord: wholeWord)?.end
      }
    }
    #expect(end("abc", wholeWord: false) == 2)
    #expect(end("abc", wholeWord: true) == nil)
    #expect(end("ab c", wholeWord: true) == 2)
    #expect(end("abcd", wholeWord: true) == 4)
    #expect(end("x", wholeWord: false) == nil)
  }
}
