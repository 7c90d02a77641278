/// A piece of text that a chunk takes whole, or that is cut finer when it must be.
struct ChunkUnit {
  /// How fine a unit is, coarsest first.
  enum Level: Int, Comparable {
    case block, line, sentence, word, cluster, scalar

    static func < (a: Level, b: Level) -> Bool { a.rawValue < b.rawValue }

    var finer: Level? { Level(rawValue: rawValue + 1) }
  }

  var range: Range<Int>
  var level: Level
  /// Index of the block it is of.
  var block: Int
  /// Tokens of the unit encoded alone.
  var tokens: Int
}
