/// What Salesforce writes into mails to find their case again: `[ ref:_00Dxx.…:ref ]`, `thread::…::`.
enum SalesforceReference {
  private static let marks: [(open: [UInt8], close: [UInt8])] = [
    (Array("ref:".utf8), Array(":ref".utf8)), (Array("thread::".utf8), Array("::".utf8)),
  ]
  /// Longer than any reference that is written.
  private static let limit = 160

  /// The text without such references and the brackets around them. Linear.
  static func without(_ text: String) -> String {
    let bytes = Array(text.utf8)
    guard let range = next(in: bytes, from: 0) else { return text }
    var out: [UInt8] = []
    var at = 0
    var found: Range<Int>? = range
    while let range = found {
      var start = range.lowerBound
      var end = range.upperBound
      // Brackets only in pairs.
      var open = start
      while open > at, bytes[open - 1] == 0x20 { open -= 1 }
      var close = end
      while close < bytes.count, bytes[close] == 0x20 { close += 1 }
      if open > at, bytes[open - 1] == 0x5B, close < bytes.count, bytes[close] == 0x5D {
        (start, end) = (open - 1, close + 1)
      }
      out += bytes[at..<start]
      at = end
      found = next(in: bytes, from: at)
    }
    out += bytes[at...]
    return String(decoding: out, as: UTF8.self).withoutOuterSpace
  }

  private static func next(in bytes: [UInt8], from start: Int) -> Range<Int>? {
    var i = start
    while i < bytes.count {
      if bytes[i] == 0x72 || bytes[i] == 0x74 {
        for mark in marks where bytes[i...].starts(with: mark.open) {
          if let end = end(in: bytes, from: i + mark.open.count, mark.close) { return i..<end }
        }
      }
      i += 1
    }
    return nil
  }

  /// Behind the close; nothing between may be a space, and something has to be there.
  private static func end(in bytes: [UInt8], from start: Int, _ close: [UInt8]) -> Int? {
    var i = start
    while i < min(bytes.count, start + limit), bytes[i] > 0x20 {
      if i > start + 8, bytes[i...].starts(with: close) { return i + close.count }
      i += 1
    }
    return nil
  }

  /// Whether the headers of a mail say that a machine sent it (RFC 3834).
  static func isAutomatic(_ headers: String?) -> Bool {
    guard let headers else { return false }
    return headers.utf8.split(separator: 0x0A).contains { line in
      let line = String(decoding: line, as: UTF8.self).lowercased()
      return line.hasPrefix("auto-submitted:") && !line.hasSuffix("no") && !line.hasSuffix("no\r")
        || line.hasPrefix("x-autoreply:") || line.hasPrefix("x-autorespond:")
    }
  }
}

/// Whether one text holds another, but for white space: helpdesks repeat the first mail as description.
enum SameText {
  /// True when either begins with the other. Linear.
  static func holds(_ a: String?, _ b: String?) -> Bool {
    guard let a, let b else { return false }
    let x = a.utf8.lazy.filter { $0 > 0x20 }
    let y = b.utf8.lazy.filter { $0 > 0x20 }
    var i = x.makeIterator()
    var j = y.makeIterator()
    var common = 0
    while let p = i.next() {
      guard let q = j.next() else { return common > 0 }
      if p != q { return false }
      common += 1
    }
    return common > 0
  }
}
