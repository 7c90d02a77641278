/// The comments of HTML that templates of issues are full of, and that no reader of an issue sees.
enum GitHubComments {
  /// Markdown without them; in fenced code they stay. Linear.
  static func removed(from text: [UInt8]) -> [UInt8] {
    var out: [UInt8] = []
    out.reserveCapacity(text.count)
    var i = 0
    var fence: (mark: UInt8, count: Int)?
    var mayClose = true
    while i < text.count {
      if i == 0 || text[i - 1] == 0x0A, let found = GitHubComments.fence(text, i) {
        if let open = fence {
          if open.mark == found.mark, found.count >= open.count { fence = nil }
        } else {
          fence = found
        }
      }
      if fence == nil, mayClose, text[i] == 0x3C, text[i...].starts(with: "<!--".utf8) {
        if let end = end(text, i + 4) {
          i = end
          continue
        }
        // No later one ends either.
        mayClose = false
      }
      out.append(text[i])
      i += 1
    }
    return out
  }

  private static func end(_ text: [UInt8], _ start: Int) -> Int? {
    var i = start
    while i + 3 <= text.count {
      if text[i] == 0x2D, text[i + 1] == 0x2D, text[i + 2] == 0x3E { return i + 3 }
      i += 1
    }
    return nil
  }

  /// Three or more marks at the beginning of a line, with at most three spaces before them.
  private static func fence(_ text: [UInt8], _ start: Int) -> (mark: UInt8, count: Int)? {
    var i = start
    while i < text.count, i < start + 3, text[i] == 0x20 { i += 1 }
    guard i < text.count, text[i] == 0x60 || text[i] == 0x7E else { return nil }
    let count = text[i...].prefix { $0 == text[i] }.count
    return count >= 3 ? (text[i], count) : nil
  }
}
