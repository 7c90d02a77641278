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

/// Memory for the lines of one message after the other, and for their folded text.
final class ReplyLineBuffer {
  /// What the reader of lines may look at behind the text, and lines it may want room for.
  private static let slack = 66
  private var table: UnsafeMutablePointer<tm_line>
  private var capacity = 256
  private var low: UnsafeMutablePointer<UInt8>
  private var room = 4096

  init() {
    table = .allocate(capacity: capacity)
    low = .allocate(capacity: room)
    low.initialize(repeating: 0, count: room)
  }

  deinit {
    table.deallocate()
    low.deallocate()
  }

  /// The lines of a text of valid UTF-8 that isn't empty; those of the last text are gone. Linear.
  func read(_ text: UnsafeBufferPointer<UInt8>, _ filter: ReplyWordFilter) -> ReplyLines {
    if text.count + Self.slack > room {
      low.deallocate()
      room = Swift.max(text.count + Self.slack, room * 2)
      low = .allocate(capacity: room)
      low.initialize(repeating: 0, count: room)
    }
    // SAFETY: both have room for the text, and `low` for the slack behind it.
    CaseFold.fold(text, into: UnsafeMutableBufferPointer(start: low, count: text.count))
    var count = 0
    withUnsafePointer(to: filter.tables) { tables in
      while true {
        count = tm_read_lines(tables, low, text.count, table, capacity)
        if count > 0 { break }
        table.deallocate()
        capacity *= 4
        table = .allocate(capacity: capacity)
      }
    }
    let view = TextView(raw: text.baseAddress!, low: UnsafePointer(low), count: text.count)
    return ReplyLines(view, table, count: count)
  }
}
