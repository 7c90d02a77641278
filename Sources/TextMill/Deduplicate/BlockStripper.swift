package import TextAlgorithms

/// Takes repeated blocks out of texts, and remembers what each of them said.
///
/// Used by one worker, for one part file after the other.
package struct BlockStripper {
  /// A repeated block as it was first met in a part.
  package struct Sample: Sendable {
    package var site: String
    package var documents: Int
    package var text: [UInt8]
    /// The same for the same block of the same site.
    package var id: UInt64
  }

  private let blocks: RepeatedBlocks
  private let minWords: Int
  private var seen: Set<UInt64> = []
  /// What was met since the last `takeSamples`, in the order of the texts.
  private var samples: [Sample] = []
  /// How many blocks were taken out since the last `takeSamples`.
  package private(set) var stripped = 0

  package init(_ blocks: RepeatedBlocks, options: DeduplicateOptions.RepeatedBlocks) {
    self.blocks = blocks
    minWords = options.minWords
  }

  /// Takes the blocks out of one text of a document; true when something went. Linear.
  package mutating func strip(_ text: inout [UInt8], site name: String, document: UInt64) -> Bool {
    let site = BlockCounter.site(name)
    let found = text.withUnsafeBufferPointer { RepeatableBlocks.scan($0, minWords: minWords) }
    var out: [UInt8] = []
    var at = 0
    for block in found {
      guard let entry = blocks.entry(site: site, block: block.hash) else { continue }
      remember(entry, name, text[block.range.lowerBound..<block.contentEnd])
      if entry.lastKept >= document, entry.lastKept > 0 { continue }
      out += text[at..<block.range.lowerBound]
      at = block.range.upperBound
      stripped += 1
    }
    if at == 0 { return false }
    out += text[at...]
    while let last = out.last, last == 0x0A || last == 0x20 { out.removeLast() }
    text = out
    return true
  }

  /// The blocks that were met since the last call.
  package mutating func takeSamples() -> [Sample] {
    defer {
      samples = []
      seen = []
      stripped = 0
    }
    return samples
  }

  private static let longestSample = 500

  private mutating func remember(
    _ entry: RepeatedBlocks.Entry, _ site: String, _ text: ArraySlice<UInt8>
  ) {
    let id = entry.site ^ (entry.block &* 0x9E37_79B9_7F4A_7C15)
    guard seen.insert(id).inserted else { return }
    let head = Array(text.prefix(BlockStripper.longestSample))
    let whole = head.withUnsafeBufferPointer { UTF8Encoding.repaired($0).text }
    samples.append(
      Sample(site: site, documents: Int(entry.documents), text: whole, id: id))
  }
}
