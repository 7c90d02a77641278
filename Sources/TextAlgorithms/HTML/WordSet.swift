/// A small set of word hashes: open addressing, at most 256 words, none of them 0.
struct WordSet {
  private static let limit = 256
  private var slots = [UInt64](repeating: 0, count: 1024)
  private(set) var count = 0

  /// Adds a word unless the set is full.
  mutating func insert(_ word: UInt64) {
    guard count < WordSet.limit else { return }
    let slot = find(word)
    if slots[slot] == 0 { count += 1 }
    slots[slot] = word
  }

  @inline(__always)
  func contains(_ word: UInt64) -> Bool { count > 0 && slots[find(word)] == word }

  @inline(__always)
  private func find(_ word: UInt64) -> Int {
    var slot = Int(truncatingIfNeeded: word ^ word >> 32) & 1023
    while slots[slot] != 0, slots[slot] != word { slot = (slot &+ 1) & 1023 }
    return slot
  }
}
