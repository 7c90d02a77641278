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
    self.init(
      groups.enumerated().flatMap { group, hashes in hashes.map { ($0, 1 << UInt64(group)) } })
  }

  /// Hashes, none of them 0, and the groups of each; those of a hash that comes again are joined.
  init(_ entries: [(hash: UInt64, groups: UInt64)]) {
    var capacity = 64
    while capacity < entries.count * 4 { capacity *= 2 }
    slotMask = capacity - 1
    keys = [UInt64](repeating: 0, count: capacity)
    masks = [UInt64](repeating: 0, count: capacity)
    for entry in entries {
      let slot = find(entry.hash)
      keys[slot] = entry.hash
      masks[slot] |= entry.groups
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
