/// A table from word hashes to sets of at most 64 groups; built once, read from any thread.
struct HashMasks: Sendable {
  private var keys: [UInt64]
  private var masks: [UInt64]
  private let slotMask: Int

  init(_ groups: [(String, String)]) {
    let words = groups.flatMap { $0.1.split(separator: " ") }
    var capacity = 64
    while capacity < words.count * 4 { capacity *= 2 }
    slotMask = capacity - 1
    keys = [UInt64](repeating: 0, count: capacity)
    masks = [UInt64](repeating: 0, count: capacity)
    for (group, entry) in groups.enumerated() {
      for word in entry.1.split(separator: " ") {
        let slot = find(PageWords.hash(word))
        keys[slot] = PageWords.hash(word)
        masks[slot] |= 1 << UInt64(group)
      }
    }
  }

  @inline(__always)
  subscript(hash: UInt64) -> UInt64 { masks[find(hash)] }

  @inline(__always)
  private func find(_ hash: UInt64) -> Int {
    var slot = Int(truncatingIfNeeded: hash ^ hash >> 32) & slotMask
    while keys[slot] != 0, keys[slot] != hash { slot = (slot &+ 1) & slotMask }
    return slot
  }
}
