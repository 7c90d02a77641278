/// Learns a byte-level byte-pair vocabulary: again and again the most frequent pair becomes a token.
///
/// Deterministic: of equally frequent pairs the one with the lower first and then the lower second rank
/// is taken. The 256 single bytes have the ranks 0 to 255. Each merge visits only the pieces that hold
/// its pair (Sennrich, Haddow and Birch 2016, with counts kept up to date).
package struct BytePairTrainer {
  private struct Pair {
    var left: UInt32
    var right: UInt32
    var count = 0
    /// Pieces that held the pair when it was noted; some hold it no more, some are named twice.
    var pieces: [UInt32] = []
  }

  /// Tokens of each piece, `symbols[starts[i]..<starts[i] + lengths[i]]`; merges shorten pieces in place.
  private var symbols: [UInt32] = []
  private var starts: [Int] = []
  private var lengths: [Int] = []
  private var counts: [Int] = []
  private var pairs: [Pair] = []
  /// Number of each pair; looked up, never walked.
  private var numberOfPair: [UInt64: Int32] = [:]
  private var queue = PairQueue()
  /// Pairs whose count grew in the merge at hand.
  private var grown: [Int32] = []
  private var isGrown: [Bool] = []
  private var tokens: [[UInt8]] = (0...255).map { [UInt8($0)] }
  /// Rank of each token; looked up, never walked.
  private var rankOfToken: [[UInt8]: UInt32] = [:]

  private init(_ counter: PieceCounter) {
    for piece in counter.pieces {
      starts.append(symbols.count)
      lengths.append(piece.length)
      counts.append(piece.count)
      for byte in counter.bytes[piece.start..<piece.start + piece.length] {
        symbols.append(UInt32(byte))
      }
    }
    for (rank, token) in tokens.enumerated() { rankOfToken[token] = UInt32(rank) }
    for piece in starts.indices {
      for i in starts[piece]..<starts[piece] + lengths[piece] - 1 {
        note(symbols[i], symbols[i + 1], in: piece)
      }
    }
    queueGrown()
  }

  /// The tokens of a vocabulary of at most `size`, by rank; fewer when no pair occurs twice any more.
  package static func train(_ counter: PieceCounter, size: Int) -> [[UInt8]] {
    var trainer = BytePairTrainer(counter)
    while trainer.tokens.count < size, trainer.mergeMostFrequent() {}
    return trainer.tokens
  }

  /// Merges the most frequent pair everywhere; false when none occurs twice.
  private mutating func mergeMostFrequent() -> Bool {
    while let top = queue.pop() {
      let number = Int(top.number)
      let count = pairs[number].count
      if count != top.count {
        // It lost occurrences since it was queued; what grew was queued again then.
        if count > 1, count < top.count {
          queue.push(
            PairQueue.Entry(count: count, left: top.left, right: top.right, number: top.number))
        }
        continue
      }
      if count < 2 { return false }
      merge(number)
      return true
    }
    return false
  }

  private mutating func merge(_ number: Int) {
    let left = pairs[number].left
    let right = pairs[number].right
    let bytes = tokens[Int(left)] + tokens[Int(right)]
    let merged: UInt32
    if let known = rankOfToken[bytes] {
      // Other halves made the same bytes before: encoding would take that rank.
      merged = known
    } else {
      merged = UInt32(tokens.count)
      tokens.append(bytes)
      rankOfToken[bytes] = merged
    }
    let pieces = pairs[number].pieces
    pairs[number].pieces = []
    for piece in pieces { rewrite(Int(piece), left, right, merged) }
    queueGrown()
  }

  /// Replaces the pair in one piece, from the left, and updates the counts of what stood beside it.
  private mutating func rewrite(_ piece: Int, _ left: UInt32, _ right: UInt32, _ merged: UInt32) {
    let start = starts[piece]
    let end = start + lengths[piece]
    var read = start
    var write = start
    while read < end {
      if symbols[read] == left, read + 1 < end, symbols[read + 1] == right {
        forget(left, right, in: piece)
        if write > start {
          forget(symbols[write - 1], left, in: piece)
          note(symbols[write - 1], merged, in: piece)
        }
        if read + 2 < end {
          forget(right, symbols[read + 2], in: piece)
          note(merged, symbols[read + 2], in: piece)
        }
        symbols[write] = merged
        read += 2
      } else {
        symbols[write] = symbols[read]
        read += 1
      }
      write += 1
    }
    lengths[piece] = write - start
  }

  private mutating func note(_ left: UInt32, _ right: UInt32, in piece: Int) {
    let key = UInt64(left) << 32 | UInt64(right)
    let number: Int32
    if let known = numberOfPair[key] {
      number = known
    } else {
      number = Int32(pairs.count)
      numberOfPair[key] = number
      pairs.append(Pair(left: left, right: right))
      isGrown.append(false)
    }
    pairs[Int(number)].count += counts[piece]
    if pairs[Int(number)].pieces.last != UInt32(piece) {
      pairs[Int(number)].pieces.append(UInt32(piece))
    }
    if !isGrown[Int(number)] {
      isGrown[Int(number)] = true
      grown.append(number)
    }
  }

  private mutating func forget(_ left: UInt32, _ right: UInt32, in piece: Int) {
    guard let number = numberOfPair[UInt64(left) << 32 | UInt64(right)] else { return }
    pairs[Int(number)].count -= counts[piece]
  }

  private mutating func queueGrown() {
    for number in grown {
      let pair = pairs[Int(number)]
      isGrown[Int(number)] = false
      if pair.count > 1 {
        queue.push(
          PairQueue.Entry(count: pair.count, left: pair.left, right: pair.right, number: number))
      }
    }
    grown.removeAll(keepingCapacity: true)
  }
}
