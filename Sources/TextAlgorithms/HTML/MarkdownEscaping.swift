/// Backslashes where plain text would read as Markdown, and nowhere else.
enum MarkdownEscaping {
  /// Escapes, from `start` on: backticks, backslashes before punctuation, asterisks beside a word, and
  /// what looks like a tag or an entity.
  static func escape(_ text: inout [UInt8], from start: Int) {
    let needs = text[start...].contains(where: isStop)
    guard needs else { return }
    let source = Array(text[start...])
    text.removeSubrange(start...)
    for (i, byte) in source.enumerated() {
      let next = i + 1 < source.count ? source[i + 1] : 0x20
      let previous = i > 0 ? source[i - 1] : 0x20
      // What follows in the next element may complete a tag, so a mark at the end counts as one.
      let isLast = i + 1 == source.count
      let isSpecial: Bool
      switch byte {
      case 0x60: isSpecial = true
      case 0x5C: isSpecial = isLast || isPunctuation(next)
      case 0x2A: isSpecial = next > 0x20 || previous > 0x20
      case 0x3C:
        isSpecial =
          isLast || isLetter(next) || next == 0x2F || next == 0x21 || next == 0x3F
      case 0x26: isSpecial = isLast || next == 0x23 || isLetter(next) && endsEntity(source, i + 1)
      default: isSpecial = false
      }
      if isSpecial { text.append(0x5C) }
      text.append(byte)
    }
  }

  /// Appends a line of escaped text, with a backslash when its beginning would make it a heading, an item,
  /// a quotation, a rule, a fence or a table row.
  static func appendLineStart(_ line: ArraySlice<UInt8>, to out: inout [UInt8]) {
    guard let first = line.first else { return }
    let rest = line.dropFirst()
    let beforeSpace = rest.isEmpty || rest.first == 0x20
    switch first {
    case 0x23:
      if line.drop(while: { $0 == 0x23 }).first.map({ $0 == 0x20 }) ?? true { out.append(0x5C) }
    case 0x3E, 0x7C: out.append(0x5C)
    case 0x2B: if beforeSpace { out.append(0x5C) }
    case 0x2D, 0x3D:
      if first == 0x2D && beforeSpace || line.allSatisfy({ $0 == first || $0 == 0x20 }) {
        out.append(0x5C)
      }
    case 0x2A: if beforeSpace { out.append(0x5C) }
    case 0x7E: if line.starts(with: [0x7E, 0x7E, 0x7E]) { out.append(0x5C) }
    case 0x30...0x39:
      let digits = line.prefix { $0 &- 0x30 < 10 }
      let after = line.dropFirst(digits.count)
      if digits.count < 10, let mark = after.first, mark == 0x2E || mark == 0x29,
        after.count == 1 || after[after.startIndex + 1] == 0x20
      {
        out.append(contentsOf: digits)
        out.append(0x5C)
        out.append(contentsOf: after)
        return
      }
    default: break
    }
    out.append(contentsOf: line)
  }

  @inline(__always)
  private static func isStop(_ byte: UInt8) -> Bool {
    byte == 0x60 || byte == 0x5C || byte == 0x2A || byte == 0x3C || byte == 0x26
  }

  private static func isLetter(_ byte: UInt8) -> Bool { (byte | 0x20) &- 0x61 < 26 }

  private static func isPunctuation(_ byte: UInt8) -> Bool {
    byte > 0x20 && byte < 0x7F && !isLetter(byte) && !(byte &- 0x30 < 10)
  }

  private static func endsEntity(_ text: [UInt8], _ start: Int) -> Bool {
    var i = start
    while i < text.count, i - start < 32, isLetter(text[i]) || text[i] &- 0x30 < 10 { i += 1 }
    return i < text.count && text[i] == 0x3B
  }
}
