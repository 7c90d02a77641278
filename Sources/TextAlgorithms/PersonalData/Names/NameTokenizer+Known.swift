/// The short way for words that were read lately.
extension NameTokenizer {
  /// Appends the token of a word of ASCII letters at `i` that the memory knows; returns where it ends, or nil for
  /// the long way.
  @inline(__always) func known(
    _ text: PersonalText, _ i: Int, _ end: Int, _ tokens: inout [NameToken]
  ) -> Int? {
    var hash = NameTable.seed
    var capitals = 0
    var stop = i
    while stop < end {
      let b = text.base[stop]
      guard PersonalText.isLetter(b) else { break }
      if PersonalText.isUpper(b) { capitals &+= 1 }
      hash = NameTable.add(b | 0x20, to: hash)
      stop &+= 1
    }
    if stop < end {
      let b = text.base[stop]
      if b == 0x27 || b == 0x2D || PersonalText.isDigit(b) { return nil }
      // Dashes and quotation marks but for the one that is an apostrophe.
      if b >= 0xC2, b != 0xE2 || text[stop &+ 1] != 0x80 || text[stop &+ 2] == 0x99 { return nil }
    }
    let shape = NameToken.Shape(
      letters: stop &- i, capitals: capitals, beginsCapital: PersonalText.isUpper(text[i]),
      inner: capitals &- (PersonalText.isUpper(text[i]) ? 1 : 0),
      endsInS: text[stop &- 1] == 0x73)
    guard let token = words.memory.token(i..<stop, hash, shape) else { return nil }
    tokens.append(token)
    return stop
  }
}
