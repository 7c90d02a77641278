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
  private static let bits = 1 << 16
  // SAFETY: written before the filter is shared, and never after; one lives for the whole run.
  let tables: tm_word_filter

  /// At most half as many words of each length as there are slots.
  ///
  /// - Parameter words: Whole words are those behind which no word goes on.
  init(_ words: [(table: UInt8, words: [[UInt8]], isWhole: Bool)]) {
    let entries = Self.filled(UInt32(0), Self.lengths.count * Self.slots)
    let single = Self.filled(UInt8(0), 256)
    let twos = Self.filled(UInt64(0), Self.bits / 64)
    let threes = Self.filled(UInt64(0), Self.bits / 64)
    let fours = Self.filled(UInt64(0), Self.bits / 64)
    tables = tm_word_filter(
      entries: entries, single: single, twos: twos, threes: threes, fours: fours,
      counted: Table.cue)
    var used = Self.lengths.map { _ in 0 }
    for (table, words, isWhole) in words {
      for word in words where !word.isEmpty {
        let head = word.prefix(4).reversed().reduce(UInt64(0)) { $0 << 8 | UInt64($1) }
        if word.count == 1 {
          single[Int(word[0])] |= table
          for next in UInt64(0)..<256 { Self.set(twos, tm_word_two(head | next << 8)) }
          continue
        }
        switch word.count {
        case 2 where isWhole:
          for next in UInt64(0)..<256 where Self.mayFollow(UInt8(next)) {
            Self.set(threes, tm_word_three(head | next << 16))
          }
        case 2: Self.set(twos, tm_word_two(head))
        case 3: Self.set(threes, tm_word_three(head))
        default: Self.set(fours, tm_word_four(head))
        }
        // Every word of two bytes or more has a length of the four at most as long.
        let number = Self.lengths.lastIndex { $0 <= word.count }!
        var bytes: UInt64 = 0
        for i in 0..<Self.lengths[number] { bytes |= UInt64(word[i]) << UInt64(8 * i) }
        var tag: UInt32 = 0
        let slot = tm_word_slot(entries, bytes, number, &tag)
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

  private static func set(_ bits: UnsafeMutablePointer<UInt64>, _ place: Int) {
    bits[place / 64] |= 1 << UInt64(place % 64)
  }

  private static func filled<Element>(
    _ value: Element, _ count: Int
  ) -> UnsafeMutablePointer<Element> {
    let memory = UnsafeMutablePointer<Element>.allocate(capacity: count)
    memory.initialize(repeating: value, count: count)
    return memory
  }

  /// The tables that may have a word that begins with these bytes, the first the lowest.
  @inline(__always)
  func tables(at bytes: UInt64) -> UInt8 {
    withUnsafePointer(to: tables) { tm_word_tables($0, bytes) }
  }
}
