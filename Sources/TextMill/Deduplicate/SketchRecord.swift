internal import TextAlgorithms

/// One document in a sketch file.
struct SketchRecord: BitwiseCopyable {
  var key: ContentHash
  /// Smaller is kept first.
  var priority: UInt64
  var content: ContentHash
  /// Where the id stands among the ids of the file.
  var idOffset: UInt64
  var idLength: UInt32
  /// Shingles in the text, repeats included.
  var shingles: UInt32
}
