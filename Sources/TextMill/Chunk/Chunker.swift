package import TextAlgorithms

/// Makes retrieval chunks of a document's text; one a worker.
package struct Chunker {
  private let options: ChunkConfiguration
  private let encoder: BytePairEncoder
  private let packer: ChunkPacker

  package init(_ options: ChunkConfiguration, encoder: BytePairEncoder) {
    self.options = options
    self.encoder = encoder
    packer = ChunkPacker(limit: options.maxTokens, overlap: options.overlap, encoder: encoder)
  }

  /// The chunks in their order; together they cover the text. None for an empty text.
  package func chunks(of text: [UInt8], documentID: String) -> [Chunk] {
    var identities = ChunkIdentities(documentID: documentID)
    return text.withUnsafeBufferPointer { buffer in
      let (pieces, blocks) = packer.pack(buffer) { headings, blocks in
        guard options.headings == .prefix, !headings.isEmpty else { return 0 }
        let path = headings.map { HeadingText.title(of: blocks[$0], in: buffer) }
        return encoder.count(HeadingText.prefix(path))
      }
      var scalars = ScalarCounter(buffer)
      return pieces.map { piece in
        let above = piece.above.map { HeadingText.title(of: blocks[$0], in: buffer) }
        let path = above + piece.opened.map { HeadingText.title(of: blocks[$0], in: buffer) }
        var content: [UInt8] = []
        if options.headings == .prefix, !above.isEmpty { content += HeadingText.prefix(above) }
        if let prefix = piece.prefix { content.append(contentsOf: buffer[prefix]) }
        content.append(contentsOf: buffer[piece.range])
        return Chunk(
          id: identities.next(headings: path, content: content),
          start: scalars.count(to: piece.range.lowerBound),
          end: scalars.count(to: piece.range.upperBound), text: content,
          tokens: encoder.count(content), headings: path)
      }
    }
  }
}

extension BytePairEncoder {
  func count(_ text: [UInt8]) -> Int { text.withUnsafeBufferPointer { count($0) } }
}
