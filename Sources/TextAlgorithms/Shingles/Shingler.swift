/// Turns text into the hashes of its word shingles: n words in a row, in lower case.
///
/// Words are maximal runs of letters, numbers (Unicode categories L* and N*) and `_`. A text with
/// fewer than n words is one shingle; a text without words has none. Hashes are fixed forever:
/// equal shingles have equal hashes in every run and on every machine. A shingler keeps its buffers
/// from text to text and belongs to one worker.
package struct Shingler: ~Copyable {
  /// What digits mean.
  package enum Numbers: UInt8, Sendable, CaseIterable {
    /// Numbers are words like others: "12V" and "24V" differ.
    case keep
    /// Every run of digits is the same: order numbers don't matter.
    case mask
  }

  private let length: Int
  private let numbers: Numbers
  private let outgoing: UInt64
  private var folded = Scratch<UInt8>()
  private var boundaries = Scratch<UInt32>(capacity: blockSize + 80)
  private var words: Scratch<UInt64>
  private var hashes = Scratch<UInt64>(capacity: 4096)

  /// Bytes looked at in one step; their word boundaries stay in the nearest cache.
  private static let blockSize = 16384
  private static let base: UInt64 = 0x9E37_79B9_7F4A_7C15

  /// A shingler for `length` ≥ 1 words a shingle.
  package init(length: Int = 5, numbers: Numbers = .keep) {
    precondition(length >= 1)
    self.length = length
    self.numbers = numbers
    var power: UInt64 = 1
    for _ in 0..<length { power = power &* Self.base }
    outgoing = power
    words = Scratch(capacity: length + Self.blockSize / 2 + 8)
  }

  /// The hashes of the shingles of `text` (valid UTF-8), in order, repeats included.
  ///
  /// The buffer stays valid until the next call. Linear.
  package mutating func shingles(of text: UnsafeBufferPointer<UInt8>) -> UnsafeBufferPointer<UInt64>
  {
    guard let base = text.baseAddress, !text.isEmpty else { return .init(start: nil, count: 0) }
    if numbers == .keep, !WordFolding.needsFolding(text) { return hash(base, text.count) }
    folded.grow(to: text.count &* 2 &+ 8)
    let count = WordFolding.fold(text, maskingNumbers: numbers == .mask, into: folded.base)
    return hash(UnsafePointer(folded.base), count)
  }

  private mutating func hash(_ text: UnsafePointer<UInt8>, _ count: Int) -> UnsafeBufferPointer<
    UInt64
  > {
    var total = 0
    var rolling: UInt64 = 0
    var at = 0
    words.base.initialize(repeating: 0, count: length)
    while at < count {
      let stop = min(at &+ Self.blockSize, count)
      var found = WordBoundaries.find(in: text, at..<stop, into: boundaries.base)
      var next = stop
      if found & 1 == 1 {
        let start = Int(boundaries.base[found &- 1])
        if stop == count || start == at {
          next = WordBoundaries.endOfWord(in: text, from: stop, count: count)
          boundaries.base[found] = UInt32(truncatingIfNeeded: next)
          found &+= 1
        } else {
          found &-= 1
          next = start
        }
      }
      hashes.grow(to: total &+ found >> 1, keeping: total)
      roll(text, count, pairs: found >> 1, &rolling, hashes.base + total)
      total &+= found >> 1
      at = next
    }
    if total == 0 { return .init(start: nil, count: 0) }
    if total < length { return .init(start: hashes.base + (total &- 1), count: 1) }
    return .init(start: hashes.base + (length &- 1), count: total &- length &+ 1)
  }

  /// Hashes the words between pairs of boundaries and rolls them into shingles.
  private mutating func roll(
    _ text: UnsafePointer<UInt8>, _ count: Int, pairs: Int, _ rolling: inout UInt64,
    _ out: UnsafeMutablePointer<UInt64>
  ) {
    let previous = words.base
    let recent = words.base + length
    let edges = boundaries.base
    var sum = rolling
    // SAFETY: a block has at most half as many words as bytes, which `words` has room for behind
    // the last words of the block before; boundaries lie within the text.
    for i in 0..<pairs {
      let start = Int(edges[i &* 2])
      let word = Self.wordHash(text, start, Int(edges[i &* 2 &+ 1]) &- start, count)
      recent[i] = word
      sum = sum &* Self.base &+ word &- previous[i] &* outgoing
      out[i] = WideMultiply.fold(sum ^ 0x8EBC_6AF0_9C88_C6E3, 0x5899_65CC_7537_4CC3)
    }
    rolling = sum
    previous.update(from: previous + pairs, count: length)
  }

  /// The hash of one word in lower case, 16 bytes a step.
  @inline(__always)
  private static func wordHash(
    _ text: UnsafePointer<UInt8>, _ start: Int, _ length: Int, _ count: Int
  ) -> UInt64 {
    let raw = UnsafeRawPointer(text)
    var at = start
    var left = length
    var hash = 0xCBF2_9CE4_8422_2325 ^ UInt64(truncatingIfNeeded: length)
    // SAFETY: 16 bytes are read at once only where they lie within the text.
    while left > 16 {
      hash = WideMultiply.fold(
        hash ^ lowerCase(raw.loadUnaligned(fromByteOffset: at, as: UInt64.self)),
        0x9FB2_1C65_1E98_DF25
          ^ lowerCase(raw.loadUnaligned(fromByteOffset: at &+ 8, as: UInt64.self)))
      at &+= 16
      left &-= 16
    }
    var first: UInt64 = 0
    var second: UInt64 = 0
    if at &+ 16 <= count {
      first = raw.loadUnaligned(fromByteOffset: at, as: UInt64.self)
      second = raw.loadUnaligned(fromByteOffset: at &+ 8, as: UInt64.self)
      let inFirst = min(left, 8)
      let inSecond = left &- inFirst
      first &= ~0 &>> UInt64(truncatingIfNeeded: 64 &- inFirst &* 8)
      second &= inSecond == 0 ? 0 : ~0 &>> UInt64(truncatingIfNeeded: 64 &- inSecond &* 8)
    } else {
      for i in 0..<left {
        let byte = UInt64(text[at &+ i]) &<< UInt64(truncatingIfNeeded: (i & 7) &* 8)
        if i < 8 { first |= byte } else { second |= byte }
      }
    }
    return WideMultiply.fold(
      hash ^ lowerCase(first), 0xA076_1D64_78BD_642F ^ lowerCase(second))
  }

  /// Eight bytes with ASCII capitals made small.
  @inline(__always)
  private static func lowerCase(_ word: UInt64) -> UInt64 {
    let low = word & 0x7F7F_7F7F_7F7F_7F7F
    let fromA = low &+ 0x3F3F_3F3F_3F3F_3F3F
    let pastZ = low &+ 0x2525_2525_2525_2525
    let capitals = fromA & ~pastZ & ~word & 0x8080_8080_8080_8080
    return word | capitals >> 2
  }
}
