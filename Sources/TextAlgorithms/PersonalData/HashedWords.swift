/// What lists say of words, by the words' hashes; a word that isn't listed has no element.
///
/// A look-up is one or two slots: at most a quarter of them are taken.
struct HashedWords<Value: OptionSet & Sendable>: Sendable {
  private var slots: [(hash: UInt64, value: Value)]
  private var count = 0

  init() { slots = Array(repeating: (0, []), count: 64) }

  /// Joins `value` with what is known of the word. Amortized O(1).
  mutating func insert(_ value: Value, for hash: UInt64) {
    if count * 4 >= slots.count {
      let old = slots
      slots = Array(repeating: (0, []), count: old.count * 2)
      for entry in old where entry.hash != 0 { slots[place(of: entry.hash)] = entry }
    }
    let i = place(of: hash)
    if slots[i].hash == 0 { count += 1 }
    slots[i].hash = hash
    slots[i].value.formUnion(value)
  }

  /// What is known of the word with this hash.
  @inline(__always) subscript(_ hash: UInt64) -> Value { slots[place(of: hash)].value }

  /// The slot of the word, or the empty one where it would go.
  @inline(__always) private func place(of hash: UInt64) -> Int {
    slots.withUnsafeBufferPointer { slots in
      let mask = slots.count &- 1
      var i = Int(truncatingIfNeeded: hash ^ hash >> 29) & mask
      // SAFETY: the mask keeps i below the count, a power of two; a free slot ends the search.
      while slots[i].hash != 0, slots[i].hash != hash { i = (i &+ 1) & mask }
      return i
    }
  }
}
