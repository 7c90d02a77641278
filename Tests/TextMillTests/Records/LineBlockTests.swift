import Testing

@testable import TextMill

@Suite struct LineBlockTests {
  /// The lines that aren't blank with their numbers, by a split at the line ends.
  static func plainLines(_ bytes: [UInt8], firstLine: Int) -> [String] {
    var lines = bytes.split(separator: 0x0A, omittingEmptySubsequences: false).map(Array.init)
    if firstLine == 1, bytes.starts(with: [0xEF, 0xBB, 0xBF]) { lines[0].removeFirst(3) }
    return lines.enumerated().compactMap { i, line in
      let line = line.last == 0x0D ? line.dropLast() : line[...]
      if line.allSatisfy({ $0 == 0x20 || $0 == 0x09 }) { return nil }
      return "\(firstLine + i) \(Array(line))"
    }
  }

  @Test(arguments: [1, 2, 3] as [UInt64])
  func `Lines and their numbers are those of a plain split`(seed: UInt64) {
    var generator = SeededGenerator(seed: seed)
    let pieces = ["\n", "\r\n", "\r", " ", "\t", "{}", "{\"text\":\"a\"}", "\u{FEFF}", "\n\n"]
    for _ in 0..<500 {
      let bytes = (0..<Int.random(in: 0...40, using: &generator)).flatMap { _ in
        Array(pieces.randomElement(using: &generator)!.utf8)
      }
      let firstLine = Int.random(in: 1...2, using: &generator)
      let block = LineBlock(name: "a", firstLine: firstLine, bytes: bytes)
      var lines: [String] = []
      block.forEachLine { line, number in lines.append("\(number) \(Array(line))") }
      #expect(lines == Self.plainLines(bytes, firstLine: firstLine))
      let ends = bytes.count { $0 == 0x0A }
      #expect(block.lineCount == ends + (bytes.last.map { $0 != 0x0A } ?? false ? 1 : 0))
    }
  }
}
