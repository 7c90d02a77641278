/// The split pattern of gpt2, r50k_base and p50k_base:
/// `'(?:[sdmt]|ll|ve|re)| ?\p{L}++| ?\p{N}++| ?[^\s\p{L}\p{N}]++|\s++$|\s+(?!\S)|\s`.
enum GPT2Splitter: PieceSplitter {
  @inline(__always)
  static func pieceEnd(
    _ classes: CharacterClasses, _ p: UnsafePointer<UInt8>, from start: Int, to end: Int
  ) -> Int {
    var (kind, length) = classes.at(p, start)
    var next = start &+ length
    if p[start] == 0x27 {
      let suffix = contraction(p, from: next, to: end)
      if suffix > 0 { return next &+ suffix }
    }
    if kind == CharacterClasses.space, p[start] == 0x20, next < end {
      let (second, secondLength) = classes.at(p, next)
      if second & CharacterClasses.whitespace == 0 {
        kind = second
        next &+= secondLength
      }
    }
    if kind & CharacterClasses.letter != 0 {
      return classes.endOfRun(of: CharacterClasses.letter, p, from: next, to: end)
    }
    if kind == CharacterClasses.number {
      return classes.endOfRun(of: CharacterClasses.number, p, from: next, to: end)
    }
    if kind & CharacterClasses.symbol != 0 {
      return classes.endOfRun(of: CharacterClasses.symbol, p, from: next, to: end)
    }
    let run = WhitespaceRun(classes, p, from: start, to: end)
    return run.end == end ? end : run.endBeforeText(from: start)
  }

  /// The length of `[sdmt]|ll|ve|re` at `i`, 0 without one.
  @inline(__always)
  private static func contraction(_ p: UnsafePointer<UInt8>, from i: Int, to end: Int) -> Int {
    guard i < end else { return 0 }
    switch p[i] {
    case 0x73, 0x64, 0x6D, 0x74: return 1
    case 0x6C: return i &+ 1 < end && p[i &+ 1] == 0x6C ? 2 : 0
    case 0x76, 0x72: return i &+ 1 < end && p[i &+ 1] == 0x65 ? 2 : 0
    default: return 0
    }
  }
}
