/// Words of page text: runs of letters, digits and underscores.
///
/// ASCII is exact. Beyond it every scalar counts as a letter but those of Latin-1 punctuation, general
/// punctuation and symbols (U+2000–U+2BFF), CJK punctuation, full-width punctuation and emoji.
enum PageWords {
  /// Calls `body` with the place and the case-folded FNV-1a hash of each word; it answers whether to go on.
  @inline(__always)
  static func forEach(
    _ bytes: UnsafeBufferPointer<UInt8>, _ body: (_ start: Int, _ end: Int, _ hash: UInt64) -> Bool
  ) {
    var i = 0
    let count = bytes.count
    while i < count {
      let gap = separatorLength(bytes, i)
      if gap > 0 {
        i &+= gap
        continue
      }
      let start = i
      var hash: UInt64 = 0xCBF2_9CE4_8422_2325
      while i < count {
        let byte = bytes[i]
        if byte < 0x80 {
          if !isASCIIWord(byte) { break }
          hash = (hash ^ UInt64(byte.asciiLowered)) &* 0x100_0000_01B3
          i &+= 1
          continue
        }
        if separatorLength(bytes, i) > 0 { break }
        let length = min(sequenceLength(byte), count &- i)
        if length == 2 {
          let (lead, trail) = folded(byte, bytes[i &+ 1])
          hash = (hash ^ UInt64(lead)) &* 0x100_0000_01B3
          hash = (hash ^ UInt64(trail)) &* 0x100_0000_01B3
        } else {
          for k in 0..<length { hash = (hash ^ UInt64(bytes[i &+ k])) &* 0x100_0000_01B3 }
        }
        i &+= length
      }
      if !body(start, i, hash) { return }
    }
  }

  /// The small letter of a two-byte character: Latin-1, Latin Extended-A and Cyrillic.
  @inline(__always)
  private static func folded(_ lead: UInt8, _ trail: UInt8) -> (UInt8, UInt8) {
    switch lead {
    // Capitals stand 32 under their small letters, and in front of them further on.
    case 0xC3: return (lead, trail <= 0x9E ? trail | 0x20 : trail)
    case 0xC4:
      let isCapital = trail < 0xB8 ? trail & 1 == 0 : trail & 1 == 1
      return trail == 0xBF ? (0xC5, 0x80) : (lead, isCapital ? trail &+ 1 : trail)
    case 0xC5:
      let isCapital =
        trail <= 0x88 ? trail & 1 == 1 : trail < 0xB8 ? trail & 1 == 0 : trail & 1 == 1
      return (lead, isCapital && trail != 0x88 && trail < 0xBF ? trail &+ 1 : trail)
    case 0xD0:
      if trail >= 0x90, trail <= 0x9F { return (lead, trail &+ 0x20) }
      if trail >= 0xA0, trail <= 0xAF { return (0xD1, trail &- 0x20) }
      return (lead, trail)
    default: return (lead, trail)
    }
  }

  static func count(_ bytes: UnsafeBufferPointer<UInt8>) -> Int {
    var n = 0
    forEach(bytes) { _, _, _ in
      n &+= 1
      return true
    }
    return n
  }

  /// The hash that `forEach` gives a word in lower case.
  static func hash(_ word: Substring) -> UInt64 {
    var hash: UInt64 = 0xCBF2_9CE4_8422_2325
    for byte in word.utf8 { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01B3 }
    return hash
  }

  @inline(__always)
  static func isASCIIWord(_ byte: UInt8) -> Bool {
    (byte | 0x20) &- 0x61 < 26 || byte &- 0x30 < 10 || byte == 0x5F
  }

  @inline(__always)
  private static func sequenceLength(_ lead: UInt8) -> Int {
    lead < 0xC0 ? 1 : lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : 4
  }

  /// The length of the separator at `i`, 0 when a word goes on there.
  @inline(__always)
  private static func separatorLength(_ bytes: UnsafeBufferPointer<UInt8>, _ i: Int) -> Int {
    let byte = bytes[i]
    if byte < 0x80 { return isASCIIWord(byte) ? 0 : 1 }
    let next = i &+ 1 < bytes.count ? bytes[i &+ 1] : 0
    switch byte {
    case 0xC2: return next == 0xAA || next == 0xB5 || next == 0xBA ? 0 : 2
    case 0xC3: return next == 0x97 || next == 0xB7 ? 2 : 0
    case 0xE2: return next <= 0xAF ? 3 : 0
    case 0xE3: return next == 0x80 ? 3 : 0
    case 0xEF: return next == 0xBC || next == 0xBD || next == 0xBB || next == 0xBF ? 3 : 0
    case 0xF0: return next == 0x9F ? 4 : 0
    default: return 0
    }
  }
}
