internal import CLanes

/// What one look at a line's bytes tells: which signs stand in it, and which tables may have words in it.
///
/// Everything here may say yes where a closer look says no, and never the other way round.
struct ReplyLineFacts {
  private let signs: UInt8
  /// Bits of `ReplyWordFilter.Table`.
  let tables: UInt8
  /// How many words may begin a cue of disclaimers, as far as 255.
  let cues: Int
  /// How often words follow white space, as far as 255.
  let gaps: Int
  /// How many of these words begin with a digit or a sign of telephone numbers, as far as 255.
  let numbers: Int

  @inline(__always)
  init(_ line: tm_line) {
    signs = line.signs
    tables = line.tables
    cues = Int(line.counted)
    gaps = Int(line.gaps)
    numbers = Int(line.numbers)
  }

  @inline(__always)
  private func has(_ sign: Int) -> Bool { Int(signs) & sign != 0 }

  var mayHaveControl: Bool { has(TM_CONTROL) }
  var mayHaveAddress: Bool { has(TM_ADDRESS | TM_INNER_DOT) }
  var mayHaveLink: Bool { has(TM_INNER_DOT | TM_COLON) }
  var mayHaveDigit: Bool { has(TM_DIGIT) }
  var mayHaveCode: Bool { has(TM_CODE | TM_PARENTHESIS) }
  /// `:` or its full-width form.
  var mayHaveColon: Bool { has(TM_COLON) }
  var mayHaveContact: Bool { has(TM_PARENTHESIS) || tables & ReplyWordFilter.Table.contact != 0 }
  /// Is it as long in scalars as in bytes?
  var isASCII: Bool { !has(TM_BEYOND) }
  var mayHaveMobileFooter: Bool { tables & ReplyWordFilter.Table.mobile != 0 }
  var mayHaveTitle: Bool { tables & ReplyWordFilter.Table.title != 0 }
  var mayHaveClosing: Bool { tables & ReplyWordFilter.Table.closing != 0 }
  /// A digit or an address: one of them stands in every attribution that no quote follows, but for a few.
  var mayHaveEvidence: Bool { has(TM_DIGIT | TM_ADDRESS | TM_INNER_DOT) }
}
