/// One line of a message, with what the passes ask of every line.
struct ReplyLine {
  /// Bytes of the message, without the line end.
  let start: Int
  let end: Int
  /// The whole line.
  let all: TextView
  /// Without white space and invisible signs around it.
  let trimmed: TextView

  @inline(__always)
  var isBlank: Bool { trimmed.isEmpty }

  /// How many quote marks (`>`, `&gt;`) stand before it.
  @inline(__always)
  var depth: Int {
    trimmed.isEmpty || !ReplyLine.mayQuote(trimmed[0]) ? 0 : marksOfQuote.count
  }

  /// The same as `trimmed`, without the quote marks.
  var body: TextView {
    guard !trimmed.isEmpty, ReplyLine.mayQuote(trimmed[0]) else { return trimmed }
    let marks = marksOfQuote
    if marks.count == 0 { return trimmed }
    let from = all.skipBlanks(marks.end)
    return all.slice(from, all.trimBlanks(all.count, from: from))
  }

  /// May a trimmed line that begins with this byte be quoted? So do the marks and blanks that aren't trimmed.
  @inline(__always)
  static func mayQuote(_ byte: UInt8) -> Bool {
    switch byte {
    case 0x3E, 0x26, 0x0B, 0x0C, 0xC2, 0xE2, 0xE3: true
    default: false
    }
  }

  /// How many quote marks start the line, behind at most eight blanks, and where they end.
  private var marksOfQuote: (count: Int, end: Int) {
    let view = all
    var i = 0
    var blanks = 0
    while i < view.count, blanks < 8 {
      let n = view.blank(at: i)
      if n == 0 { break }
      i += n
      blanks += 1
    }
    var marks = 0
    var end = i
    while i < view.count {
      if view[i] == 0x3E {
        i += 1
      } else if view[i] == 0x26, view.hasPrefix("&gt;", at: i) {
        i += 4
      } else {
        break
      }
      marks += 1
      end = i
      if i < view.count, view[i] == 0x20 || view[i] == 0x09 { i += 1 }
    }
    return marks > 0 && ReplyLine.isDecoration(trimmed) ? (0, 0) : (marks, end)
  }

  /// `>>> http://… <<<` is no quote.
  private static func isDecoration(_ s: TextView) -> Bool {
    s.count > 8 && s.hasPrefix(">>") && s.hasPrefix("<<<", at: s.count - 3)
  }
}
