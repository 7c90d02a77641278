/// A table from word hashes to sets of at most 64 groups; built once, read from any thread.
struct HashMasks: Sendable {
  private var keys: [UInt64]
  private var masks: [UInt64]
  private let slotMask: Int

  /// Groups of words, each a name and words parted by spaces.
  init(_ groups: [(String, String)]) {
    self.init(keys: groups.map { $0.1.split(separator: " ").map { PageWords.hash($0) } })
  }

  /// At most 64 groups of hashes, none of them 0.
  init(keys groups: [[UInt64]]) {
    var capacity = 64
    while capacity < groups.reduce(0, { $0 + $1.count }) * 4 { capacity *= 2 }
    slotMask = capacity - 1
    keys = [UInt64](repeating: 0, count: capacity)
    masks = [UInt64](repeating: 0, count: capacity)
    for (group, hashes) in groups.enumerated() {
      for hash in hashes {
        let slot = find(hash)
        keys[slot] = hash
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
