internal import CLibXML2

/// Character references in text that was encoded once too often.
package enum HTMLEntities {
  /// The text with each reference as its character; what is no known reference stays. Linear.
  package static func decoded(_ text: String) -> String {
    guard text.utf8.contains(0x26) else { return text }
    let source = Array(text.utf8)
    var out: [UInt8] = []
    out.reserveCapacity(source.count)
    var i = 0
    while i < source.count {
      if source[i] == 0x26, let (scalar, length) = reference(source, i + 1) {
        UTF8Encoding.append(scalar, to: &out)
        i += length + 1
      } else {
        out.append(source[i])
        i += 1
      }
    }
    return String(decoding: out, as: UTF8.self)
  }

  /// The scalar that the reference after `&` means, and its length with the semicolon.
  private static func reference(_ text: [UInt8], _ start: Int) -> (UInt32, Int)? {
    let body = text[start...].prefix(32).prefix { $0 != 0x3B }
    guard start + body.count < text.count, text[start + body.count] == 0x3B, !body.isEmpty else {
      return nil
    }
    if body.first == 0x23 {
      let digits = String(decoding: body.dropFirst(), as: UTF8.self)
      let value =
        digits.hasPrefix("x") || digits.hasPrefix("X")
        ? UInt32(digits.dropFirst(), radix: 16) : UInt32(digits)
      guard let value, value > 0, Unicode.Scalar(value) != nil else { return nil }
      return (value, body.count + 1)
    }
    guard body.allSatisfy(PageWords.isASCIIWord) else { return nil }
    if Array(body) == Array("apos".utf8) { return (0x27, body.count + 1) }
    // SAFETY: the name is zero-terminated, the table is constant.
    let name = Array(body) + [0]
    guard let entity = htmlEntityLookup(name) else { return nil }
    return (UInt32(entity.pointee.value), body.count + 1)
  }
}
