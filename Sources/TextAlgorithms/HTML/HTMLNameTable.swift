/// Numbers for a fixed set of short ASCII names: open addressing over a hash, each hit compared.
struct HTMLNameTable: Sendable {
  static let tags = HTMLNameTable(HTMLTag.names)
  static let attributes = HTMLNameTable(HTMLAttributeName.names)

  private var slots: [UInt8]
  private let names: [StaticString]

  /// At most 255 names; an empty name takes a number and is never found.
  init(_ names: [StaticString]) {
    self.names = names
    slots = [UInt8](repeating: 0, count: 1024)
    for (number, name) in names.enumerated() where name.utf8CodeUnitCount > 0 {
      var slot = Int(HTMLNameTable.hash(name.utf8Start, name.utf8CodeUnitCount) & 1023)
      while slots[slot] != 0 { slot = (slot + 1) & 1023 }
      slots[slot] = UInt8(number)
    }
  }

  /// The name's number, or 0.
  func find(_ name: UnsafePointer<UInt8>, _ count: Int) -> UInt8 {
    var slot = Int(HTMLNameTable.hash(name, count) & 1023)
    while true {
      let number = slots[slot]
      if number == 0 { return 0 }
      let known = names[Int(number)]
      if known.utf8CodeUnitCount == count {
        var i = 0
        while i < count, known.utf8Start[i] == name[i] { i &+= 1 }
        if i == count { return number }
      }
      slot = (slot &+ 1) & 1023
    }
  }

  @inline(__always)
  private static func hash(_ name: UnsafePointer<UInt8>, _ count: Int) -> UInt32 {
    var h: UInt32 = 2_166_136_261
    for i in 0..<count { h = (h ^ UInt32(name[i])) &* 16_777_619 }
    return h ^ h >> 15
  }
}
