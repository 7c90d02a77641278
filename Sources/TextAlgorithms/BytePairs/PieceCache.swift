internal import Glibc

/// The ids of pieces merged before, in direct-mapped tables: a new piece takes the place of an old one.
///
/// Never changes a result, only its cost. Pointers only; its owner calls `deallocate`.
struct PieceCache {
  private struct Entry {
    var low: UInt64 = 0
    var high: UInt64 = 0
    var count: UInt32 = 0
    var ids = InlineArray<7, UInt32>(repeating: 0)
  }

  /// Longest piece of the table for short ones.
  static let shortLimit = 15
  /// Longest piece of the table for long ones.
  static let longLimit = 64

  private static let shortSlots = 1 << 16
  private static let longSlots = 1 << 13
  /// Words of a long slot: length, number of ids, ids.
  private static let longStride = 32

  private var memory: TableMemory
  private let entries: UnsafeMutablePointer<Entry>
  private let words: UnsafeMutablePointer<UInt32>
  private let bytes: UnsafeMutablePointer<UInt8>

  init() {
    let words = PieceCache.longSlots * PieceCache.longStride
    let bytes = PieceCache.longSlots * PieceCache.longLimit
    memory = TableMemory(
      room: TableMemory.room(Entry.self, PieceCache.shortSlots)
        + TableMemory.room(UInt32.self, words) + TableMemory.room(UInt8.self, bytes))
    entries = memory.take(PieceCache.shortSlots)
    self.words = memory.take(words)
    self.bytes = memory.take(bytes)
  }

  func deallocate() { memory.deallocate() }

  /// Writes the ids of a piece of at most `shortLimit` bytes to `out` and returns their number; asks
  /// `merge`, which does the same, when they aren't there.
  @inline(__always)
  func short(
    _ q: UnsafePointer<UInt8>, _ length: Int, _ out: UnsafeMutablePointer<UInt32>,
    _ merge: () -> Int
  ) -> Int {
    let key =
      length <= 7
      ? (low: VocabularyTables.shortKey(q, length), high: 1)
      : VocabularyTables.middleKey(q, length)
    let entry = entries + (VocabularyTables.middleHash(key) & (PieceCache.shortSlots - 1))
    if entry.pointee.low == key.low, entry.pointee.high == key.high {
      let count = Int(entry.pointee.count)
      for i in 0..<count { out[i] = entry.pointee.ids[i] }
      return count
    }
    let count = merge()
    if count <= 7 {
      entry.pointee.low = key.low
      entry.pointee.high = key.high
      entry.pointee.count = UInt32(truncatingIfNeeded: count)
      for i in 0..<count { entry.pointee.ids[i] = out[i] }
    }
    return count
  }

  /// The same for a piece of sixteen to `longLimit` bytes.
  @inline(__always)
  func long(
    _ q: UnsafePointer<UInt8>, _ length: Int, _ out: UnsafeMutablePointer<UInt32>,
    _ merge: () -> Int
  ) -> Int {
    let slot = VocabularyTables.longHash(q, length) & (PieceCache.longSlots - 1)
    let entry = words + PieceCache.longStride &* slot
    let text = bytes + PieceCache.longLimit &* slot
    if entry[0] == UInt32(truncatingIfNeeded: length), memcmp(text, q, length) == 0 {
      let count = Int(entry[1])
      out.update(from: entry + 2, count: count)
      return count
    }
    let count = merge()
    if count <= PieceCache.longStride - 2 {
      entry[0] = UInt32(truncatingIfNeeded: length)
      entry[1] = UInt32(truncatingIfNeeded: count)
      memcpy(text, q, length)
      (entry + 2).update(from: out, count: count)
    }
    return count
  }
}
