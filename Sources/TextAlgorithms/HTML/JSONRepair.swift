/// Makes JSON of what pages put into scripts of linked data and of the literals of JavaScript. Linear.
///
/// Mended: comments of HTML, JavaScript and CDATA; trailing, doubled and missing commas; closing brackets too
/// many or too few; bare keys, bare words and other quotes; quotes inside strings that nothing after them
/// confirms as their end; control characters in strings; escapes that JSON doesn't know; a semicolon at
/// the end; several values in a row.
struct JSONRepair {
  private let text: [UInt8]
  private var out: [UInt8] = []
  private var open: [UInt8] = []
  private var values = 0
  /// Whether a value or key ended and nothing has parted it from what comes.
  private var isAfterValue = false
  private var i = 0

  static func repaired(_ text: [UInt8]) -> [UInt8] {
    var repair = JSONRepair(text)
    return repair.run()
  }

  private init(_ text: [UInt8]) {
    self.text = text
    out.reserveCapacity(text.count + 16)
  }

  private mutating func run() -> [UInt8] {
    while i < text.count {
      let byte = text[i]
      if let length = noise() {
        i += length
        continue
      }
      switch byte {
      case 0x22, 0x27, 0x60:
        guard !open.isEmpty else {
          i += 1
          continue
        }
        startValue()
        string(byte)
        isAfterValue = true
        continue
      case 0x7B, 0x5B:
        if open.isEmpty {
          if values > 0 { out.append(0x2C) }
          values += 1
        } else {
          startValue()
        }
        open.append(byte == 0x7B ? 0x7D : 0x5D)
        out.append(byte)
        isAfterValue = false
      case 0x7D, 0x5D: close(byte)
      case 0x2C:
        if isAfterValue { out.append(byte) }
        isAfterValue = false
      case 0x3A:
        if !open.isEmpty { out.append(byte) }
        isAfterValue = false
      case 0...0x20: if !open.isEmpty { out.append(0x20) }
      default:
        if open.isEmpty {
          i += 1
        } else {
          startValue()
          word()
          isAfterValue = true
        }
        continue
      }
      i += 1
    }
    dropComma()
    while let closing = open.popLast() { out.append(closing) }
    return values > 1 ? [0x5B] + out + [0x5D] : out
  }

  private mutating func startValue() { if isAfterValue { out.append(0x2C) } }

  /// A closing bracket that nothing opened is left out; one that skips a few levels closes them.
  private mutating func close(_ byte: UInt8) {
    guard let level = open.suffix(4).lastIndex(of: byte) else { return }
    dropComma()
    while open.count > level { out.append(open.removeLast()) }
    isAfterValue = !open.isEmpty
  }

  private mutating func dropComma() {
    while let last = out.last, last <= 0x20 || last == 0x2C { out.removeLast() }
  }

  /// The length of a comment or a CDATA mark at `i`, nil when there is none.
  private func noise() -> Int? {
    switch text[i] {
    case 0x3C: return length(of: "<!--") ?? length(of: "<![CDATA[")
    case 0x2D: return length(of: "-->")
    case 0x5D: return length(of: "]]>")
    case 0x2F where i + 1 < text.count: return comment()
    default: return nil
    }
  }

  private func length(of mark: StaticString) -> Int? {
    let count = mark.utf8CodeUnitCount
    guard i + count <= text.count else { return nil }
    for k in 0..<count where text[i + k] != mark.utf8Start[k] { return nil }
    return count
  }

  private func comment() -> Int? {
    if text[i + 1] == 0x2F {
      let end = text[i...].firstIndex { $0 == 0x0A } ?? text.count
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

  /// Copies a number or one of JSON's words, and quotes any other word.
  private mutating func word() {
    let start = i
    while i < text.count, !JSONRepair.endsWord(text[i]) { i += 1 }
    if i == start { i += 1 }
    let word = text[start..<i]
    var cursor = 0
    let isNumber = word.withUnsafeBufferPointer { bytes in
      var scan = JSONCursor(bytes)
      try? scan.skipNumber()
      cursor = scan.position
      return cursor == bytes.count
    }
    if isNumber || word.elementsEqual("true".utf8) || word.elementsEqual("false".utf8)
      || word.elementsEqual("null".utf8)
    {
      out.append(contentsOf: word)
    } else if word.elementsEqual("undefined".utf8) || word.elementsEqual("NaN".utf8) {
      out.append(contentsOf: "null".utf8)
    } else if word.elementsEqual("!0".utf8) || word.elementsEqual("!1".utf8) {
      out.append(contentsOf: word.last == 0x30 ? "true".utf8 : "false".utf8)
    } else {
      out.append(0x22)
      for byte in word where byte > 0x20 && byte != 0x5C { out.append(byte) }
      out.append(0x22)
    }
  }

  private static func endsWord(_ byte: UInt8) -> Bool {
    byte <= 0x20 || byte == 0x2C || byte == 0x3A || byte == 0x7B || byte == 0x7D || byte == 0x5B
      || byte == 0x5D || byte == 0x22 || byte == 0x27
  }

  /// Copies the string that begins at `i` and moves past it.
  private mutating func string(_ quote: UInt8) {
    out.append(0x22)
    i += 1
    while i < text.count {
      let byte = text[i]
      if byte == quote {
        if isEnd(of: quote) {
          out.append(0x22)
          i += 1
          return
        }
        if byte == 0x22 { out.append(0x5C) }
        out.append(byte)
        i += 1
      } else if byte == 0x5C, i + 1 < text.count {
        escape()
      } else {
        if byte < 0x20 {
          out.append(contentsOf: byte == 0x0A || byte == 0x0D ? "\\n".utf8 : " ".utf8)
        } else if byte == 0x22 {
          out.append(contentsOf: [0x5C, 0x22])
        } else {
          out.append(byte)
        }
        i += 1
      }
    }
    out.append(0x22)
  }

  /// Whether the quote at `i` ends its string: what follows is a mark that may follow a string, another
  /// quote, or a word on the next line.
  private func isEnd(of quote: UInt8) -> Bool {
    var next = i + 1
    while next < text.count, next < i + 256, text[next] <= 0x20 { next += 1 }
    guard next < text.count else { return true }
    switch text[next] {
    case 0x3A, 0x7D, 0x5D, 0x2F, 0x3B, 0x29: return true
    case 0x2C:
      // `5", 6" and 7"`: after a comma a key or a value comes, and no bare word but in JavaScript.
      next += 1
      while next < text.count, next < i + 256, text[next] <= 0x20 { next += 1 }
      guard next < text.count, quote == 0x22 else { return true }
      let byte = text[next]
      if byte == 0x22 || byte == 0x27 || byte == 0x2F || byte == 0x2C || byte == 0x7D
        || byte == 0x5D
      {
        return true
      }
      if (byte | 0x20) &- 0x61 < 26 { return isKeyOrWord(next) }
      return open.last == 0x5D
        && (byte == 0x7B || byte == 0x5B || byte == 0x2D || byte &- 0x30 < 10)
    case 0x22: return next > i + 1
    default: return false
    }
  }

  /// Whether a word of JSON or a bare key stands at `start`.
  private func isKeyOrWord(_ start: Int) -> Bool {
    var end = start
    while end < text.count, end < start + 64,
      text[end] == 0x5F || text[end] == 0x24 || text[end] &- 0x30 < 10
        || (text[end] | 0x20) &- 0x61 < 26
    {
      end += 1
    }
    let word = text[start..<end]
    if word.elementsEqual("true".utf8) || word.elementsEqual("false".utf8)
      || word.elementsEqual("null".utf8)
    {
      return true
    }
    return end < text.count && text[end] == 0x3A
  }

  private mutating func escape() {
    let next = text[i + 1]
    let isHexadecimal =
      next == 0x75 && i + 5 < text.count
      && text[(i + 2)...(i + 5)].allSatisfy { $0 &- 0x30 < 10 || ($0 | 0x20) &- 0x61 < 6 }
    if next == 0x78, i + 3 < text.count,
      text[(i + 2)...(i + 3)].allSatisfy({ $0 &- 0x30 < 10 || ($0 | 0x20) &- 0x61 < 6 })
    {
      out.append(contentsOf: "\\u00".utf8)
      out.append(contentsOf: text[(i + 2)...(i + 3)])
      i += 4
    } else if isHexadecimal || "\"\\/bfnrt".utf8.contains(next) {
      out.append(contentsOf: [0x5C, next])
      i += 2
    } else {
      i += 1
    }
  }
}
