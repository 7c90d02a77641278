/// Cuts a Markdown text into chunks of at most so many tokens, along its structure.
///
/// Blocks are packed in order. One that doesn't fit begins the next chunk when this one is at least half
/// full, else it is cut along lines or sentences, then words, then grapheme clusters. A heading goes with
/// what stands below it, and begins a chunk when the one before is half full. Rows of a table carry the
/// table's header into every chunk. Each text is encoded about twice; linear but for that.
package struct ChunkPacker {
  /// A chunk as ranges of the text.
  package struct Piece: Equatable, Sendable {
    /// Bytes of the text, white space at both ends aside.
    package var range: Range<Int>
    /// The header of the table that the chunk continues; stands before the text.
    package var prefix: Range<Int>?
    /// Tokens of prefix and text, by the packer's encoder.
    package var tokens: Int
    /// Blocks above the chunk that are its headings, outermost first.
    package var above: [Int]
    /// Headings that the chunk opens with, and that are in force for what follows them.
    package var opened: [Int]
  }

  private let limit: Int
  private let overlap: Int
  private let encoder: BytePairEncoder

  /// `limit` and `overlap` are tokens; the overlap is less than half of the limit.
  package init(limit: Int, overlap: Int, encoder: BytePairEncoder) {
    self.limit = limit
    self.overlap = overlap
    self.encoder = encoder
  }

  /// The chunks of `text`, and its blocks, which `headings` index.
  ///
  /// `reserve` gives the tokens that a caller's own prefix takes under headings.
  package func pack(
    _ text: UnsafeBufferPointer<UInt8>, reserve: ([Int], [MarkdownBlock]) -> Int = { _, _ in 0 }
  ) -> (pieces: [Piece], blocks: [MarkdownBlock]) {
    let blocks = MarkdownBlocks.scan(text)
    let pieces = withoutActuallyEscaping(reserve) { reserve in
      var packing = ChunkPacking(
        text: text, blocks: blocks, limit: limit, overlap: overlap, encoder: encoder,
        reserve: { reserve($0, blocks) })
      return packing.run()
    }
    return (pieces, blocks)
  }
}
