/// Finds the blocks of a Markdown text: headings, tables, code fences, list items, paragraphs.
///
/// A reading of lines, not a Markdown parser: what it takes for a paragraph too much costs a boundary and
/// nothing else. Linear.
package struct MarkdownBlocks {
  private let text: UnsafeBufferPointer<UInt8>
  private var lines: [Range<Int>] = []
  private var blocks: [MarkdownBlock] = []

  /// The blocks of `text`, which is valid UTF-8, in order; empty for an empty text.
  package static func scan(_ text: UnsafeBufferPointer<UInt8>) -> [MarkdownBlock] {
    var scanner = MarkdownBlocks(text)
    scanner.scan()
    return scanner.blocks
  }

  private init(_ text: UnsafeBufferPointer<UInt8>) {
    self.text = text
    var start = 0
    for i in text.indices where text[i] == 0x0A {
      lines.append(start..<(i + 1))
      start = i + 1
    }
    if start < text.count { lines.append(start..<text.count) }
  }

  private mutating func scan() {
    var i = 0
    while i < lines.count {
      let first = i
      var kind = MarkdownBlock.Kind.paragraph
      if isBlank(i) {
        // Blank lines before the first block; later ones belong to the block above.
        while i < lines.count, isBlank(i) { i += 1 }
        append(.paragraph, first..<i)
        continue
      }
      if let fence = fence(i) {
        kind = .code
        i += 1
        while i < lines.count, !closes(i, fence) { i += 1 }
        i = min(i + 1, lines.count)
      } else if let level = headingLevel(i) {
        kind = .heading(level: level)
        i += 1
      } else if isTable(i) {
        i += 2
        while i < lines.count, !isBlank(i), hasPipe(i) { i += 1 }
        kind = .table(body: first + 2 < i ? lines[first + 2].lowerBound : lines[i - 1].upperBound)
      } else {
        if isListItem(i) { kind = .listItem }
        i += 1
        while i < lines.count, !isBlank(i), !isListItem(i), headingLevel(i) == nil,
          fence(i) == nil, !isTable(i)
        {
          i += 1
        }
      }
      let content = i
      while i < lines.count, isBlank(i) { i += 1 }
      append(kind, first..<i, content: content)
    }
  }

  private mutating func append(
    _ kind: MarkdownBlock.Kind, _ range: Range<Int>, content: Int? = nil
  ) {
    let bytes = lines[range.lowerBound].lowerBound..<lines[range.upperBound - 1].upperBound
    var end = lines[(content ?? range.upperBound) - 1].upperBound
    while end > bytes.lowerBound, text[end - 1] == 0x0A || text[end - 1] == 0x0D { end -= 1 }
    blocks.append(MarkdownBlock(kind: kind, range: bytes, contentEnd: end))
  }

  private func isBlank(_ line: Int) -> Bool {
    text[lines[line]].allSatisfy(ASCIISpace.contains)
  }

  /// The line's bytes after at most three spaces, without its line end.
  private func content(_ line: Int) -> Slice<UnsafeBufferPointer<UInt8>> {
    var bytes = text[lines[line]]
    var spaces = 0
    while spaces < 3, bytes.first == 0x20 {
      bytes = bytes.dropFirst()
      spaces += 1
    }
    while let last = bytes.last, last == 0x0A || last == 0x0D { bytes = bytes.dropLast() }
    return bytes
  }

  private func headingLevel(_ line: Int) -> Int? {
    let bytes = content(line)
    let level = bytes.prefix { $0 == 0x23 }.count
    guard (1...6).contains(level), let next = bytes.dropFirst(level).first else { return nil }
    return next == 0x20 || next == 0x09 ? level : nil
  }

  private func fence(_ line: Int) -> (mark: UInt8, count: Int)? {
    let bytes = content(line)
    guard let mark = bytes.first, mark == 0x60 || mark == 0x7E else { return nil }
    let count = bytes.prefix { $0 == mark }.count
    return count >= 3 ? (mark, count) : nil
  }

  private func closes(_ line: Int, _ open: (mark: UInt8, count: Int)) -> Bool {
    guard let fence = fence(line), fence.mark == open.mark, fence.count >= open.count else {
      return false
    }
    return content(line).dropFirst(fence.count).allSatisfy { $0 == 0x20 || $0 == 0x09 }
  }

  private func hasPipe(_ line: Int) -> Bool { text[lines[line]].contains(0x7C) }

  private func isTable(_ line: Int) -> Bool {
    guard line + 1 < lines.count, hasPipe(line), hasPipe(line + 1) else { return false }
    var dashes = 0
    for byte in text[lines[line + 1]] {
      switch byte {
      case 0x2D: dashes += 1
      case 0x7C, 0x3A, 0x20, 0x09, 0x0A, 0x0D: break
      default: return false
      }
    }
    return dashes >= 2
  }

  private func isListItem(_ line: Int) -> Bool {
    var bytes = text[lines[line]].drop { $0 == 0x20 || $0 == 0x09 }
    guard let first = bytes.first else { return false }
    if first == 0x2D || first == 0x2A || first == 0x2B {
      let next = bytes.dropFirst().first
      return next == 0x20 || next == 0x09
    }
    let digits = bytes.prefix { $0 &- 0x30 < 10 }.count
    guard (1...9).contains(digits) else { return false }
    bytes = bytes.dropFirst(digits)
    guard let mark = bytes.first, mark == 0x2E || mark == 0x29 else { return false }
    return bytes.dropFirst().first == 0x20
  }
}
