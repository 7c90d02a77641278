package import TextAlgorithms

/// Gives the texts of prepared documents back to the duplicate finder, reading each segment once.
struct PartTexts: TextSource {
  let parts: [PartFileReader]

  func texts(
    part: Int, ordinals: [Int],
    _ body: (_ ordinal: Int, _ text: UnsafeBufferPointer<UInt8>) throws -> Void
  ) throws {
    let file = parts[part]
    var next = 0
    var first = 0
    for shard in file.segments.indices {
      let count = file.segments[shard].count
      defer { first += count }
      guard next < ordinals.count else { return }
      guard ordinals[next] < first + count else { continue }
      let segment = try file.segment(shard)
      var ordinal = first
      try segment.withUnsafeBufferPointer { segment in
        try PartFileReader.forEachRecord(in: segment) { _, bytes in
          defer { ordinal += 1 }
          guard next < ordinals.count, ordinals[next] == ordinal else { return }
          next += 1
          var decoder = DocumentDecoder(bytes)
          try decoder.document().comparedText.withUnsafeBufferPointer { try body(ordinal, $0) }
        }
      }
    }
  }
}
