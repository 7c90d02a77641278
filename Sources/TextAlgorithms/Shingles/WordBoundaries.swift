/// Finds where words begin and end: runs of ASCII letters, digits, `_` and bytes above 0x7F.
enum WordBoundaries {
  /// Writes the offsets in `range` at which text changes between word and separator, beginning
  /// outside a word, and returns their number.
  ///
  /// `out` has room for `range.count` + 72 offsets. Linear, 64 bytes a step.
  static func find(
    in text: UnsafePointer<UInt8>, _ range: Range<Int>, into out: UnsafeMutablePointer<UInt32>
  ) -> Int {
    let raw = UnsafeRawPointer(text)
    var count = 0
    var carry: UInt64 = 0
    var at = range.lowerBound
    // SAFETY: blocks of 64 bytes end at or before the range's end; the rest is copied to a block
    // of its own. Eight offsets are written at a time, so up to seven past the count.
    while at &+ 64 <= range.upperBound {
      let mask = wordMask(raw + at)
      count &+= emit(mask ^ (mask << 1 | carry), at, out + count)
      carry = mask >> 63
      at &+= 64
    }
    if at < range.upperBound {
      let left = range.upperBound &- at
      let mask = withUnsafeTemporaryAllocation(byteCount: 64, alignment: 8) { block in
        block.initializeMemory(as: UInt8.self, repeating: 0)
        block.copyMemory(from: UnsafeRawBufferPointer(start: raw + at, count: left))
        return wordMask(UnsafeRawPointer(block.baseAddress ?? UnsafeMutableRawPointer(out)))
      }
      count &+= emit(mask ^ (mask << 1 | carry), at, out + count)
    }
    return count
  }

  /// The end of the word that goes on at `start`.
  static func endOfWord(in text: UnsafePointer<UInt8>, from start: Int, count: Int) -> Int {
    var at = start
    while at < count, isWord(text[at]) { at &+= 1 }
    return at
  }

  @inline(__always)
  private static func isWord(_ byte: UInt8) -> Bool {
    (byte | 0x20) &- 0x61 < 26 || byte &- 0x30 < 10 || byte == 0x5F || byte >= 0x80
  }

  @inline(__always)
  private static func emit(_ bits: UInt64, _ at: Int, _ out: UnsafeMutablePointer<UInt32>) -> Int {
    var bits = bits
    let total = bits.nonzeroBitCount
    var written = 0
    while written < total {
      for slot in 0..<8 {
        out[written &+ slot] = UInt32(truncatingIfNeeded: at &+ bits.trailingZeroBitCount)
        bits &= bits &- 1
      }
      written &+= 8
    }
    return total
  }

  @inline(__always)
  private static func wordMask(_ block: UnsafeRawPointer) -> UInt64 {
    var mask: UInt64 = 0
    for part in 0..<8 {
      let word = block.loadUnaligned(fromByteOffset: part &* 8, as: UInt64.self)
      mask |= wordBits(word) &<< UInt64(truncatingIfNeeded: part &* 8)
    }
    return mask
  }

  /// One bit for each of eight bytes.
  @inline(__always)
  private static func wordBits(_ word: UInt64) -> UInt64 {
    let ones: UInt64 = 0x0101_0101_0101_0101
    let tops: UInt64 = 0x8080_8080_8080_8080
    let low = word & ~tops
    let folded = low | 0x20 &* ones
    let letters = (folded &+ 0x1F &* ones) & ~(folded &+ 0x05 &* ones)
    let digits = (low &+ 0x50 &* ones) & ~(low &+ 0x46 &* ones)
    let underscores = ~((low ^ 0x5F &* ones) &+ 0x7F &* ones)
    let found = (letters | digits | underscores | word) & tops
    return ((found >> 7) &* 0x0102_0408_1020_4080) >> 56
  }
}
