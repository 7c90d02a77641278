internal import CLanes

/// What one look at a line's bytes tells: which signs stand in it, and which tables may have words in it.
///
/// Everything here may say yes where a closer look says no, and never the other way round.
struct ReplyLineFacts: Equatable {
  /// Bits of the signs.
  enum Sign {
    /// `@`
    static let at = UInt8(TM_AT)
    static let digit = UInt8(TM_DIGIT)
    /// A dot with something behind it.
    static let innerDot: UInt8 = 4
    /// `[`
    static let bracket = UInt8(TM_BRACKET)
    /// `(`
    static let parenthesis = UInt8(TM_PARENTHESIS)
    /// `{}<>=;`
    static let code = UInt8(TM_CODE)
    /// `:`
    static let colon = UInt8(TM_COLON)
    /// A sign below the blank that is no white space.
    static let control = UInt8(TM_CONTROL)
  }

  private(set) var signs: UInt8 = 0
  /// Bits of `ReplyWordFilter.Table`.
  private(set) var tables: UInt8 = 0

  /// How often words follow white space, as far as 255.
  private(set) var gaps: UInt8 = 0
  /// How many of these words begin with a digit or a sign of telephone numbers, as far as 255.
  private(set) var numbers: UInt8 = 0

  var mayHaveControl: Bool { signs & Sign.control != 0 }
  var mayHaveAddress: Bool { signs & (Sign.at | Sign.innerDot | Sign.bracket) != 0 }
  var mayHaveLink: Bool { signs & (Sign.innerDot | Sign.colon) != 0 }
  var mayHaveDigit: Bool { signs & Sign.digit != 0 }
  var mayHaveCode: Bool { signs & (Sign.code | Sign.parenthesis) != 0 }
  var mayHaveContact: Bool {
    signs & Sign.parenthesis != 0 || tables & ReplyWordFilter.Table.contact != 0
  }

  init() {}

  /// The facts of a trimmed line and, for phrases over the line end, the line below (empty: none).
  ///
  /// - Parameter isWide: False reads byte by byte, to hold the wide registers against.
  init(
    _ line: TextView, below: TextView, _ filter: ReplyWordFilter, isWide: Bool = true
  ) {
    let count = line.count
    let bulk = count - ReplyWordFilter.reach
    var read = tm_line_facts()
    // What the wide registers leave over: the last bytes, and stretches beyond ASCII.
    var rest = 0
    while read.at < count {
      if isWide, read.at <= bulk, read.at >= rest {
        let start = read.at
        // SAFETY: the view is of `count` bytes.
        withUnsafePointer(to: filter.tables) { tm_read_line($0, line.low, count, &read) }
        rest = read.at &+ (read.at &- start < 16 ? 32 : 8)
      }
      if read.at < count { ReplyLineFacts.take(line, below, filter, &read) }
    }
    tables = read.tables
    gaps = UInt8(clamping: read.gaps)
    numbers = UInt8(clamping: read.numbers)
    signs = UInt8(truncatingIfNeeded: read.seen) | (read.has_inner_dot ? Sign.innerDot : 0)
  }

  /// Reads one byte.
  @inline(__always)
  private static func take(
    _ line: TextView, _ below: TextView, _ filter: ReplyWordFilter, _ read: inout tm_line_facts
  ) {
    let i = read.at
    let kind = filter.kinds[Int(line[i])]
    let previous = read.previous
    read.seen |= kind & 0xFF
    if previous & Kind.blank != 0, kind & Kind.blank == 0 {
      read.gaps &+= 1
      if kind & Kind.figure != 0 { read.numbers &+= 1 }
    }
    if previous & Kind.dot != 0, kind & Kind.blank == 0 { read.has_inner_dot = true }
    // A scalar of three bytes or more may be a word of its own.
    if kind & Kind.start != 0, previous & Kind.word == 0 || kind & Kind.long != 0 {
      let isInside = i <= line.count &- ReplyWordFilter.reach
      let head = isInside ? line.eightBytes(at: i) : tail(line, i, below)
      read.tables |= filter.tables(at: head)
    }
    // The rest of a scalar belongs to what its first byte began.
    read.previous = kind & Kind.rest != 0 ? previous : kind
    read.at = i &+ 1
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
}

extension ReplyLineFacts {
  /// Bits of what a byte is; the lower eight are those of `Sign`.
  enum Kind {
    static let blank = UInt16(TM_BLANK)
    /// A dot.
    static let dot = UInt16(TM_DOT)
    /// Every scalar that begins with it is part of a word.
    static let word = UInt16(TM_WORD)
    /// A word of some table begins with it.
    static let start = UInt16(TM_START)
    /// Not the first byte of a scalar.
    static let rest: UInt16 = 0x1000
    /// The first byte of a scalar of three bytes or more, of East Asian scripts and beyond.
    static let long: UInt16 = 0x2000
    /// A digit or one of `()+./-`.
    static let figure: UInt16 = 0x4000

    static func bits(_ byte: UInt8) -> UInt16 {
      let isMixed = [0x5F, 0xC2, 0xC3, 0xE2, 0xE3, 0xEF].contains(byte) || byte >= 0xF0
      var bits: UInt16 = (byte >= 0x80 || isWordByte(byte)) && !isMixed ? word : 0
      if byte & 0xC0 == 0x80 { bits |= rest }
      if byte <= 0x20 { bits |= blank }
      if byte < 0x20, !(9...13).contains(byte) { bits |= UInt16(Sign.control) }
      if byte >= 0xE3 { bits |= long }
      if byte &- 0x30 < 10 || "()+./-".utf8.contains(byte) { bits |= figure }
      switch byte {
      case 0x2E: bits |= dot
      case 0x40: bits |= UInt16(Sign.at)
      case 0x30...0x39: bits |= UInt16(Sign.digit)
      case 0x5B: bits |= UInt16(Sign.bracket)
      case 0x28: bits |= UInt16(Sign.parenthesis)
      case 0x7B, 0x7D, 0x3C, 0x3E, 0x3D, 0x3B: bits |= UInt16(Sign.code)
      case 0x3A: bits |= UInt16(Sign.colon)
      default: break
      }
      return bits
    }
  }
}
