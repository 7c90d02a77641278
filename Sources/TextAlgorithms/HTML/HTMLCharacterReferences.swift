internal import CTables

/// The character references of HTML, named and by number, as the HTML standard reads them.
struct HTMLCharacterReferences: @unchecked Sendable {
  /// Where a reference stands.
  enum Place {
    case text
    /// In an attribute a name without a semicolon isn't read where a letter, digit or `=` follows.
    case attribute
    /// Only references with their semicolon are read.
    case strict
  }

  static let table = HTMLCharacterReferences()

  private static let slotCount = 8192
  private let entries: UnsafePointer<UInt8>
  /// Offsets of entries plus 1, by the hash of their names; lives as long as the process.
  private let slots: UnsafePointer<UInt32>

  private init() {
    // SAFETY: the embedded table is well formed and ends in a zero; the slots are never written again.
    entries = tm_html_entities()!
    let slots = UnsafeMutablePointer<UInt32>.allocate(capacity: HTMLCharacterReferences.slotCount)
    slots.initialize(repeating: 0, count: HTMLCharacterReferences.slotCount)
    var offset = 0
    while entries[offset] != 0 {
      let length = Int(entries[offset])
      var slot = HTMLCharacterReferences.hash(entries + offset + 1, length)
      while slots[slot] != 0 { slot = (slot + 1) & (HTMLCharacterReferences.slotCount - 1) }
      slots[slot] = UInt32(offset + 1)
      offset += 2 + length + Int(entries[offset + 1 + length])
    }
    self.slots = UnsafePointer(slots)
  }

  private static func hash(_ name: UnsafePointer<UInt8>, _ count: Int) -> Int {
    var h: UInt32 = 2_166_136_261
    for i in 0..<count { h = (h ^ UInt32(name[i])) &* 16_777_619 }
    return Int(h ^ h >> 15) & (slotCount - 1)
  }

  /// Appends `text` with its references resolved. Linear: a name is at most 32 bytes.
  func append(
    _ text: UnsafeBufferPointer<UInt8>, _ place: Place, to out: inout [UInt8]
  ) {
    var i = 0
    while i < text.count {
      if text[i] == 0x26 {
        let length = resolve(text, i &+ 1, place, to: &out)
        if length == 0 { out.append(0x26) }
        i &+= 1 &+ length
        continue
      }
      var end = i &+ 1
      while end < text.count, text[end] != 0x26 { end &+= 1 }
      out.append(contentsOf: UnsafeBufferPointer(rebasing: text[i..<end]))
      i = end
    }
  }

  /// Appends what the reference after `&` means; its length, 0 when it is none.
  private func resolve(
    _ text: UnsafeBufferPointer<UInt8>, _ start: Int, _ place: Place, to out: inout [UInt8]
  ) -> Int {
    guard start < text.count else { return 0 }
    if text[start] == 0x23 { return number(text, start, place, to: &out) }
    var end = start
    let limit = min(text.count, start &+ 32)
    while end < limit, (text[end] | 0x20) &- 0x61 < 26 || text[end] &- 0x30 < 10 { end &+= 1 }
    guard end > start else { return 0 }
    if end < text.count, text[end] == 0x3B, append(text, start, end &+ 1 &- start, to: &out) {
      return end &+ 1 &- start
    }
    guard place != .strict else { return 0 }
    // Names that old pages write without a semicolon are at most six letters long.
    var length = min(6, end &- start)
    while length >= 2 {
      let next = start &+ length < text.count ? text[start &+ length] : 0x20
      let isWord = (next | 0x20) &- 0x61 < 26 || next &- 0x30 < 10 || next == 0x3D
      if !(place == .attribute && isWord), append(text, start, length, to: &out) { return length }
      length &-= 1
    }
    return 0
  }

  private func append(
    _ text: UnsafeBufferPointer<UInt8>, _ start: Int, _ count: Int, to out: inout [UInt8]
  ) -> Bool {
    // SAFETY: `start ..< start + count` lies in `text`.
    let name = text.baseAddress! + start
    var slot = HTMLCharacterReferences.hash(name, count)
    while slots[slot] != 0 {
      let entry = entries + Int(slots[slot] - 1)
      if Int(entry[0]) == count, (0..<count).allSatisfy({ entry[1 &+ $0] == name[$0] }) {
        let value = entry + 1 + count
        out.append(contentsOf: UnsafeBufferPointer(start: value + 1, count: Int(value[0])))
        return true
      }
      slot = (slot &+ 1) & (HTMLCharacterReferences.slotCount - 1)
    }
    return false
  }

  /// Digits after `#`, with or without `x` and semicolon.
  private func number(
    _ text: UnsafeBufferPointer<UInt8>, _ start: Int, _ place: Place, to out: inout [UInt8]
  ) -> Int {
    var i = start &+ 1
    let isHex = i < text.count && text[i] | 0x20 == 0x78
    if isHex { i &+= 1 }
    let first = i
    var value: UInt32 = 0
    while i < text.count {
      let byte = text[i]
      let digit: UInt8
      if byte &- 0x30 < 10 {
        digit = byte &- 0x30
      } else if isHex, (byte | 0x20) &- 0x61 < 6 {
        digit = (byte | 0x20) &- 0x57
      } else {
        break
      }
      if value < 0x110000 { value = value &* (isHex ? 16 : 10) &+ UInt32(digit) }
      i &+= 1
    }
    guard i > first else { return 0 }
    if i < text.count, text[i] == 0x3B { i &+= 1 } else if place == .strict { return 0 }
    UTF8Encoding.append(HTMLCharacterReferences.scalar(value), to: &out)
    return i &- start
  }

  /// What a number means: those of Windows-1252 are its characters, impossible ones U+FFFD.
  private static func scalar(_ value: UInt32) -> UInt32 {
    if value >= 0x80, value < 0xA0, let mapped = windows[Int(value - 0x80)] { return mapped }
    return value == 0 || Unicode.Scalar(value) == nil ? 0xFFFD : value
  }

  private static let windows: [UInt32?] = [
    0x20AC, nil, 0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021, 0x02C6, 0x2030, 0x0160, 0x2039,
    0x0152, nil, 0x017D, nil, nil, 0x2018, 0x2019, 0x201C, 0x201D, 0x2022, 0x2013, 0x2014, 0x02DC,
    0x2122, 0x0161, 0x203A, 0x0153, nil, 0x017E, 0x0178,
  ]
}
