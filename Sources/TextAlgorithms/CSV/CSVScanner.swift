/// Finds the cells of one row of a CSV text (RFC 4180) and leaves them as ranges of the source.
///
/// A cell that begins with `"` goes on to the next single `"`; line ends and delimiters inside belong to
/// it, and `""` stands for one quote. After the closing quote the cell must end. A quote elsewhere is
/// text. A quoted cell ends within `quoteLimit` bytes.
///
/// A row that breaks these rules costs the line on which its quoted cell begins, and the lines of the row
/// before it; reading goes on with the next line. Between the quote that opens such a cell and the end of
/// what was searched, quotes stand only in pairs, so no later line opens a cell there that runs on, and
/// the whole stays linear.
package struct CSVScanner {
  /// One cell: its content without the surrounding quotes.
  package struct Cell: Sendable, Equatable {
    package var content: Range<Int>
    /// True when the content holds doubled quotes.
    package var hasDoubledQuotes: Bool
    package var isQuoted: Bool
  }

  /// How the scan of a row ended.
  package enum Outcome: Equatable, Sendable {
    /// `cells` are those of the row; the next row begins at `next`.
    case row(next: Int)
    /// The row may go on behind the bytes that were given.
    case more
    /// The row is broken at the quote at `quote`; reading may go on at `next`, the line after it.
    case defect(Defect, quote: Int, next: Int)
  }

  /// What is wrong with a row; the raw value is the reason in rejects.
  package enum Defect: String, Sendable {
    /// A quoted cell has no end within the limit, or in the rest of the text.
    case unterminatedQuote = "unterminated_quote"
    /// Text stands between a closing quote and the end of the cell.
    case textAfterQuote = "text_after_quote"
  }

  package let delimiter: UInt8
  package let quoteLimit: Int
  /// The cells of the row scanned last.
  package private(set) var cells: [Cell] = []

  package init(delimiter: UInt8, quoteLimit: Int = 1 << 20) {
    self.delimiter = delimiter
    self.quoteLimit = quoteLimit
  }

  /// Scans the row that begins at `start`; `isFinal` when nothing follows the bytes.
  package mutating func scanRow(
    _ bytes: UnsafeBufferPointer<UInt8>, from start: Int, isFinal: Bool
  ) -> Outcome {
    cells.removeAll(keepingCapacity: true)
    var position = start
    while true {
      if position < bytes.count, bytes[position] == 0x22 {
        switch quotedCell(bytes, at: position, isFinal: isFinal) {
        case .next(let next): position = next
        case .end(let outcome): return outcome
        }
      } else {
        var end = position
        while end < bytes.count, bytes[end] != delimiter, bytes[end] != 0x0A { end &+= 1 }
        if end == bytes.count, !isFinal { return .more }
        let isLast = end == bytes.count || bytes[end] == 0x0A
        var stop = end
        if isLast, stop > position, bytes[stop - 1] == 0x0D { stop -= 1 }
        cells.append(Cell(content: position..<stop, hasDoubledQuotes: false, isQuoted: false))
        position = end + 1
        if isLast { return .row(next: min(position, bytes.count)) }
      }
    }
  }

  private enum Step {
    /// The cell ended at a delimiter; the next begins here.
    case next(Int)
    case end(Outcome)
  }

  private mutating func quotedCell(
    _ bytes: UnsafeBufferPointer<UInt8>, at quote: Int, isFinal: Bool
  ) -> Step {
    var hasDoubled = false
    var i = quote + 1
    let limit = min(bytes.count, quote + 1 + quoteLimit)
    while true {
      while i < limit, bytes[i] != 0x22 { i &+= 1 }
      if i >= limit {
        let isOver = limit < bytes.count || isFinal || i - quote > quoteLimit
        return .end(isOver ? defect(.unterminatedQuote, bytes, at: quote) : .more)
      }
      if i + 1 < bytes.count, bytes[i + 1] == 0x22 {
        hasDoubled = true
        i += 2
        continue
      }
      if i + 1 == bytes.count, !isFinal { return .end(.more) }
      break
    }
    cells.append(
      Cell(content: (quote + 1)..<i, hasDoubledQuotes: hasDoubled, isQuoted: true))
    i += 1
    if i == bytes.count { return .end(.row(next: i)) }
    if bytes[i] == delimiter { return .next(i + 1) }
    if bytes[i] == 0x0D {
      if i + 1 == bytes.count { return .end(isFinal ? .row(next: i + 1) : .more) }
      if bytes[i + 1] == 0x0A { return .end(.row(next: i + 2)) }
    }
    if bytes[i] == 0x0A { return .end(.row(next: i + 1)) }
    return .end(defect(.textAfterQuote, bytes, at: quote))
  }

  private func defect(
    _ defect: Defect, _ bytes: UnsafeBufferPointer<UInt8>, at quote: Int
  ) -> Outcome {
    var i = quote
    while i < bytes.count, bytes[i] != 0x0A { i += 1 }
    return .defect(defect, quote: quote, next: min(i + 1, bytes.count))
  }

  /// Appends the text of a cell to `out`.
  package static func appendText(
    of cell: Cell, in bytes: UnsafeBufferPointer<UInt8>, to out: inout [UInt8]
  ) {
    guard cell.hasDoubledQuotes else {
      out.append(contentsOf: bytes[cell.content])
      return
    }
    var i = cell.content.lowerBound
    while i < cell.content.upperBound {
      out.append(bytes[i])
      // Quotes inside come in pairs only: one of the two is text.
      i += bytes[i] == 0x22 ? 2 : 1
    }
  }
}
