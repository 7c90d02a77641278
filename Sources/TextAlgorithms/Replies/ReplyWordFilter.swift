internal import CLanes

/// Tells at the start of a word which tables can have a word there, from its first bytes alone.
///
/// Four hash tables with open addressing, for words of eight bytes and more, of five to seven, of three and
/// four, and of two; each is asked with so many bytes. What the filter denies isn't there; what it admits may
/// not be there either, so the tables have the last word.
struct ReplyWordFilter: @unchecked Sendable {
  /// Bits of the tables.
  enum Table {
    static let contact: UInt8 = 2
    static let title: UInt8 = 4
    static let cue: UInt8 = 8
    static let strong: UInt8 = 16
    static let closing: UInt8 = 32
    static let above: UInt8 = 64
    static let mobile: UInt8 = 128
  }

  private static let lengths = [2, 3, 5, 8]
  private static let slots = Int(TM_WORD_SLOTS)
  /// A shift of no word.
  private static let none: UInt8 = 63
  // SAFETY: written before the filter is shared, and never after; one lives for the whole run.
  let tables: tm_word_filter

  /// At most half as many words of each length as there are slots.
  ///
  /// - Parameter words: Whole words are those behind which no word goes on.
  init(_ words: [(table: UInt8, words: [[UInt8]], isWhole: Bool)]) {
    let entries = Self.filled(UInt32(0), Self.lengths.count * Self.slots)
    let single = Self.filled(UInt8(0), 256)
    let twos = Self.filled(UInt8(0), 1 << 16)
    let behind = Self.filled(UInt8(0), 256)
    for byte in UInt8.min...UInt8.max where Self.mayFollow(byte) { behind[Int(byte)] = 1 }
    let shifts = Self.filled(Self.none, Int(TM_WORD_GROUPS))
    let heads = Self.filled(UInt64(0), Int(TM_WORD_HEADS) / 64)
    tables = tm_word_filter(
      entries: entries, single: single, twos: twos, behind: behind, shifts: shifts, heads: heads,
      counted: Table.cue)
    for word in words.flatMap(\.words) where word.count > 2 {
      let group = tm_word_group(Self.bytes(word, 3))
      let shift = UInt8(64 - 8 * min(8, word.count))
      shifts[group] = shifts[group] == Self.none ? shift : max(shifts[group], shift)
    }
    var used = Self.lengths.map { _ in 0 }
    for (table, words, isWhole) in words {
      for word in words where !word.isEmpty {
        switch word.count {
        case 1:
          single[Int(word[0])] |= table
          for next in 0..<256 { twos[Int(word[0]) | next << 8] = 3 }
          continue
        case 2: twos[Int(Self.bytes(word, 2))] |= isWhole ? 2 : 3
        default:
          let bytes = Self.bytes(word, min(8, word.count))
          let head = tm_word_head(bytes, UInt32(shifts[tm_word_group(bytes)]))
          heads[head / 64] |= 1 << UInt64(head % 64)
        }
        // Every word of two bytes or more has a length of the four at most as long.
        let number = Self.lengths.lastIndex { $0 <= word.count }!
        var tag: UInt32 = 0
        let slot = tm_word_slot(entries, Self.bytes(word, Self.lengths[number]), number, &tag)
        if entries[slot] == 0 { used[number] += 1 }
        precondition(used[number] <= Self.slots / 2, "the filter is too small for the tables")
        entries[slot] = tag | entries[slot] & 0xFF | UInt32(table)
      }
    }
  }

  /// May a scalar that isn't part of a word begin with this byte?
  private static func mayFollow(_ byte: UInt8) -> Bool {
    byte < 0x80 ? !isWordByte(byte) : [0xC2, 0xC3, 0xE2, 0xE3, 0xEF].contains(byte) || byte >= 0xF0
  }

  /// The first bytes of a word, the first the lowest.
  private static func bytes(_ word: [UInt8], _ count: Int) -> UInt64 {
    (0..<count).reduce(0) { $0 | UInt64(word[$1]) << UInt64(8 * $1) }
  }

  private static func filled<Element>(
    _ value: Element, _ count: Int
  ) -> UnsafeMutablePointer<Element> {
    let memory = UnsafeMutablePointer<Element>.allocate(capacity: count)
    memory.initialize(repeating: value, count: count)
    return memory
  }

  /// Bytes behind a text that `hits` may look at.
  static let slack = 72

  /// Bits of the bytes of a text where a word begins that one of the `wanted` tables may have, 64 to a word. Linear.
  ///
  /// Behind the text, as many more bytes can be read as `slack` says.
  func hits(
    _ text: UnsafePointer<UInt8>, count: Int, wanted: UInt8
  ) -> [UInt64] {
    [UInt64](unsafeUninitializedCapacity: (count + 63) / 64) { bits, initialized in
      withUnsafePointer(to: tables) {
        tm_word_hits($0, text, count, wanted, bits.baseAddress!)
      }
      initialized = (count + 63) / 64
    }
  }

  /// The tables that may have a word that begins with these bytes, the first the lowest.
  @inline(__always)
  func tables(at bytes: UInt64) -> UInt8 {
    withUnsafePointer(to: tables) { tm_word_tables($0, bytes) }
  }
}
