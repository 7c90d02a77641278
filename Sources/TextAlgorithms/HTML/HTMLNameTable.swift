internal import Glibc

/// Numbers for a fixed set of short ASCII names, found by a key of 64 bits. Lives as long as the process.
struct HTMLNameTable: @unchecked Sendable {
  static let tags = HTMLNameTable(HTMLTag.names)
  static let attributes = HTMLNameTable(HTMLAttributeName.names)

  private struct Slot {
    var key: UInt64
    var number: UInt64
  }

  private static let bits: UInt64 = 9
  // SAFETY: written in `init` alone, never freed.
  private let slots: UnsafePointer<Slot>

  /// At most 255 names in lower case; an empty name takes a number and is never found.
  init(_ names: [StaticString]) {
    let capacity = 1 << Int(HTMLNameTable.bits)
    precondition(names.count < 256, "names are numbered by a byte")
    let slots = UnsafeMutablePointer<Slot>.allocate(capacity: capacity)
    slots.initialize(repeating: .init(key: 0, number: 0), count: capacity)
    for (number, name) in names.enumerated() where name.utf8CodeUnitCount > 0 {
      let padded = Array(UnsafeBufferPointer(start: name.utf8Start, count: name.utf8CodeUnitCount))
      let key = padded.withUnsafeBufferPointer { HTMLNameTable.slowKey($0) }
      var slot = HTMLNameTable.slot(key)
      while slots[slot].key != 0 {
        precondition(slots[slot].key != key, "two names with one key")
        slot = (slot + 1) & (capacity - 1)
      }
      slots[slot] = .init(key: key, number: UInt64(number))
    }
    self.slots = UnsafePointer(slots)
  }

  /// The number of the name with this key, or 0.
  @inline(__always)
  func find(_ key: UInt64) -> UInt8 {
    var slot = HTMLNameTable.slot(key)
    while slots[slot].key != 0 {
      if slots[slot].key == key { return UInt8(truncatingIfNeeded: slots[slot].number) }
      slot = (slot &+ 1) & (1 << Int(HTMLNameTable.bits) &- 1)
    }
    return 0
  }

  @inline(__always)
  private static func slot(_ key: UInt64) -> Int {
    Int(truncatingIfNeeded: (key &* 0x9E37_79B9_7F4A_7C15) >> (64 &- bits))
  }

  /// The key of a name: its bytes in lower case, beyond eight of them a mix of its first and last eight.
  ///
  /// Eight bytes from `name` on must be readable.
  @inline(__always)
  static func key(_ name: UnsafePointer<UInt8>, _ count: Int) -> UInt64 {
    // SAFETY: the caller's buffer is padded; the second load lies inside the name.
    let raw = UnsafeRawPointer(name)
    let first = raw.loadUnaligned(as: UInt64.self).littleEndian | 0x2020_2020_2020_2020
    if count <= 8 {
      return count == 0 ? 0 : first & (~0 >> UInt64(truncatingIfNeeded: 64 &- count &* 8))
    }
    let last = (raw + (count &- 8)).loadUnaligned(as: UInt64.self).littleEndian
    let mixed = (last | 0x2020_2020_2020_2020) &* 0x9E37_79B9_7F4A_7C15
    return first ^ (mixed >> 17 | mixed << 47) ^ UInt64(truncatingIfNeeded: count) << 56
  }

  /// The key of a name that isn't padded.
  static func slowKey(_ name: UnsafeBufferPointer<UInt8>) -> UInt64 {
    guard let base = name.baseAddress else { return 0 }
    // SAFETY: reads the name alone: up to eight of its bytes, or its first and last eight.
    if name.count > 8 { return key(base, name.count) }
    var word: UInt64 = 0
    memcpy(&word, base, name.count)
    return withUnsafeBytes(of: &word) {
      key($0.baseAddress!.assumingMemoryBound(to: UInt8.self), name.count)
    }
  }

  /// The number of a name that ends in a zero, or 0.
  func find(_ name: UnsafePointer<UInt8>) -> UInt8 {
    find(HTMLNameTable.slowKey(.init(start: name, count: strlen(name))))
  }
}
