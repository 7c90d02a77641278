/// Cuts text into the pieces inside which byte pairs merge.
///
/// Law: pieces are not empty and follow each other without a gap, and cutting a whole text takes time
/// linear in its length.
protocol PieceSplitter {
  /// The end of the piece that begins at `start`; `start < end`, and `end` is where the text ends.
  static func pieceEnd(
    _ classes: CharacterClasses, _ p: UnsafePointer<UInt8>, from start: Int, to end: Int
  ) -> Int
}

/// What a run of white space says about its cut.
struct WhitespaceRun {
  /// Where the run ends.
  var end: Int
  /// Where its last character begins.
  var last: Int
  /// Where its last newline ends; nil without one.
  var afterNewline: Int?

  /// Measures the run that begins at `start`, where a white space character stands.
  @inline(__always)
  init(_ classes: CharacterClasses, _ p: UnsafePointer<UInt8>, from start: Int, to limit: Int) {
    end = start
    last = start
    while end < limit {
      let (kind, length) = classes.at(p, end)
      if kind & CharacterClasses.whitespace == 0 { break }
      last = end
      end &+= length
      if kind == CharacterClasses.newline { afterNewline = end }
    }
  }

  /// The cut of `\s+(?!\S)|\s` for a run that doesn't end the text: all but its last character, which
  /// goes with what follows, or the only one.
  @inline(__always)
  func endBeforeText(from start: Int) -> Int { last > start ? last : end }
}
