/// Where a signature begins that nothing marks: a log-linear choice among the last lines.
///
/// Each of the last 24 lines with text may be the start, or none. The score of a start is the sum of
/// the line weights from there to the end plus the weights of the place itself: a chain of two states
/// with one switch, so one pass backwards finds the best. Weights: maximum likelihood with an L2
/// prior, learned from public mail whose signatures were marked by hand.
enum SignatureModel {
  /// Most lines that can belong to a signature.
  static let mostLines = 24
  /// What a start must score above no signature at all.
  static let margin = 1.2

  /// The first line of the signature that ends the range, or nil. It is never the range's first line of text.
  static func start(in message: borrowing ReplyMessage, _ range: Range<Int>) -> Int? {
    // Most runs end in sentences that no signature could begin with: a bound of their weights will do.
    if let start = search(message, range, isBounded: true) { return start }
    return search(message, range, isBounded: false) ?? nil
  }

  /// The start, or nil in the inner place when there is none. Where bounds don't decide, nil in the outer.
  static func search(_ message: borrowing ReplyMessage, _ range: Range<Int>, isBounded: Bool)
    -> Int??
  {
    let lines = message.lines
    var best = margin
    var isExact = true
    var found: Int?
    var sum = 0.0
    var size = 0
    var i = range.upperBound - 1
    let first = range.first { !lines.isBlank($0) } ?? range.upperBound
    var pending: (line: Int, size: Int, sum: Double)?
    // A line is judged as a start when the line with text above it is known.
    while i >= first {
      if !lines.isBlank(i) {
        if let p = pending, p.sum + PlaceFacts.bound(lines, p.line, size: p.size) > best {
          let score = p.sum + PlaceFacts(message, p.line, above: i, size: p.size).weight
          if score > best {
            if !isExact { return nil }
            best = score
            found = p.line
          }
        }
        if size == mostLines || i == first { break }
        size += 1
        let facts = lines.facts(i)
        if isBounded, let bound = SignatureLineFacts.bound(lines[i], facts, message.tables) {
          sum += bound
          isExact = false
        } else {
          sum += SignatureLineFacts(lines[i], facts, message.tables).weight
        }
        pending = (i, size, sum)
      }
      i -= 1
    }
    return .some(found)
  }
}

/// What speaks for a signature beginning in a line.
struct PlaceFacts {
  let weight: Double

  /// More than the weight of line `i`, which isn't the first, as the start of `size` lines; far cheaper.
  @inline(__always)
  static func bound(_ lines: ReplyLines, _ i: Int, size: Int) -> Double {
    let facts = lines.facts(i)
    // The places behind the comma are a margin for sums that are rounded otherwise.
    var w = -0.6982 + above(lines, i) + PlaceFacts.size(size) + 1e-6
    if facts.mayHaveClosing { w += 1.7532 }
    let byte = lines[i].trimmed.raw[0]
    if facts.gaps < 3, byte >= 0x80 || byte &- 0x41 < 26 || byte <= 0x20 { w += 1.7888 }
    if byte >= 0x80 || !isWordByte(byte) || byte == 0x5F { w += 1.8842 }
    return w
  }

  /// What the line above says.
  @inline(__always)
  private static func above(_ lines: ReplyLines, _ i: Int) -> Double {
    if lines.isBlank(i - 1) { return 1.4101 }
    let previous = lines[i - 1].trimmed
    switch previous[previous.count - 1] {
    case 0x2E, 0x21, 0x3F, 0x29: return -0.2414
    default: return -1.8669
    }
  }

  @inline(__always)
  private static func size(_ size: Int) -> Double {
    switch size {
    case 1: -0.4357
    case 2: 0.2761
    case 3...4: -0.4848
    case 5...8: 0.0909
    case 9...14: -0.0203
    default: -0.1245
    }
  }

  init(_ message: borrowing ReplyMessage, _ i: Int, above: Int, size: Int) {
    let tables = message.tables
    let line = message.lines[i]
    let s = line.trimmed
    var w = -0.6982
    w += PlaceFacts.above(message.lines, i)
    if let words = s.closing(tables), words <= 3 { w += 1.7532 }
    if let words = message.lines[above].trimmed.closing(tables), words <= 2 { w += -1.238 }
    if line.all.isDashes { w += -0.1135 }
    w += PlaceFacts.size(size)
    if s.isCapitalName { w += 1.7888 }
    if line.all.isRule { w += 1.8842 }
    weight = w
  }
}
