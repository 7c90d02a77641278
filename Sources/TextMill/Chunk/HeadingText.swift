internal import TextAlgorithms

/// Headings as text.
enum HeadingText {
  /// The title of a heading block, without its marks.
  static func title(of block: MarkdownBlock, in text: UnsafeBufferPointer<UInt8>) -> String {
    var bytes = text[block.range.lowerBound..<block.contentEnd].drop { $0 == 0x20 }
    bytes = bytes.drop { $0 == 0x23 }.drop { $0 == 0x20 || $0 == 0x09 }
    func trimEnd() {
      while let last = bytes.last, last == 0x20 || last == 0x09 { bytes = bytes.dropLast() }
    }
    trimEnd()
    let closing = bytes.reversed().prefix { $0 == 0x23 }.count
    let before = bytes.dropLast(closing).last
    if closing > 0, before == nil || before == 0x20 || before == 0x09 {
      bytes = bytes.dropLast(closing)
      trimEnd()
    }
    return String(decoding: bytes, as: UTF8.self)
  }

  /// The path as it stands before a chunk: "Returns > How long".
  static func prefix(_ path: [String]) -> [UInt8] {
    Array(path.joined(separator: " > ").utf8) + [0x0A, 0x0A]
  }
}
