/// One line of a message, with what the passes ask of every line.
struct ReplyLine {
  /// Bytes of the message, without the line end.
  let start: Int
  let end: Int
  /// The whole line.
  let all: TextView
  /// Without white space and invisible signs around it.
  let trimmed: TextView
  /// How many quote marks (`>`, `&gt;`) stand before it.
  let depth: Int
  /// The same as `trimmed`, without the quote marks.
  let body: TextView

  var isBlank: Bool { trimmed.isEmpty }

  init(_ message: TextView, _ start: Int, _ end: Int) {
    self.start = start
    self.end = end
    all = message.slice(start, end)
    trimmed = ReplyLine.trim(all)
    guard !trimmed.isEmpty else {
      depth = 0
      body = trimmed
      return
    }
    let (marks, end) = ReplyLine.quoteMarks(all)
    if marks == 0 || ReplyLine.isDecoration(trimmed) {
      depth = 0
      body = trimmed
    } else {
      depth = marks
      let from = all.skipBlanks(end)
      body = all.slice(from, all.trimBlanks(all.count, from: from))
    }
  }

  @inline(__always)
  private static func trim(_ view: TextView) -> TextView {
    var from = 0
    while from < view.count {
      let n = invisible(view, at: from)
      if n == 0 { break }
      from += n
    }
    var to = view.count
    while to > from {
      let last = view[to - 1]
      if last < 0x80 {
        if last != 0x20, last != 0x09, last != 0x0D { break }
        to -= 1
      } else {
        let j = view.before(to)
        if invisible(view, at: j) == 0 { break }
        to = j
      }
    }
    return view.slice(from, to)
  }

  @inline(__always)
  private static func invisible(_ view: TextView, at i: Int) -> Int {
    let b = view[i]
    if b == 0x20 || b == 0x09 || b == 0x0D { return 1 }
    if b < 0xC2 { return 0 }
    if b == 0xC2 { return view[i + 1] == 0xA0 ? 2 : 0 }
    return (b == 0xE2 && view.hasPrefix("\u{200B}", at: i))
      || (b == 0xEF && view.hasPrefix("\u{FEFF}", at: i)) ? 3 : 0
  }

  /// How many quote marks start the line, behind at most eight blanks, and where they end.
  private static func quoteMarks(_ view: TextView) -> (marks: Int, end: Int) {
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
    return (marks, end)
  }

  /// `>>> http://… <<<` is no quote.
  private static func isDecoration(_ s: TextView) -> Bool {
    s.count > 8 && s.hasPrefix(">>") && s.hasPrefix("<<<", at: s.count - 3)
  }
}
