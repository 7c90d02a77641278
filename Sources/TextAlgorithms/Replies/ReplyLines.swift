internal import CLanes

/// The lines of a message, read in one pass.
///
/// Valid only while the message's text lives and its buffer reads no other.
struct ReplyLines: RandomAccessCollection {
  let text: TextView
  // SAFETY: `count` lines of the buffer that made them.
  private let table: UnsafeMutablePointer<tm_line>
  let count: Int

  init(_ text: TextView, _ table: UnsafeMutablePointer<tm_line>, count: Int) {
    self.text = text
    self.table = table
    self.count = count
  }

  var startIndex: Int { 0 }
  var endIndex: Int { count }

  @inline(__always)
  subscript(i: Int) -> ReplyLine {
    let line = table[i]
    return ReplyLine(
      start: Int(line.start), end: Int(line.end),
      all: text.slice(Int(line.start), Int(line.end)),
      trimmed: text.slice(Int(line.first), Int(line.last)))
  }

  @inline(__always)
  func isBlank(_ i: Int) -> Bool { table[i].first == table[i].last }

  /// The first folded byte of a line with text, white space left out.
  @inline(__always)
  func firstByte(_ i: Int) -> UInt8 { text[Int(table[i].first)] }

  /// The bytes of a line, white space around it left out.
  @inline(__always)
  func length(_ i: Int) -> Int { Int(table[i].last &- table[i].first) }

  @inline(__always)
  func facts(_ i: Int) -> ReplyLineFacts { ReplyLineFacts(table[i]) }

  /// A byte for each line that the message may set.
  @inline(__always)
  func note(_ i: Int) -> UInt8 { table[i].note }

  @inline(__always)
  func setNote(_ i: Int, _ note: UInt8) { table[i].note = note }
}

/// Memory for the lines of one message after the other.
final class ReplyLineBuffer {
  private var table: UnsafeMutablePointer<tm_line>
  private var capacity = 64

  init() { table = .allocate(capacity: capacity) }

  deinit { table.deallocate() }

  /// The lines of a text; those of the last text are gone. Linear.
  func read(_ text: TextView, _ filter: ReplyWordFilter) -> ReplyLines {
    let count = tm_count_lines(text.low, text.count)
    if count > capacity {
      table.deallocate()
      capacity = Swift.max(count, capacity * 2)
      table = .allocate(capacity: capacity)
    }
    // SAFETY: the view is of `count` bytes, and the table has room for all lines.
    withUnsafePointer(to: filter.tables) { tm_read_lines($0, text.low, text.count, table) }
    return ReplyLines(text, table, count: count)
  }
}
