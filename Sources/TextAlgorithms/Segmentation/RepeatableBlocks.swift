/// Finds the blocks of a Markdown text that can be boilerplate, with a hash of what each says.
///
/// Headings are none: they order what stands below them. Linear.
package enum RepeatableBlocks {
  /// A block of a text.
  package struct Block: Equatable, Sendable {
    /// Bytes, with the blank lines behind it.
    package var range: Range<Int>
    /// The end of its last line that isn't blank.
    package var contentEnd: Int
    /// Equal for equal blocks, white space apart; never 0.
    package var hash: UInt64
  }

  /// The blocks of `text`, which is valid UTF-8, in order, that hold `minWords` words or more.
  package static func scan(_ text: UnsafeBufferPointer<UInt8>, minWords: Int) -> [Block] {
    var found: [Block] = []
    var plain: [UInt8] = []
    for block in MarkdownBlocks.scan(text) {
      if case .heading = block.kind { continue }
      plain.removeAll(keepingCapacity: true)
      collapse(text[block.range.lowerBound..<block.contentEnd], into: &plain)
      let hash = plain.withUnsafeBufferPointer { plain -> UInt64? in
        let words = max(PageWords.count(plain), plain.count / bytesOfUnspacedWord)
        guard words >= minWords else { return nil }
        return max(1, ContentHash(of: plain).high)
      }
      if let hash {
        found.append(Block(range: block.range, contentEnd: block.contentEnd, hash: hash))
      }
    }
    return found
  }

  /// Appends `bytes` with each run of white space as one space.
  private static func collapse(
    _ bytes: Slice<UnsafeBufferPointer<UInt8>>, into out: inout [UInt8]
  ) {
    for byte in bytes {
      if byte > 0x20 {
        out.append(byte)
      } else if let last = out.last, last != 0x20 {
        out.append(0x20)
      }
    }
  }

  /// Scripts without blanks: four ideographs count as a word.
  private static let bytesOfUnspacedWord = 12
}
