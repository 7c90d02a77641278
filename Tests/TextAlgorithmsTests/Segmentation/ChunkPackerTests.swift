import Testing

@testable import TextAlgorithms

@Suite struct ChunkPackerTests {
  let encoder = BytePairEncoder(BytePairEncoderTests.vocabulary, pattern: .o200k)

  func pack(_ text: [UInt8], limit: Int, overlap: Int = 0) -> [ChunkPacker.Piece] {
    let packer = ChunkPacker(limit: limit, overlap: overlap, encoder: encoder)
    return text.withUnsafeBufferPointer { packer.pack($0).pieces }
  }

  static func isSpace(_ byte: UInt8) -> Bool { [0x20, 0x09, 0x0A, 0x0D].contains(byte) }

  @Test(arguments: [8, 16, 40, 200])
  func `Chunks keep to the limit, in order, and cover all that isn't white space`(limit: Int) {
    var random = SeededGenerator(seed: UInt64(limit))
    for _ in 0..<60 {
      let text = Array(RandomMarkdown.make(&random).utf8)
      var end = 0
      for piece in pack(text, limit: limit) {
        #expect(piece.tokens <= limit)
        let whole = (piece.prefix.map { Array(text[$0]) } ?? []) + Array(text[piece.range])
        #expect(piece.tokens == encoder.encode(whole).count)
        #expect(piece.range.lowerBound >= end)
        #expect(text[end..<max(end, piece.range.lowerBound)].allSatisfy(Self.isSpace))
        end = piece.range.upperBound
      }
      #expect(text[end...].allSatisfy(Self.isSpace))
    }
  }

  @Test(arguments: [4, 10])
  func `An overlap repeats at most so many tokens and leaves nothing out`(overlap: Int) {
    var random = SeededGenerator(seed: 40)
    for _ in 0..<60 {
      let text = Array(RandomMarkdown.make(&random).utf8)
      var end = 0
      for piece in pack(text, limit: 30, overlap: overlap) {
        #expect(piece.tokens <= 30)
        if piece.range.lowerBound < end {
          let repeated = Array(text[piece.range.lowerBound..<end])
          #expect(encoder.encode(repeated).count <= overlap + 1)
        } else {
          #expect(text[end..<piece.range.lowerBound].allSatisfy(Self.isSpace))
        }
        #expect(piece.range.upperBound > end)
        end = max(end, piece.range.upperBound)
      }
      #expect(text[end...].allSatisfy(Self.isSpace))
    }
  }

  @Test func `A text within the limit is one chunk`() {
    let text = Array("# Title\n\nA sentence. Another one.\n\n- an item\n".utf8)
    #expect(pack(text, limit: 200).map(\.range) == [0..<(text.count - 1)])
  }

  @Test func `Rows of a cut table carry its header`() {
    let header = "| size | price |\n| --- | --- |\n"
    let rows = (0..<40).map { "| \($0) | \($0 * 7) |\n" }.joined()
    let text = Array((header + rows).utf8)
    let pieces = pack(text, limit: 60)
    #expect(pieces.count > 2 && pieces[0].prefix == nil)
    for piece in pieces.dropFirst() { #expect(piece.prefix == 0..<header.utf8.count) }
  }

  @Test func `Long lines without a boundary end`() {
    for text in ["a", "\u{301}", "漢", "#", "|"] {
      let bytes = Array(String(repeating: text, count: 5_000).utf8)
      let pieces = pack(bytes, limit: 64)
      #expect(pieces.allSatisfy { $0.tokens <= 64 } && !pieces.isEmpty)
    }
  }
}
