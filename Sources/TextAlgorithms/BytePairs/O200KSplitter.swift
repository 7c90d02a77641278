/// The split pattern of o200k_base: words of an optional leading symbol, capitals, then small letters
/// and an optional contraction
/// (`[^\r\n\p{L}\p{N}]?A*B+(?i:'s|'t|'re|'ve|'m|'ll|'d)?|[^\r\n\p{L}\p{N}]?A+B*(?i:…)?` where A is
/// `[\p{Lu}\p{Lt}\p{Lm}\p{Lo}\p{M}]` and B `[\p{Ll}\p{Lm}\p{Lo}\p{M}]`), then
/// `\p{N}{1,3}| ?[^\s\p{L}\p{N}]+[\r\n/]*|\s*[\r\n]+|\s+(?!\S)|\s+`.
enum O200KSplitter: PieceSplitter {
  private static let capitals =
    CharacterClasses.upper | CharacterClasses.caseless | CharacterClasses.mark
  private static let smalls =
    CharacterClasses.lower | CharacterClasses.caseless | CharacterClasses.mark
  private static let wordCharacters = CharacterClasses.letter | CharacterClasses.mark

  @inline(__always)
  static func pieceEnd(
    _ classes: CharacterClasses, _ p: UnsafePointer<UInt8>, from start: Int, to end: Int
  ) -> Int {
    let (kind, length) = classes.at(p, start)
    let next = start &+ length
    if kind & CharacterClasses.letter != 0 {
      return contracted(word(classes, p, from: start, to: end).end, p, end)
    }
    if kind == CharacterClasses.number { return classes.endOfNumber(p, from: next, to: end) }
    if kind != CharacterClasses.newline {
      let second = next < end ? classes.at(p, next).kind : 0
      if second & wordCharacters != 0 {
        let (wordEnd, endsSmall) = word(classes, p, from: next, to: end)
        // A leading mark may be the symbol or the word: capitals alone after it lose to the mark alone.
        if kind == CharacterClasses.mark, !endsSmall { return contracted(next, p, end) }
        return contracted(wordEnd, p, end)
      }
      if kind == CharacterClasses.mark { return contracted(next, p, end) }
      if kind == CharacterClasses.other
        || (second == CharacterClasses.other && p[start] == 0x20)
      {
        return symbols(classes, p, from: next, to: end)
      }
    }
    let run = WhitespaceRun(classes, p, from: start, to: end)
    if let afterNewline = run.afterNewline { return afterNewline }
    return run.end == end ? end : run.endBeforeText(from: start)
  }

  /// The end of `A*B+`, or where that fails of `A+`; `endsSmall` tells which. One of A or B is at `start`.
  @inline(__always)
  private static func word(
    _ classes: CharacterClasses, _ p: UnsafePointer<UInt8>, from start: Int, to end: Int
  ) -> (end: Int, endsSmall: Bool) {
    var i = start
    // The end of the last character that is in A and B: where B+ ends when A* has to give back.
    var shared = -1
    while i < end {
      let (kind, length) = classes.at(p, i)
      if kind & capitals == 0 {
        if kind == CharacterClasses.lower {
          return (classes.endOfRun(of: smalls, p, from: i &+ length, to: end), true)
        }
        break
      }
      i &+= length
      if kind != CharacterClasses.upper { shared = i }
    }
    return shared >= 0 ? (shared, true) : (i, false)
  }

  /// `i`, or the end of the contraction with its apostrophe that begins there.
  @inline(__always)
  private static func contracted(_ i: Int, _ p: UnsafePointer<UInt8>, _ end: Int) -> Int {
    guard i < end, p[i] == 0x27 else { return i }
    let suffix = Contraction.length(p, from: i &+ 1, to: end)
    return suffix > 0 ? i &+ 1 &+ suffix : i
  }

  /// The end of `[^\s\p{L}\p{N}]*[\r\n/]*` from `start`.
  @inline(__always)
  private static func symbols(
    _ classes: CharacterClasses, _ p: UnsafePointer<UInt8>, from start: Int, to end: Int
  ) -> Int {
    var i = classes.endOfRun(of: CharacterClasses.symbol, p, from: start, to: end)
    while i < end, p[i] == 0x0A || p[i] == 0x0D || p[i] == 0x2F { i &+= 1 }
    return i
  }
}
