/// Writes lists of token ids as JSON.
package enum IdentifierList {
  /// Appends the ids as a JSON array of numbers to `out`. Linear.
  package static func append(_ ids: [UInt32], to out: inout [UInt8]) {
    // Ten digits hold any id, and each has a comma or the bracket after it.
    let room = ids.count * 11 + 2
    let list = [UInt8](unsafeUninitializedCapacity: room) { buffer, count in
      count = write(ids, buffer.baseAddress!)
    }
    out.append(contentsOf: list)
  }

  // SAFETY: `p` has room for eleven bytes an id and two more.
  private static func write(_ ids: [UInt32], _ p: UnsafeMutablePointer<UInt8>) -> Int {
    p[0] = 0x5B
    var at = 1
    for id in ids {
      let digits = digitCount(id)
      var rest = id
      var i = at &+ digits
      while rest >= 10 {
        i &-= 1
        p[i] = 0x30 &+ UInt8(truncatingIfNeeded: rest % 10)
        rest /= 10
      }
      p[at] = 0x30 &+ UInt8(truncatingIfNeeded: rest)
      at &+= digits
      p[at] = 0x2C
      at &+= 1
    }
    if !ids.isEmpty { at &-= 1 }
    p[at] = 0x5D
    return at &+ 1
  }

  @inline(__always)
  private static func digitCount(_ value: UInt32) -> Int {
    if value < 1000 { return value < 10 ? 1 : value < 100 ? 2 : 3 }
    if value < 1_000_000 { return value < 10_000 ? 4 : value < 100_000 ? 5 : 6 }
    if value < 10_000_000 { return 7 }
    return value < 100_000_000 ? 8 : value < 1_000_000_000 ? 9 : 10
  }
}
