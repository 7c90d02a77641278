/// A pattern of single signs that is matched from left to right without going back.
///
/// `\d` a digit, `\u` a capital, `\l` a small letter, `\a` a letter, `\w` a letter or digit, `[A-F0-9-]` one of a set,
/// `\` before any other sign that sign; each may be followed by `?`, `*`, `+`, `{n}` or `{n,m}`, which take as many as there
/// are, at most 64. Letters above ASCII are their bytes. A match is as long as the pattern says: `\d+5` never
/// matches, as `\d+` takes the 5.
package struct LinearPattern: Sendable {
  private struct Atom {
    var low: UInt64 = 0
    var high: UInt64 = 0
    var top: UInt8 = 0
    var least = 1
    var most = 1

    @inline(__always) func holds(_ b: UInt8) -> Bool {
      b < 64 ? low >> UInt64(b) & 1 == 1 : b < 128 ? high >> UInt64(b & 63) & 1 == 1 : b == top
    }

    mutating func insert(_ b: UInt8) {
      if b < 64 {
        low |= 1 << UInt64(b)
      } else if b < 128 {
        high |= 1 << UInt64(b & 63)
      } else {
        top = b
      }
    }

    mutating func insert(_ range: ClosedRange<UInt8>) { for b in range { insert(b) } }
  }

  private var atoms: [Atom] = []

  /// Nil for a pattern that isn't one: an open bracket or brace, a repeat of nothing, or one that matches nothing.
  package init?(_ source: [UInt8]) {
    var i = 0
    while i < source.count {
      var atom = Atom()
      switch source[i] {
      case 0x5C:
        guard i + 1 < source.count else { return nil }
        Self.insert(class: source[i + 1], into: &atom)
        i += 2
      case 0x5B:
        guard let end = Self.insert(set: source, i + 1, into: &atom) else { return nil }
        i = end
      case 0x3F, 0x2A, 0x2B, 0x7B, 0x7D, 0x5D: return nil
      default:
        atom.insert(source[i])
        i += 1
      }
      guard Self.repeats(source, &i, &atom) else { return nil }
      atoms.append(atom)
    }
    guard atoms.contains(where: { $0.least > 0 }) else { return nil }
  }

  private static func insert(class sign: UInt8, into atom: inout Atom) {
    switch sign {
    case 0x64: atom.insert(0x30...0x39)
    case 0x75: atom.insert(0x41...0x5A)
    case 0x6C: atom.insert(0x61...0x7A)
    case 0x61, 0x77:
      atom.insert(0x41...0x5A)
      atom.insert(0x61...0x7A)
      if sign == 0x77 { atom.insert(0x30...0x39) }
    default: atom.insert(sign)
    }
  }

  private static func insert(set source: [UInt8], _ start: Int, into atom: inout Atom) -> Int? {
    var i = start
    while i < source.count, source[i] != 0x5D {
      if source[i] == 0x5C, i + 1 < source.count {
        insert(class: source[i + 1], into: &atom)
        i += 2
      } else if i + 2 < source.count, source[i + 1] == 0x2D, source[i + 2] != 0x5D {
        guard source[i] <= source[i + 2] else { return nil }
        atom.insert(source[i]...source[i + 2])
        i += 3
      } else {
        atom.insert(source[i])
        i += 1
      }
    }
    return i < source.count && i > start ? i + 1 : nil
  }

  private static func repeats(_ source: [UInt8], _ i: inout Int, _ atom: inout Atom) -> Bool {
    guard i < source.count else { return true }
    switch source[i] {
    case 0x3F: (atom.least, atom.most) = (0, 1)
    case 0x2A: (atom.least, atom.most) = (0, 64)
    case 0x2B: (atom.least, atom.most) = (1, 64)
    case 0x7B:
      guard let end = source[i...].firstIndex(of: 0x7D) else { return false }
      let numbers = source[(i + 1)..<end].split(separator: 0x2C, omittingEmptySubsequences: false)
        .map { Int(String(decoding: $0, as: UTF8.self)) }
      guard let least = numbers[0], numbers.count < 3, let most = numbers[numbers.count - 1],
        least >= 0, least <= most, (1...64).contains(most)
      else { return false }
      (atom.least, atom.most) = (least, most)
      i = end
    default: return true
    }
    i += 1
    return true
  }

  /// Whether a match may begin with `b`.
  func mayBegin(_ b: UInt8) -> Bool {
    for atom in atoms {
      if atom.holds(b) { return true }
      if atom.least > 0 { return false }
    }
    return false
  }

  /// The end of the match that begins at `start`, or nil.
  func end(_ text: PersonalText, at start: Int) -> Int? {
    var i = start
    for atom in atoms {
      var n = 0
      while n < atom.most, i < text.count, atom.holds(text.base[i]) {
        i &+= 1
        n &+= 1
      }
      if n < atom.least { return nil }
    }
    return i > start ? i : nil
  }
}

extension LinearPattern {
  /// A pattern of the program's own.
  init(own source: StaticString) {
    // Never nil: a test compiles every one of them.
    self.init(source.withUTF8Buffer { Array($0) })!
  }
}
