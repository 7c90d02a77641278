/// Measures repetition; keeps its tables from text to text, so one for each worker.
package struct RepetitionCounter {
  private var seen = HashCounter()
  private var hashes: [UInt64] = []
  private var lengths: [Int] = []
  private var grams: [UInt64] = []

  package init() {}

  /// Measures valid UTF-8 with LF line ends; linear, nine passes over the words.
  package mutating func measure(_ text: UnsafeBufferPointer<UInt8>) -> RepetitionMeasure {
    var result = RepetitionMeasure()
    measureLines(text, &result)
    measureParagraphs(text, &result)
    collectWords(text)
    result.words = hashes.count
    let total = lengths.reduce(0, +)
    guard total > 0 else { return result }
    for n in 2...4 { result.topNGrams[n - 2] = Double(topNGram(n)) / Double(total) }
    for n in 5...10 { result.duplicateNGrams[n - 5] = Double(duplicateNGrams(n)) / Double(total) }
    return result
  }

  private mutating func measureLines(
    _ text: UnsafeBufferPointer<UInt8>, _ result: inout RepetitionMeasure
  ) {
    let share = duplicates(of: Self.lines(text), in: text)
    result.duplicateLines = share.pieces
    result.duplicateLineCharacters = share.bytes
  }

  private mutating func measureParagraphs(
    _ text: UnsafeBufferPointer<UInt8>, _ result: inout RepetitionMeasure
  ) {
    var paragraphs: [Range<Int>] = []
    for line in Self.lines(text) {
      if let last = paragraphs.last, line.lowerBound == last.upperBound + 1 {
        paragraphs[paragraphs.count - 1] = last.lowerBound..<line.upperBound
      } else {
        paragraphs.append(line)
      }
    }
    let share = duplicates(of: paragraphs, in: text)
    result.duplicateParagraphs = share.pieces
    result.duplicateParagraphCharacters = share.bytes
  }

  /// The ranges of lines that hold more than spaces and tabs, without their line feed.
  private static func lines(_ text: UnsafeBufferPointer<UInt8>) -> [Range<Int>] {
    var lines: [Range<Int>] = []
    var start = 0
    var isBlank = true
    for i in 0...text.count {
      if i == text.count || text[i] == 0x0A {
        if !isBlank { lines.append(start..<i) }
        start = i + 1
        isBlank = true
      } else if text[i] != 0x20, text[i] != 0x09 {
        isBlank = false
      }
    }
    return lines
  }

  private mutating func duplicates(
    of pieces: [Range<Int>], in text: UnsafeBufferPointer<UInt8>
  ) -> (pieces: Double, bytes: Double) {
    guard !pieces.isEmpty else { return (0, 0) }
    seen.reset(capacity: pieces.count)
    var repeated = 0
    var repeatedBytes = 0
    var bytes = 0
    for piece in pieces {
      bytes += piece.count
      if seen.add(HashCounter.hash(UnsafeBufferPointer(rebasing: text[piece]))) > 1 {
        repeated += 1
        repeatedBytes += piece.count
      }
    }
    return (Double(repeated) / Double(pieces.count), Double(repeatedBytes) / Double(bytes))
  }

  private mutating func collectWords(_ text: UnsafeBufferPointer<UInt8>) {
    hashes.removeAll(keepingCapacity: true)
    lengths.removeAll(keepingCapacity: true)
    var hashes = self.hashes
    var lengths = self.lengths
    self.hashes = []
    self.lengths = []
    WordScanner.forEachUnit(text) { range, _ in
      hashes.append(HashCounter.hash(UnsafeBufferPointer(rebasing: text[range])))
      lengths.append(range.count)
    }
    self.hashes = hashes
    self.lengths = lengths
  }

  /// Fills `grams` with a hash of each n words in a row.
  private mutating func makeGrams(_ n: Int) {
    grams.removeAll(keepingCapacity: true)
    guard hashes.count >= n else { return }
    let base: UInt64 = 0x9FB2_1C65_1E98_DF25
    var leading: UInt64 = 1
    for _ in 0..<n { leading = leading &* base }
    var rolling: UInt64 = 0
    for i in hashes.indices {
      rolling = rolling &* base &+ hashes[i]
      if i >= n { rolling = rolling &- hashes[i - n] &* leading }
      if i >= n - 1 { grams.append(rolling) }
    }
  }

  private mutating func topNGram(_ n: Int) -> Int {
    makeGrams(n)
    seen.reset(capacity: grams.count)
    var best = 0
    var bestBytes = 0
    var length = lengths.prefix(n - 1).reduce(0, +)
    for i in grams.indices {
      length += lengths[i + n - 1]
      let count = seen.add(grams[i])
      if count > best || count == best && length > bestBytes {
        best = count
        bestBytes = length
      }
      length -= lengths[i]
    }
    return best > 1 ? best * bestBytes : 0
  }

  private mutating func duplicateNGrams(_ n: Int) -> Int {
    makeGrams(n)
    seen.reset(capacity: grams.count)
    var bytes = 0
    var i = 0
    while i < grams.count {
      if seen.add(grams[i]) > 1 {
        for k in i..<(i + n) { bytes += lengths[k] }
        i += n
      } else {
        i += 1
      }
    }
    return bytes
  }
}
