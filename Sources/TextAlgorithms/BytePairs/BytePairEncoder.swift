internal import Glibc

/// Turns text into the ids of a vocabulary; one a worker, since it keeps what it merged before.
///
/// The ids are those of the reference implementation for the same vocabulary and pattern: text is cut
/// into pieces, a piece that is a token is taken whole, and in any other the neighbours of lowest rank
/// merge, the leftmost first, until no pair is a token. Text that looks like a special token is text.
/// Linear in the text but for pieces, which take n log n.
package final class BytePairEncoder {
  /// So many ids are made before they go to their destination.
  private static let blockSize = 1 << 14

  package let vocabulary: Vocabulary
  package let pattern: SplitPattern
  private let classes = CharacterClasses()
  private let merger: PieceMerger
  private let cache = PieceCache()
  private let block: UnsafeMutablePointer<UInt32>
  /// A piece at the end of the text is copied here, so that words may be read past it.
  private let padded: UnsafeMutablePointer<UInt8>

  package init(_ vocabulary: Vocabulary, pattern: SplitPattern) {
    self.vocabulary = vocabulary
    self.pattern = pattern
    merger = PieceMerger(vocabulary.tables)
    block = .allocate(capacity: BytePairEncoder.blockSize)
    let room = BytePairEncoder.blockSize + VocabularyTables.padding
    padded = .allocate(capacity: room)
    padded.initialize(repeating: 0, count: room)
  }

  deinit {
    block.deallocate()
    padded.deallocate()
    cache.deallocate()
    merger.deallocate()
  }

  /// Appends the ids of `text`, valid UTF-8, to `out`.
  package func encode(_ text: UnsafeBufferPointer<UInt8>, into out: inout [UInt32]) {
    forEachBlock(text) { out.append(contentsOf: $0) }
  }

  package func encode(_ text: [UInt8]) -> [UInt32] {
    var out: [UInt32] = []
    text.withUnsafeBufferPointer { encode($0, into: &out) }
    return out
  }

  /// How many ids `text`, valid UTF-8, has.
  package func count(_ text: UnsafeBufferPointer<UInt8>) -> Int {
    var count = 0
    forEachBlock(text) { count &+= $0.count }
    return count
  }

  @inline(__always)
  private func forEachBlock(
    _ text: UnsafeBufferPointer<UInt8>, _ body: (UnsafeBufferPointer<UInt32>) -> Void
  ) {
    guard let base = text.baseAddress else { return }
    var start = 0
    while start < text.count {
      let (end, ids) = encodeBlock(base, from: start, to: text.count)
      if end > start {
        body(UnsafeBufferPointer(start: block, count: ids))
        start = end
      } else {
        let piece = UnsafeBufferPointer(rebasing: text[start..<pieceEnd(base, start, text.count)])
        merger.encodeHuge(piece).withUnsafeBufferPointer(body)
        start += piece.count
      }
    }
  }

  private func pieceEnd(_ p: UnsafePointer<UInt8>, _ start: Int, _ end: Int) -> Int {
    switch pattern {
    case .cl100k: CL100KSplitter.pieceEnd(classes, p, from: start, to: end)
    case .o200k: O200KSplitter.pieceEnd(classes, p, from: start, to: end)
    case .gpt2: GPT2Splitter.pieceEnd(classes, p, from: start, to: end)
    }
  }

  private func encodeBlock(
    _ p: UnsafePointer<UInt8>, from start: Int, to end: Int
  ) -> (end: Int, ids: Int) {
    switch pattern {
    case .cl100k: encodeBlock(CL100KSplitter.self, p, from: start, to: end)
    case .o200k: encodeBlock(O200KSplitter.self, p, from: start, to: end)
    case .gpt2: encodeBlock(GPT2Splitter.self, p, from: start, to: end)
    }
  }

  /// Fills the block with ids of whole pieces; returns where it stopped, `start` when the first piece
  /// is longer than the block.
  // SAFETY: a piece has at most one id a byte, so one that fits into what is left can't overrun it; a
  // piece nearer to the text's end than the padding is read from the padded copy.
  @inline(__always)
  private func encodeBlock<Splitter: PieceSplitter>(
    _ splitter: Splitter.Type, _ p: UnsafePointer<UInt8>, from start: Int, to end: Int
  ) -> (end: Int, ids: Int) {
    let classes = self.classes
    let tables = merger.tables
    let block = self.block
    var i = start
    var ids = 0
    while i < end {
      let next = splitter.pieceEnd(classes, p, from: i, to: end)
      let length = next &- i
      if length > BytePairEncoder.blockSize &- ids { break }
      var q = p + i
      if next &+ VocabularyTables.padding > end {
        padded.update(from: q, count: length)
        q = UnsafePointer(padded)
      }
      let id = tables.rank(q, length)
      if id != VocabularyTables.none {
        block[ids] = id
        ids &+= 1
      } else {
        ids &+= merge(q, length, block + ids)
      }
      i = next
    }
    return (i, ids)
  }

  @inline(never)
  private func merge(
    _ q: UnsafePointer<UInt8>, _ length: Int, _ out: UnsafeMutablePointer<UInt32>
  ) -> Int {
    if length <= PieceCache.shortLimit {
      return cache.short(q, length, out) { self.merger.merge(q, length, out) }
    }
    if length <= PieceCache.longLimit {
      return cache.long(q, length, out) { self.merger.merge(q, length, out) }
    }
    return merger.merge(q, length, out)
  }
}
