/// What one look at a line's bytes tells: which signs stand in it, and which tables may have words in it.
///
/// Everything here may say yes where a closer look says no, and never the other way round.
struct ReplyLineFacts {
  /// Bits of the signs.
  enum Sign {
    /// `@`
    static let at: UInt8 = 1
    static let digit: UInt8 = 2
    /// A dot with something behind it.
    static let innerDot: UInt8 = 4
    /// `[`
    static let bracket: UInt8 = 8
    /// `(`
    static let parenthesis: UInt8 = 16
    /// `{}<>=;`
    static let code: UInt8 = 32
    /// `:`
    static let colon: UInt8 = 64
  }

  private(set) var signs: UInt8 = 0
  /// Bits of `ReplyWordFilter.Table`.
  private(set) var tables: UInt8 = 0

  /// How often words follow white space, as far as 255.
  private(set) var gaps: UInt8 = 0

  var mayHaveAddress: Bool { signs & (Sign.at | Sign.innerDot | Sign.bracket) != 0 }
  var mayHaveLink: Bool { signs & (Sign.innerDot | Sign.colon) != 0 }
  var mayHaveDigit: Bool { signs & Sign.digit != 0 }
  var mayHaveCode: Bool { signs & (Sign.code | Sign.parenthesis) != 0 }
  var mayHaveContact: Bool {
    signs & Sign.parenthesis != 0 || tables & ReplyWordFilter.Table.contact != 0
  }

  init() {}

  /// The facts of a trimmed line and, for phrases over the line end, the line below (empty: none).
  init(_ line: TextView, below: TextView, _ filter: ReplyWordFilter) {
    let count = line.count
    let bulk = count - ReplyWordFilter.reach
    var isInWord = false
    var wasBlank = false
    var seen: UInt8 = 0
    for i in 0..<count {
      let byte = line[i]
      let kind = ReplyLineFacts.classes[Int(byte)]
      seen |= kind
      let isBlank = byte <= 0x20
      if wasBlank, !isBlank, gaps < 255 { gaps += 1 }
      wasBlank = isBlank
      if byte == 0x2E, i + 1 < count, line.blank(at: i + 1) == 0 { signs |= Sign.innerDot }
      // The rest of a scalar belongs to what its first byte began.
      if byte & 0xC0 == 0x80 { continue }
      if !isInWord || byte >= 0xE3, filter.mayStart(byte) {
        let head = i <= bulk ? line.eightBytes(at: i) : ReplyLineFacts.tail(line, i, below)
        tables |= filter.tables(at: head)
      }
      isInWord = kind & ReplyLineFacts.word != 0
    }
    signs |= seen & 0x7F & ~Sign.innerDot
  }

  /// Eight bytes of a line's end, a blank and the line below, filled up with zeros.
  private static func tail(_ line: TextView, _ start: Int, _ below: TextView) -> UInt64 {
    var bytes: UInt64 = 0
    var shift: UInt64 = 0
    func put(_ byte: UInt8) {
      if shift < 64 { bytes |= UInt64(byte) << shift }
      shift += 8
    }
    for i in start..<line.count { put(line[i]) }
    if below.count > 0 {
      put(0x20)
      for i in 0..<min(below.count, ReplyWordFilter.reach) { put(below[i]) }
    }
    return bytes
  }

  private static let word: UInt8 = 0x80

  /// The sign bits of each byte, and `word` where every scalar that begins with it is part of a word.
  private static let classes: [UInt8] = (0..<256).map { byte -> UInt8 in
    let byte = UInt8(byte)
    let isMixed = [0x5F, 0xC2, 0xC3, 0xE2, 0xE3, 0xEF].contains(byte) || byte >= 0xF0
    var bits: UInt8 = (byte >= 0x80 || isWordByte(byte)) && !isMixed ? word : 0
    switch byte {
    case 0x40: bits |= Sign.at
    case 0x30...0x39: bits |= Sign.digit
    case 0x5B: bits |= Sign.bracket
    case 0x28: bits |= Sign.parenthesis
    case 0x7B, 0x7D, 0x3C, 0x3E, 0x3D, 0x3B: bits |= Sign.code
    case 0x3A: bits |= Sign.colon
    default: break
    }
    return bits
  }
}
