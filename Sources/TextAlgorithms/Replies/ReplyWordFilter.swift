/// Tells at the start of a word which tables can have a word there, from its first bytes alone.
///
/// Three tables of masks by a hash of the first eight, four or two bytes. What it denies isn't there; what
/// it admits may not be there either, so the tables have the last word.
struct ReplyWordFilter: @unchecked Sendable {
  /// Bits of the tables.
  enum Table {
    static let above: UInt8 = 1
    static let contact: UInt8 = 2
    static let title: UInt8 = 4
    static let cue: UInt8 = 8
    static let strong: UInt8 = 16
  }

  /// The bytes that are looked at; a place needs so many behind it.
  static let reach = 8

  private static let slots = 8192
  // SAFETY: written before the filter is shared, and never after; one lives for the whole run.
  private let masks: UnsafeMutablePointer<UInt8>
  private let single: UnsafeMutablePointer<UInt8>
  private let starts: UnsafeMutablePointer<Bool>

  init(_ words: [(table: UInt8, words: [[UInt8]])]) {
    masks = .allocate(capacity: 3 * Self.slots)
    masks.initialize(repeating: 0, count: 3 * Self.slots)
    single = .allocate(capacity: 256)
    single.initialize(repeating: 0, count: 256)
    starts = .allocate(capacity: 256)
    starts.initialize(repeating: false, count: 256)
    for (table, words) in words {
      for word in words where !word.isEmpty {
        starts[Int(word[0])] = true
        if word.count == 1 {
          single[Int(word[0])] |= table
          continue
        }
        var bytes: UInt64 = 0
        let length = word.count >= 8 ? 8 : word.count >= 4 ? 4 : 2
        for i in 0..<length { bytes |= UInt64(word[i]) << UInt64(8 * i) }
        masks[Self.slot(bytes, length)] |= table
      }
    }
  }

  /// Can a word of any table begin with this byte?
  @inline(__always)
  func mayStart(_ byte: UInt8) -> Bool { starts[Int(byte)] }

  /// The tables that may have a word that begins with these bytes, the first the lowest.
  @inline(__always)
  func tables(at bytes: UInt64) -> UInt8 {
    single[Int(bytes & 0xFF)] | masks[Self.slot(bytes & 0xFFFF, 2)]
      | masks[Self.slot(bytes & 0xFFFF_FFFF, 4)] | masks[Self.slot(bytes, 8)]
  }

  @inline(__always)
  private static func slot(_ bytes: UInt64, _ length: Int) -> Int {
    let hash = bytes &* 0x9E37_79B9_7F4A_7C15
    return (length == 8 ? 2 : length == 4 ? 1 : 0) &* slots
      &+ Int(truncatingIfNeeded: hash >> 51)
  }
}
