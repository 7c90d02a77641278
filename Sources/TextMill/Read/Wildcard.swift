/// Matches one component of a path against a shell pattern, byte by byte.
enum Wildcard {
  /// Whether `name` as a whole is what `pattern` means. Time is at most the product of the lengths.
  static func matches(_ pattern: [UInt8], _ name: [UInt8]) -> Bool {
    if name.first == 0x2E, pattern.first != 0x2E { return false }
    var p = 0
    var n = 0
    var starAt = -1
    var starName = 0
    while n < name.count {
      if p < pattern.count, pattern[p] == 0x2A {
        starAt = p
        starName = n
        p += 1
      } else if let next = step(pattern, p, name[n]) {
        p = next
        n += 1
      } else if starAt >= 0 {
        starName += 1
        n = starName
        p = starAt + 1
      } else {
        return false
      }
    }
    while p < pattern.count, pattern[p] == 0x2A { p += 1 }
    return p == pattern.count
  }

  /// The position after the element at `p` when it accepts `byte`, else nil.
  private static func step(_ pattern: [UInt8], _ p: Int, _ byte: UInt8) -> Int? {
    guard p < pattern.count else { return nil }
    switch pattern[p] {
    case 0x3F: return p + 1
    case 0x5B:
      guard let close = pattern[(p + 1)...].dropFirst().firstIndex(of: 0x5D) else {
        return byte == 0x5B ? p + 1 : nil
      }
      var i = p + 1
      let negated = pattern[i] == 0x21 || pattern[i] == 0x5E
      if negated { i += 1 }
      var found = false
      while i < close {
        if i + 2 < close, pattern[i + 1] == 0x2D {
          if pattern[i] <= byte, byte <= pattern[i + 2] { found = true }
          i += 3
        } else {
          if pattern[i] == byte { found = true }
          i += 1
        }
      }
      return found != negated ? close + 1 : nil
    default: return pattern[p] == byte ? p + 1 : nil
    }
  }
}
