/// Makes JSON of what pages put into scripts of linked data. One pass, linear.
///
/// Mended: comments of HTML, JavaScript and CDATA, trailing commas, closing brackets too many or too few,
/// control characters in strings, escapes that JSON doesn't know, a semicolon at the end, several values in a row.
enum JSONRepair {
  static func repaired(_ text: [UInt8]) -> [UInt8] {
    var out: [UInt8] = []
    out.reserveCapacity(text.count + 16)
    var open: [UInt8] = []
    var i = 0
    var values = 0
    while i < text.count {
      let byte = text[i]
      if let length = noise(text, i) {
        i += length
        continue
      }
      switch byte {
      case 0x22:
        i = string(text, i, into: &out)
        continue
      case 0x7B, 0x5B:
        if open.isEmpty {
          if values > 0 { out.append(0x2C) }
          values += 1
        }
        open.append(byte == 0x7B ? 0x7D : 0x5D)
        out.append(byte)
      case 0x7D, 0x5D:
        // A closing bracket that nothing opened is left out; one that skips a level closes it.
        if let level = open.lastIndex(of: byte), open.count - level <= 4 {
          dropComma(&out)
          while open.count > level { out.append(open.removeLast()) }
        }
      case 0x3B where open.isEmpty: break
      default: if !open.isEmpty { out.append(byte) }
      }
      i += 1
    }
    dropComma(&out)
    while let closing = open.popLast() { out.append(closing) }
    return values > 1 ? [0x5B] + out + [0x5D] : out
  }

  private static func dropComma(_ out: inout [UInt8]) {
    while let last = out.last, last <= 0x20 || last == 0x2C { out.removeLast() }
  }

  /// The length of a comment or a CDATA mark at `i`, nil when there is none.
  private static func noise(_ text: [UInt8], _ i: Int) -> Int? {
    let rest = text[i...]
    for mark in ["<!--", "-->", "<![CDATA[", "]]>"] where rest.starts(with: mark.utf8) {
      return mark.utf8.count
    }
    guard text[i] == 0x2F, i + 1 < text.count else { return nil }
    if text[i + 1] == 0x2F {
      let end = rest.firstIndex { $0 == 0x0A } ?? text.count
      // `//<![CDATA[ {…` stands in one line at times: only the mark goes then.
      let line = text[i..<end].drop { $0 == 0x2F || $0 == 0x20 }
      return line.starts(with: "<![CDATA[".utf8) || line.starts(with: "]]>".utf8)
        ? line.startIndex - i : end - i
    }
    guard text[i + 1] == 0x2A else { return nil }
    var end = i + 2
    while end + 1 < text.count, !(text[end] == 0x2A && text[end + 1] == 0x2F) { end += 1 }
    return min(end + 2, text.count) - i
  }

  /// Copies the string at `i` and answers where it ends.
  private static func string(_ text: [UInt8], _ start: Int, into out: inout [UInt8]) -> Int {
    out.append(0x22)
    var i = start + 1
    while i < text.count {
      let byte = text[i]
      if byte == 0x22 {
        out.append(0x22)
        return i + 1
      }
      if byte == 0x5C, i + 1 < text.count {
        let next = text[i + 1]
        let isHexadecimal =
          next == 0x75 && i + 5 < text.count
          && text[(i + 2)...(i + 5)].allSatisfy { $0 &- 0x30 < 10 || ($0 | 0x20) &- 0x61 < 6 }
        if isHexadecimal || "\"\\/bfnrt".utf8.contains(next) {
          out.append(contentsOf: [byte, next])
          i += 2
        } else {
          i += 1
        }
        continue
      }
      if byte < 0x20 {
        out.append(contentsOf: byte == 0x0A || byte == 0x0D ? "\\n".utf8 : " ".utf8)
      } else {
        out.append(byte)
      }
      i += 1
    }
    out.append(0x22)
    return i
  }
}
