/// The words that end right before a place, last first, parted by single blanks only.
struct WordsBefore {
  private let text: PersonalText
  private var i: Int
  /// The colon or dot behind the last word, or 0.
  private(set) var mark: UInt8 = 0

  init(_ text: PersonalText, _ end: Int) {
    self.text = text
    i = end
    skipBlanks()
    if text[i &- 1] == 0x3A || text[i &- 1] == 0x2E {
      mark = text[i &- 1]
      i &-= 1
    }
  }

  private mutating func skipBlanks() {
    var n = 0
    while n < 8, text[i &- 1] == 0x20 {
      i &-= 1
      n += 1
    }
  }

  /// The next word of ASCII letters towards the beginning, of at most 24, or nil.
  mutating func next() -> Range<Int>? {
    skipBlanks()
    let end = i
    while end &- i < 24, PersonalText.isLetter(text[i &- 1]) { i &-= 1 }
    return i < end && !text.isWord(before: i) ? i..<end : nil
  }
}
