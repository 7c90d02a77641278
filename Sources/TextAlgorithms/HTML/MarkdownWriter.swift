/// Writes paragraphs, headings, list items, tables and code as Markdown lines.
///
/// Knows nothing of HTML. The inline text of the paragraph at hand is collected, then written with the
/// prefix of the quotations and lists around it. Ends without a final line end.
struct MarkdownWriter {
  struct List {
    var isOrdered: Bool
    var number: Int
    /// The marker of the current item is still to be written.
    var isPending = false
    var indent = 0
  }

  private(set) var out: [UInt8] = []
  fileprivate var line: [UInt8] = []
  /// The number of the paragraph at hand.
  fileprivate var paragraph = 0
  var quotes = 0
  var lists: [List] = []
  var heading = 0
  private var lastQuotes = 0
  private var lastWasItem = false
  /// The next paragraph follows on the next line, without an empty line between.
  var isLineBreakOnly = false
  /// A paragraph began or ended since, so an empty line is due all the same.
  var isGapDue = false

  mutating func removeAll() {
    out.removeAll(keepingCapacity: true)
    line.removeAll(keepingCapacity: true)
    (quotes, heading, lastQuotes) = (0, 0, 0)
    (lastWasItem, isLineBreakOnly, isGapDue) = (false, false, false)
    lists.removeAll(keepingCapacity: true)
  }

  var isLineEmpty: Bool { line.isEmpty }

  mutating func appendText(_ bytes: [UInt8], _ range: Range<Int>) {
    let start = line.count
    line.append(contentsOf: start == 0 || line[start - 1] == 0x0A ? [0x20] : [])
    let from = line.count
    line.appendCollapsed(bytes, range)
    MarkdownEscaping.escape(&line, from: from)
    if start < from { line.remove(at: start) }
  }

  /// Appends a formula between dollar signs; its source isn't escaped.
  mutating func appendFormula(_ bytes: [UInt8], _ range: Range<Int>, _ isDisplay: Bool) {
    guard !range.isEmpty else { return }
    let marks: [UInt8] = isDisplay ? [0x24, 0x24] : [0x24]
    line.append(contentsOf: marks)
    line.appendCollapsed(bytes, range)
    line.append(contentsOf: marks)
  }

  mutating func appendRaw(_ text: some Collection<UInt8>) { line.append(contentsOf: text) }

  mutating func breakLine() {
    while line.last == 0x20 { line.removeLast() }
    if !line.isEmpty { line.append(0x0A) }
  }

  /// Writes the collected text as one paragraph, heading or item.
  mutating func endParagraph() {
    while let last = line.last, last == 0x20 || last == 0x0A { line.removeLast() }
    guard !line.isEmpty else { return }
    let text = line
    line.removeAll(keepingCapacity: true)
    paragraph += 1
    beginBlock()
    if heading > 0, lists.isEmpty {
      out.append(contentsOf: repeatElement(0x23, count: heading))
      out.append(0x20)
    }
    let joined = heading > 0
    var isFirst = true
    for part in text.split(separator: 0x0A, omittingEmptySubsequences: !(heading == 0)) {
      var part = part
      while part.first == 0x20 { part.removeFirst() }
      if !isFirst {
        if joined { out.append(0x20) } else { newLine() }
      }
      if !part.isEmpty {
        if !(joined && (!isFirst || lists.isEmpty)) {
          MarkdownEscaping.appendLineStart(part, to: &out)
        } else {
          out.append(contentsOf: part)
        }
      } else {
        while out.last == 0x20 { out.removeLast() }
      }
      isFirst = false
    }
  }

  /// Writes code between fences longer than any run of backticks in it.
  mutating func code(_ text: [UInt8], language: [UInt8]) {
    endParagraph()
    var longest = 0
    var run = 0
    for byte in text {
      run = byte == 0x60 ? run + 1 : 0
      longest = max(longest, run)
    }
    let fence = [UInt8](repeating: 0x60, count: max(3, longest + 1))
    beginBlock()
    out.append(contentsOf: fence)
    out.append(contentsOf: language)
    for var part in text.split(separator: 0x0A, omittingEmptySubsequences: false) {
      while let last = part.last, last <= 0x20 { part.removeLast() }
      newLine()
      out.append(contentsOf: part)
      while part.isEmpty, out.last == 0x20 { out.removeLast() }
    }
    newLine()
    out.append(contentsOf: fence)
  }

  /// Writes a GFM table, its caption as a paragraph before it; a table without a head gets an empty one.
  mutating func table(_ table: HTMLTableReader.Table) {
    endParagraph()
    if !table.caption.isEmpty {
      appendRaw(table.caption)
      endParagraph()
      isGapDue = true
    }
    let width = table.rows.map(\.count).max() ?? 0
    guard width > 0 else { return }
    beginBlock()
    if !table.hasHead {
      tableRow([], width)
      newLine()
      tableRule(width)
    }
    for (index, row) in table.rows.enumerated() {
      if index > 0 || !table.hasHead { newLine() }
      tableRow(row, width)
      if index == 0, table.hasHead {
        newLine()
        tableRule(width)
      }
    }
    isGapDue = true
  }

  private mutating func tableRow(_ row: [[UInt8]], _ width: Int) {
    for column in 0..<width {
      out.append(0x7C)
      out.append(0x20)
      guard column < row.count, !row[column].isEmpty else { continue }
      out.append(contentsOf: row[column])
      out.append(0x20)
    }
    out.append(0x7C)
  }

  private mutating func tableRule(_ width: Int) {
    for _ in 0..<width { out.append(contentsOf: "| --- ".utf8) }
    out.append(0x7C)
  }

  /// Parts from what stands before and writes the prefix of a block's first line.
  private mutating func beginBlock() {
    let marks = lists.last?.isPending ?? false
    if !out.isEmpty {
      let shared = min(quotes, lastQuotes)
      if isLineBreakOnly && !isGapDue && quotes == lastQuotes && !lastWasItem && !marks
        || marks && lastWasItem && quotes == lastQuotes
      {
        // The next line is the parting.
      } else {
        out.append(0x0A)
        for _ in 0..<shared { out.append(0x3E) }
      }
      out.append(0x0A)
    }
    lastQuotes = quotes
    lastWasItem = !lists.isEmpty
    (isLineBreakOnly, isGapDue) = (false, false)
    for _ in 0..<quotes { out.append(contentsOf: [0x3E, 0x20]) }
    for index in lists.indices {
      if lists[index].isPending {
        lists[index].isPending = false
        let marker =
          lists[index].isOrdered ? Array("\(lists[index].number). ".utf8) : Array("- ".utf8)
        lists[index].indent = marker.count
        out.append(contentsOf: marker)
      } else {
        out.append(contentsOf: repeatElement(0x20, count: lists[index].indent))
      }
    }
  }

  private mutating func newLine() {
    while out.last == 0x20 { out.removeLast() }
    out.append(0x0A)
    for _ in 0..<quotes { out.append(contentsOf: [0x3E, 0x20]) }
    for list in lists { out.append(contentsOf: repeatElement(0x20, count: list.indent)) }
  }
}

extension MarkdownWriter {
  /// A place in a paragraph.
  struct Mark {
    fileprivate var paragraph: Int
    fileprivate var offset: Int
  }

  /// The place where the paragraph at hand ends, for what encloses text that is yet to come.
  var mark: Mark { Mark(paragraph: paragraph, offset: line.count) }

  /// Where the text since `mark` begins: at the line's beginning when the paragraph is another by now.
  private func start(of mark: Mark) -> Int { mark.paragraph == paragraph ? mark.offset : 0 }

  /// Puts backticks around the text since a mark, unless it has some, runs over lines or is empty.
  mutating func encloseCode(from place: Mark) {
    let mark = start(of: place)
    guard mark < line.count, !line[mark...].contains(where: { $0 == 0x60 || $0 == 0x0A }) else {
      return
    }
    var start = mark
    while start < line.count, line[start] == 0x20 { start += 1 }
    var end = line.count
    while end > start, line[end - 1] == 0x20 { end -= 1 }
    guard end > start else { return }
    // Inside code a backslash is itself.
    var content: [UInt8] = []
    var i = start
    while i < end {
      if line[i] == 0x5C, i + 1 < end, line[i + 1] != 0x20 { i += 1 }
      content.append(line[i])
      i += 1
    }
    let tail = Array(line[end...])
    line.removeSubrange(start...)
    line.append(0x60)
    line.append(contentsOf: content)
    line.append(0x60)
    line.append(contentsOf: tail)
  }

  /// Makes the text since a mark a link.
  mutating func encloseLink(from place: Mark, address: ArraySlice<UInt8>) {
    let mark = start(of: place)
    guard mark < line.count, !line[mark...].contains(0x0A),
      !address.contains(where: { $0 <= 0x20 || $0 == 0x28 || $0 == 0x29 || $0 == 0x3C })
    else { return }
    var start = mark
    while start < line.count, line[start] == 0x20 { start += 1 }
    guard start < line.count else { return }
    line.insert(0x5B, at: start)
    line.append(contentsOf: [0x5D, 0x28])
    line.append(contentsOf: address)
    line.append(0x29)
  }
}
