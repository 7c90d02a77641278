extension StringProtocol {
  /// Whether the bytes of a text occur in this one, as they are.
  ///
  /// At most the product of the lengths: for short needles.
  func holds(_ needle: String) -> Bool { offset(of: needle) != nil }

  /// Where the bytes of a text first occur in this one, in bytes.
  func offset(of needle: String) -> Int? {
    var text = String(self)
    var needle = needle
    return text.withUTF8 { text in
      needle.withUTF8 { needle in
        guard let first = needle.first, text.count >= needle.count else { return nil }
        for start in 0...(text.count - needle.count) where text[start] == first {
          var k = 1
          while k < needle.count, text[start + k] == needle[k] { k += 1 }
          if k == needle.count { return start }
        }
        return nil
      }
    }
  }

  /// Where a short text first occurs.
  func place(of needle: String) -> Range<String.Index>? {
    guard let offset = offset(of: needle) else { return nil }
    let start = utf8.index(utf8.startIndex, offsetBy: offset)
    return start..<utf8.index(start, offsetBy: needle.utf8.count)
  }
}

extension [UInt8] {
  /// The text with single blanks between its words and none at the ends.
  var collapsedWords: String {
    if contains(where: { $0 >= 0x80 }) {
      return String(decoding: self, as: UTF8.self).split(whereSeparator: \.isWhitespace)
        .joined(separator: " ")
    }
    var out: [UInt8] = []
    out.reserveCapacity(count)
    var isPending = false
    for byte in self {
      if byte == 0x20 || byte &- 0x09 < 5 {
        isPending = !out.isEmpty
        continue
      }
      if isPending { out.append(0x20) }
      isPending = false
      out.append(byte)
    }
    return String(decoding: out, as: UTF8.self)
  }
}

extension String {
  /// Without white space at both ends.
  var trimmed: String {
    // Most texts have none there.
    if let first = utf8.first, let last = utf8.last, first &- 0x21 < 0x5E, last &- 0x21 < 0x5E {
      return self
    }
    var part = self[...]
    while part.first?.isWhitespace == true { part.removeFirst() }
    while part.last?.isWhitespace == true { part.removeLast() }
    return String(part)
  }
}
