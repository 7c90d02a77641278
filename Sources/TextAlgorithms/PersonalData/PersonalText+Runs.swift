// Runs of letters, eight bytes at a time.
extension PersonalText {
  /// Where the ASCII letters end that stand from `start` on.
  @inline(__always) func endOfLetters(from start: Int) -> Int {
    endOfRun(from: start, folding: 0x2020_2020_2020_2020)
  }

  /// Where the small ASCII letters end that stand from `start` on.
  @inline(__always) func endOfSmallLetters(from start: Int) -> Int {
    endOfRun(from: start, folding: 0)
  }

  @inline(__always) private func endOfRun(from start: Int, folding: UInt64) -> Int {
    var i = start
    while i &+ 8 <= count {
      let bytes = UnsafeRawPointer(base + i).loadUnaligned(as: UInt64.self).littleEndian
      let others = ~LetterRun(bytes | folding).letters & 0x8080_8080_8080_8080
      if others != 0 { return i &+ others.trailingZeroBitCount >> 3 }
      i &+= 8
    }
    let fold = UInt8(truncatingIfNeeded: folding)
    while i < count, (base[i] | fold) &- 0x61 < 26 { i &+= 1 }
    return i
  }

  /// The first byte beyond ASCII from `start` on, or the text's end.
  @inline(__always) func nextHigh(from start: Int) -> Int { nextHigh(from: start, to: count) }

  /// The first byte beyond ASCII in `start..<end`, or `end`, which isn't behind the text's.
  @inline(__always) func nextHigh(from start: Int, to end: Int) -> Int {
    var i = start
    while i &+ 8 <= end {
      let bytes = UnsafeRawPointer(base + i).loadUnaligned(as: UInt64.self).littleEndian
      let high = bytes & 0x8080_8080_8080_8080
      if high != 0 { return i &+ high.trailingZeroBitCount >> 3 }
      i &+= 8
    }
    while i < end, base[i] < 0x80 { i &+= 1 }
    return i
  }
}
