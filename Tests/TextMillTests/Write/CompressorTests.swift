import Testing
import TextAlgorithms

@testable import TextMill

@Suite struct CompressorTests {
  /// Lines of several lengths, more than two gzip members of them.
  static let lines: [[UInt8]] = {
    var random = SeededGenerator(seed: 51)
    return (0..<20_000).map { number in
      Array("{\"n\":\(number),\"r\":\"\(random.next())\"}".utf8)
        + [UInt8](repeating: 0x20, count: Int.random(in: 0...200, using: &random))
    }
  }()

  static func compress(
    _ content: [UInt8], _ compression: WriteConfiguration.Compression, blocks: [Int]
  ) -> [UInt8] {
    let compressor = Compressor(compression)
    var out: [UInt8] = []
    var start = 0
    var turn = 0
    while start < content.count {
      let end = min(content.count, start + blocks[turn % blocks.count])
      compressor.compress(Array(content[start..<end]), into: &out)
      start = end
      turn += 1
    }
    compressor.finish(into: &out)
    return out
  }

  @Test(arguments: WriteConfiguration.Compression.allCases)
  func `Bytes don't depend on the blocks and give the content back`(
    compression: WriteConfiguration.Compression
  ) throws {
    let content = Array(Self.lines.joined(separator: [0x0A])) + [0x0A]
    #expect(content.count > 2 * Compressor.memberSize)
    let whole = Self.compress(content, compression, blocks: [content.count])
    for blocks in [[4_099], [1 << 20], [1, 70_001, 300_000], [(1 << 20) + 1, 0, 5_000]] {
      #expect(Self.compress(content, compression, blocks: blocks) == whole)
    }
    let folder = try ScratchFolder()
    let path = folder.file("rows.jsonl" + Compressor.suffix(compression))
    try AtomicFile.write(whole, to: path)
    var index = 0
    try DatasetReader.forEachLine(path) { line in
      #expect(index < Self.lines.count && line.elementsEqual(Self.lines[index]))
      index += 1
    }
    #expect(index == Self.lines.count)
  }

  @Test(arguments: WriteConfiguration.Compression.allCases)
  func `Nothing is a file without lines`(compression: WriteConfiguration.Compression) throws {
    let folder = try ScratchFolder()
    let path = folder.file("rows.jsonl" + Compressor.suffix(compression))
    try AtomicFile.write(Self.compress([], compression, blocks: [1]), to: path)
    try DatasetReader.forEachLine(path) { _ in Issue.record("a line out of nothing") }
  }
}
