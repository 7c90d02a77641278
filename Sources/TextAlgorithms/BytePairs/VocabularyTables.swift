internal import CTables
internal import Glibc

/// Flat hash tables from tokens to ranks, by the tokens' length, and from ids to bytes.
///
/// A plain value of pointers: copying it into a worker costs no reference counting. The vocabulary that
/// made it owns the memory and outlives it. Tokens up to seven bytes are one word with the length on
/// top, up to fifteen two words, longer ones are compared with the bytes they are.
struct VocabularyTables: @unchecked Sendable {
  // SAFETY: sent between threads only after the last `insert`; nothing writes then.

  struct ShortEntry {
    var key: UInt64 = 0
    var rank: UInt32 = 0
  }

  struct MiddleEntry {
    var low: UInt64 = 0
    var high: UInt64 = 0
    var rank: UInt32 = 0
  }

  /// A key and the slot at which looking it up begins; of long tokens, nothing.
  struct Probe {
    var low: UInt64
    /// 0 in the table of short tokens.
    var high: UInt64
    var slot: Int
  }

  /// No token.
  static let none = UInt32.max
  /// Keys are read in words: so many bytes past a piece's end must be readable.
  static let padding = 16

  /// Rank of each pair of bytes, by the little-endian word they make.
  let rankOfPair: UnsafeMutablePointer<UInt32>
  /// Id of each single byte.
  let idOfByte: UnsafeMutablePointer<UInt32>
  let longest: Int
  /// Ids are below this.
  let idLimit: Int

  private let memory: TableMemory
  private let short: UnsafeMutablePointer<ShortEntry>
  private let shortMask: Int
  private let middle: UnsafeMutablePointer<MiddleEntry>
  private let middleMask: Int
  /// Ids plus one of tokens of sixteen bytes and more.
  private let long: UnsafeMutablePointer<UInt32>
  private let longMask: Int
  private let blob: UnsafeMutablePointer<UInt8>
  /// Start and length of each id's bytes; length 0: no token.
  private let places: UnsafeMutablePointer<(start: UInt32, length: UInt32)>

  init(tokens: [VocabularyParser.Token], bytes: [UInt8], longest: Int) {
    var counts = (short: 0, middle: 0, long: 0)
    var highest: UInt32 = 0
    for token in tokens {
      if token.length <= 7 {
        counts.short += 1
      } else if token.length <= 15 {
        counts.middle += 1
      } else {
        counts.long += 1
      }
      highest = max(highest, token.rank)
    }
    self.longest = longest
    idLimit = Int(highest) + 1
    shortMask = VocabularyTables.capacity(counts.short) - 1
    middleMask = VocabularyTables.capacity(counts.middle) - 1
    longMask = VocabularyTables.capacity(counts.long) - 1
    var memory = TableMemory(
      room: TableMemory.room(ShortEntry.self, shortMask + 1)
        + TableMemory.room(MiddleEntry.self, middleMask + 1)
        + TableMemory.room(UInt32.self, longMask + 1)
        + TableMemory.room((UInt32, UInt32).self, idLimit)
        + TableMemory.room(UInt8.self, bytes.count + VocabularyTables.padding)
        + TableMemory.room(UInt32.self, 1 << 16) + TableMemory.room(UInt32.self, 256))
    short = memory.take(shortMask + 1)
    middle = memory.take(middleMask + 1)
    long = memory.take(longMask + 1)
    places = memory.take(idLimit)
    blob = memory.take(bytes.count + VocabularyTables.padding)
    rankOfPair = memory.take(1 << 16)
    idOfByte = memory.take(256)
    self.memory = memory
    rankOfPair.update(repeating: VocabularyTables.none, count: 1 << 16)
    idOfByte.update(repeating: VocabularyTables.none, count: 256)
    let blob = self.blob
    bytes.withUnsafeBufferPointer { text in
      if let base = text.baseAddress { blob.update(from: base, count: text.count) }
    }
  }

  func deallocate() { memory.deallocate() }

  private static func capacity(_ count: Int) -> Int {
    var capacity = 16
    while capacity < 2 * count { capacity *= 2 }
    return capacity
  }

  /// Adds a token, or returns the rank of the token that it repeats (its own rank when only that is taken).
  func insert(_ token: VocabularyParser.Token) -> UInt32? {
    let q = UnsafePointer(blob + Int(token.start))
    let length = Int(token.length)
    if places[Int(token.rank)].length > 0 { return token.rank }
    places[Int(token.rank)] = (token.start, token.length)
    if length <= 7 {
      let key = VocabularyTables.shortKey(q, length)
      var slot = VocabularyTables.shortHash(key) & shortMask
      while short[slot].key != 0 {
        if short[slot].key == key { return short[slot].rank }
        slot = (slot &+ 1) & shortMask
      }
      short[slot] = ShortEntry(key: key, rank: token.rank)
      if length == 1 { idOfByte[Int(q[0])] = token.rank }
      if length == 2 { rankOfPair[Int(q[0]) | Int(q[1]) << 8] = token.rank }
    } else if length <= 15 {
      let key = VocabularyTables.middleKey(q, length)
      var slot = VocabularyTables.middleHash(key) & middleMask
      while middle[slot].high != 0 {
        if middle[slot].low == key.low, middle[slot].high == key.high { return middle[slot].rank }
        slot = (slot &+ 1) & middleMask
      }
      middle[slot] = MiddleEntry(low: key.low, high: key.high, rank: token.rank)
    } else {
      var slot = VocabularyTables.longHash(q, length) & longMask
      while long[slot] != 0 {
        if isToken(long[slot] &- 1, q, length) { return long[slot] &- 1 }
        slot = (slot &+ 1) & longMask
      }
      long[slot] = token.rank &+ 1
    }
    return nil
  }

  /// The bytes of an id's token, or nil.
  func bytes(of id: UInt32) -> UnsafeBufferPointer<UInt8>? {
    guard Int(id) < idLimit, places[Int(id)].length > 0 else { return nil }
    let place = places[Int(id)]
    return UnsafeBufferPointer(start: blob + Int(place.start), count: Int(place.length))
  }

  /// The rank of the `length` (at least 1) bytes at `q`, or `none`.
  @inline(__always)
  func rank(_ q: UnsafePointer<UInt8>, _ length: Int) -> UInt32 {
    rank(probe(q, length), q, length)
  }

  /// The key of the `length` (at least 1) bytes at `q`, and where to look for it.
  // SAFETY: `padding` bytes past the piece are readable.
  @inline(__always)
  func probe(_ q: UnsafePointer<UInt8>, _ length: Int) -> Probe {
    if length <= 7 {
      let key = VocabularyTables.shortKey(q, length)
      return Probe(low: key, high: 0, slot: VocabularyTables.shortHash(key) & shortMask)
    }
    if length <= 15 {
      let key = VocabularyTables.middleKey(q, length)
      let slot = VocabularyTables.middleHash(key) & middleMask
      return Probe(low: key.low, high: key.high, slot: slot)
    }
    return Probe(low: 0, high: 0, slot: 0)
  }

  /// Asks for the memory that looking up `probe` will read first.
  @inline(__always)
  func prefetch(_ probe: Probe) {
    if probe.high == 0 {
      prefetch_line(short + probe.slot)
    } else {
      prefetch_line(middle + probe.slot)
    }
  }

  /// The rank of the bytes that gave `probe`, or `none`.
  // SAFETY: the tables are at most half full, so probing ends.
  @inline(__always)
  func rank(_ probe: Probe, _ q: UnsafePointer<UInt8>, _ length: Int) -> UInt32 {
    var slot = probe.slot
    if length <= 7 {
      while true {
        let entry = short[slot]
        if entry.key == probe.low { return entry.rank }
        if entry.key == 0 { return VocabularyTables.none }
        slot = (slot &+ 1) & shortMask
      }
    }
    if length <= 15 {
      while true {
        let entry = middle[slot]
        if entry.low == probe.low, entry.high == probe.high { return entry.rank }
        if entry.high == 0 { return VocabularyTables.none }
        slot = (slot &+ 1) & middleMask
      }
    }
    return rankOfLong(q, length)
  }

  @inline(never)
  private func rankOfLong(_ q: UnsafePointer<UInt8>, _ length: Int) -> UInt32 {
    if length > longest { return VocabularyTables.none }
    var slot = VocabularyTables.longHash(q, length) & longMask
    while true {
      let entry = long[slot]
      if entry == 0 { return VocabularyTables.none }
      if isToken(entry &- 1, q, length) { return entry &- 1 }
      slot = (slot &+ 1) & longMask
    }
  }

  @inline(__always)
  private func isToken(_ id: UInt32, _ q: UnsafePointer<UInt8>, _ length: Int) -> Bool {
    let place = places[Int(id)]
    return Int(place.length) == length && memcmp(blob + Int(place.start), q, length) == 0
  }
}
