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

  /// So many pieces are cut before the first is looked up, while their slots come from memory.
  private static let batchSize = 32

  private struct Pending {
    var start: UnsafePointer<UInt8>
    var length: Int
    var probe: VocabularyTables.Probe
  }

  package let vocabulary: Vocabulary
  package let pattern: SplitPattern
  private let classes = CharacterClasses()
  private let merger: PieceMerger
  private let cache = PieceCache()
  private let block: UnsafeMutablePointer<UInt32>
  private let pending: UnsafeMutablePointer<Pending>
  /// A piece at the end of the text is copied here, so that words may be read past it.
  private let padded: UnsafeMutablePointer<UInt8>

  package init(_ vocabulary: Vocabulary, pattern: SplitPattern) {
    self.vocabulary = vocabulary
    self.pattern = pattern
    merger = PieceMerger(vocabulary.tables)
    block = .allocate(capacity: BytePairEncoder.blockSize)
    pending = .allocate(capacity: BytePairEncoder.batchSize)
    let room = BytePairEncoder.blockSize + VocabularyTables.padding
    padded = .allocate(capacity: room)
    padded.initialize(repeating: 0, count: room)
  }

  deinit {
    block.deallocate()
    pending.deallocate()
    padded.deallocate()
    cache.deallocate()
    merger.deallocate()
  }

  /// Appends the ids of `text`, valid UTF-8, to `out`.
  package func encode(_ text: UnsafeBufferPointer<UInt8>, into out: inout [UInt32]) {
    forEachBlock(text) { out.append(contentsOf: $0) }
  }

  /// The ids of `text`, valid UTF-8.
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
      var count = 0
      var room = BytePairEncoder.blockSize &- ids
      while count < BytePairEncoder.batchSize, i < end {
        let next = splitter.pieceEnd(classes, p, from: i, to: end)
        let length = next &- i
        if length > room { break }
        var q = p + i
        if next &+ VocabularyTables.padding > end {
          // At most the last pieces: those that begin in the padding, and the one before them.
          if count > 0 { break }
          padded.update(from: q, count: length)
          q = UnsafePointer(padded)
        }
        let probe = tables.probe(q, length)
        tables.prefetch(probe)
        pending[count] = Pending(start: q, length: length, probe: probe)
        count &+= 1
        room &-= length
        i = next
        if q == UnsafePointer(padded) { break }
      }
      if count == 0 { break }
      for k in 0..<count {
        let piece = pending[k]
        let id = tables.rank(piece.probe, piece.start, piece.length)
        if id != VocabularyTables.none {
          block[ids] = id
          ids &+= 1
        } else {
          ids &+= merge(piece.start, piece.length, block + ids)
        }
      }
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
