/// Walks over the lines of a block of fields (`Name: value`) up to its blank line.
package struct FieldLines {
  private let bytes: UnsafeBufferPointer<UInt8>
  /// Where the next line begins; behind the blank line once that was seen.
  package private(set) var position = 0

  package init(_ bytes: UnsafeBufferPointer<UInt8>) { self.bytes = bytes }

  /// The next line without its end; nil at the blank line, which is passed, or at the end.
  package mutating func next() -> Range<Int>? {
    guard position < bytes.count else { return nil }
    let start = position
    var end = start
    while end < bytes.count, bytes[end] != 0x0A { end &+= 1 }
    position = min(end + 1, bytes.count)
    if end > start, bytes[end - 1] == 0x0D { end -= 1 }
    return end == start ? nil : start..<end
  }

  /// The fields up to the blank line: names in lower case, values without outer space, folded lines
  /// joined. Lines without a colon are passed over.
  package mutating func fields() -> [(name: String, value: String)] {
    var fields: [(name: String, value: String)] = []
    while let line = next() {
      let text = bytes[line]
      if text.first == 0x20 || text.first == 0x09 {
        if !fields.isEmpty { fields[fields.count - 1].value += " " + FieldLines.text(text) }
        continue
      }
      guard let colon = text.firstIndex(of: 0x3A), colon > text.startIndex else { continue }
      fields.append(
        (FieldLines.text(text[..<colon]).lowercased(), FieldLines.text(text[(colon + 1)...])))
    }
    return fields
  }

  /// As UTF-8, or each byte a scalar where it is none.
  private static func text(_ bytes: Slice<UnsafeBufferPointer<UInt8>>) -> String {
    var cut = bytes.drop { $0 == 0x20 || $0 == 0x09 }
    while let last = cut.last, last == 0x20 || last == 0x09 { cut = cut.dropLast() }
    let whole = UnsafeBufferPointer(rebasing: cut)
    if UTF8Encoding.firstInvalid(whole) == nil { return String(decoding: whole, as: UTF8.self) }
    return String(String.UnicodeScalarView(whole.map { Unicode.Scalar($0) }))
  }
}
