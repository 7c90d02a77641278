/// The split pattern of cl100k_base: `'(?i:[sdmt]|ll|ve|re)|[^\r\n\p{L}\p{N}]?+\p{L}++|\p{N}{1,3}+|`
/// ` ?[^\s\p{L}\p{N}]++[\r\n]*+|\s++$|\s*[\r\n]|\s+(?!\S)|\s`.
enum CL100KSplitter: PieceSplitter {
  @inline(__always)
  static func pieceEnd(
    _ classes: CharacterClasses, _ p: UnsafePointer<UInt8>, from start: Int, to end: Int
  ) -> Int {
    let (kind, length) = classes.at(p, start)
    let next = start &+ length
    if kind & CharacterClasses.letter != 0 {
      return classes.endOfRun(of: CharacterClasses.letter, p, from: next, to: end)
    }
    if kind == CharacterClasses.number { return classes.endOfNumber(p, from: next, to: end) }
    if p[start] == 0x27 {
      let suffix = Contraction.length(p, from: next, to: end)
      if suffix > 0 { return next &+ suffix }
    }
    if kind != CharacterClasses.newline, next < end {
      let (second, secondLength) = classes.at(p, next)
      if second & CharacterClasses.letter != 0 {
        return classes.endOfRun(of: CharacterClasses.letter, p, from: next &+ secondLength, to: end)
      }
      if kind & CharacterClasses.symbol != 0
        || (second & CharacterClasses.symbol != 0 && p[start] == 0x20)
      {
        let symbols = classes.endOfRun(of: CharacterClasses.symbol, p, from: next, to: end)
        return classes.endOfRun(of: CharacterClasses.newline, p, from: symbols, to: end)
      }
    } else if kind & CharacterClasses.symbol != 0 {
      return next
    }
    let run = WhitespaceRun(classes, p, from: start, to: end)
    if run.end == end { return end }
    return run.afterNewline ?? run.endBeforeText(from: start)
  }
}
