/// Reads Magento's lists of attributes: `color=Red,material=Cotton, washed,size=M`.
enum MagentoAttributes {
  /// Names and values in their order. A comma parts two attributes only where a name and `=` follow it;
  /// values may also stand in quotes, and `|` parts the values of one attribute. Linear.
  static func pairs(_ text: String) -> [(name: String, value: String)] {
    let bytes = Array(text.utf8)
    var pairs: [(name: String, value: String)] = []
    var i = 0
    while let (name, start) = name(bytes, at: i) {
      var value: [UInt8] = []
      var at = start
      if at < bytes.count, bytes[at] == 0x22, let end = closingQuote(bytes, after: at) {
        value = unquoted(bytes[(at + 1)..<end])
        at = end + 1
        while at < bytes.count, bytes[at] != 0x2C { at += 1 }
      } else {
        while at < bytes.count {
          if bytes[at] == 0x2C, self.name(bytes, at: at + 1) != nil { break }
          value.append(bytes[at])
          at += 1
        }
      }
      let joined = value.split(separator: 0x7C)
        .map { String(decoding: $0, as: UTF8.self).withoutOuterBlanks }.joined(separator: ", ")
      if !joined.isEmpty { pairs.append((name, joined)) }
      i = at + 1
    }
    return pairs
  }

  /// The attribute code at `start`, at most 64 letters, digits and underscores, and where its value begins.
  private static func name(_ bytes: [UInt8], at start: Int) -> (String, Int)? {
    var i = start
    while i < bytes.count, bytes[i] == 0x20 { i += 1 }
    let first = i
    while i < bytes.count, i - first <= 64, isCode(bytes[i]) { i += 1 }
    guard i > first, i < bytes.count, bytes[i] == 0x3D else { return nil }
    return (String(decoding: bytes[first..<i], as: UTF8.self).lowercased(), i + 1)
  }

  private static func isCode(_ byte: UInt8) -> Bool {
    (0x30...0x39).contains(byte) || (0x61...0x7A).contains(byte | 0x20) || byte == 0x5F
  }

  /// The quote that ends a value: one before a comma or the end.
  private static func closingQuote(_ bytes: [UInt8], after start: Int) -> Int? {
    var i = start + 1
    while i < bytes.count {
      if bytes[i] == 0x22 {
        if i + 1 == bytes.count || bytes[i + 1] == 0x2C { return i }
        if bytes[i + 1] == 0x22 { i += 1 }
      }
      i += 1
    }
    return nil
  }

  private static func unquoted(_ bytes: ArraySlice<UInt8>) -> [UInt8] {
    var out: [UInt8] = []
    var isSecond = false
    for byte in bytes {
      if byte == 0x22, out.last == 0x22, !isSecond {
        isSecond = true
        continue
      }
      isSecond = false
      out.append(byte)
    }
    return out
  }

  /// "shoe_size" as "Shoe size".
  static func label(_ code: String) -> String {
    let words = code.split(separator: "_").joined(separator: " ")
    return words.prefix(1).uppercased() + words.dropFirst()
  }
}
