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
  static func start(in message: ReplyMessage, _ range: Range<Int>) -> Int? {
    // Most runs end in sentences that no signature could begin with: a bound of their weights will do.
    if let start = search(message, range, isBounded: true) { return start }
    return search(message, range, isBounded: false) ?? nil
  }

  /// The start, or nil in the inner place when there is none. Where bounds don't decide, nil in the outer.
  static func search(_ message: ReplyMessage, _ range: Range<Int>, isBounded: Bool) -> Int?? {
    var best = margin
    var isExact = true
    var found: Int?
    var sum = 0.0
    var size = 0
    var i = range.upperBound - 1
    let first = range.first { !message.lines[$0].isBlank } ?? range.upperBound
    var pending: (line: Int, size: Int, sum: Double)?
    // A line is judged as a start when the line with text above it is known.
    while i >= first {
      if !message.lines[i].isBlank {
        if let p = pending, p.sum + PlaceFacts.most > best {
          let score = p.sum + PlaceFacts(message, p.line, above: i, size: p.size).weight
          if score > best {
            if !isExact { return nil }
            best = score
            found = p.line
          }
        }
        if size == mostLines || i == first { break }
        size += 1
        if isBounded,
          let bound = SignatureLineFacts.bound(
            message.lines[i], message.facts[i], message.tables)
        {
          sum += bound
          isExact = false
        } else {
          sum += SignatureLineFacts(message.lines[i], message.facts[i], message.tables).weight
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

  /// More than any weight.
  static let most = 6.5

  init(_ message: ReplyMessage, _ i: Int, above: Int, size: Int) {
    let tables = message.tables
    let line = message.lines[i]
    let s = line.trimmed
    var w = -0.6982
    let previous = message.lines[i - 1].trimmed
    if previous.isEmpty {
      w += 1.4101
    } else {
      w += ".!?)".utf8.contains(previous[previous.count - 1]) ? -0.2414 : -1.8669
    }
    if let words = s.closing(tables), words <= 3 { w += 1.7532 }
    if let words = message.lines[above].trimmed.closing(tables), words <= 2 { w += -1.238 }
    if line.all.isDashes { w += -0.1135 }
    switch size {
    case 1: w += -0.4357
    case 2: w += 0.2761
    case 3...4: w += -0.4848
    case 5...8: w += 0.0909
    case 9...14: w += -0.0203
    default: w += -0.1245
    }
    if s.isCapitalName { w += 1.7888 }
    if line.all.isRule { w += 1.8842 }
    weight = w
  }
}
