import Testing

@testable import TextAlgorithms

@Suite struct ReplyWordFilterTests {
  /// Some words of one to twelve letters, of few different letters, so that they begin alike.
  static func words(_ count: Int, _ generator: inout SeededGenerator) -> [[UInt8]] {
    (0..<count).map { _ in
      let length = Int.random(in: 1...12, using: &generator)
      return (0..<max(length, 2)).map { _ in "abcé "[Int.random(in: 0..<5, using: &generator)] }
        .joined().utf8.map { $0 }
    }.filter { $0.first! > 0x20 }
  }

  @Test(arguments: [1, 2, 3] as [UInt64])
  func `No word of the tables is denied, whatever follows`(seed: UInt64) {
    var generator = SeededGenerator(seed: seed)
    let whole = Self.words(60, &generator)
    let open = Self.words(60, &generator)
    let filter = ReplyWordFilter([(1, whole, true), (2, open, false), (4, [[0x78]], false)])
    for (table, words) in [(1, whole), (2, open), (4, [[0x78]])] as [(UInt8, [[UInt8]])] {
      for word in words {
        for _ in 0..<20 {
          let behind =
            table == 1
            ? Array([" ", ".", "\n", "\0", "“", "_"].randomElement(using: &generator)!.utf8)
              .filter { $0 != 0x5F }
            : Self.words(1, &generator).first ?? []
          let head = ReplyLinesTests.head((word + behind)[...])
          #expect(filter.tables(at: head) & table != 0, "\(word) \(behind)")
        }
      }
    }
  }

  @Test(arguments: [4, 5, 6] as [UInt64])
  func `Places with words of tables are those that a look at each place finds`(seed: UInt64) {
    var generator = SeededGenerator(seed: seed)
    let filter = ReplyTables.shared.filter
    let wanted = ReplyWordFilter.Table.cue | ReplyWordFilter.Table.title
    for _ in 0..<300 {
      let text = (0..<Int.random(in: 0...60, using: &generator)).map { _ in
        ReplyLinesTests.pieces.randomElement(using: &generator)!
          + (Bool.random(using: &generator) ? " " : "")
      }.joined()
      let low = CaseFold.fold(Array(text.utf8))
      let padded = low + [UInt8](repeating: 0, count: ReplyWordFilter.slack)
      let found = padded.withUnsafeBufferPointer {
        Array(WordPlaces(filter.hits($0.baseAddress!, count: low.count, wanted: wanted)))
      }
      var expected: [Int] = []
      var behind: ArraySlice<UInt8> = []
      for i in low.indices where low[i] & 0xC0 != 0x80 {
        let next = (i + 1..<low.count).first { low[$0] & 0xC0 != 0x80 } ?? low.count
        defer { behind = low[i..<next] }
        guard low[i] > 0x20 else { continue }
        guard behind.isEmpty || !ReplyLinesTests.isWord(behind) || low[i] >= 0xE3 else { continue }
        if filter.tables(at: ReplyLinesTests.head(padded[i...])) & wanted != 0 {
          expected.append(i)
        }
      }
      #expect(found == expected, "\(text)")
    }
  }
}

extension String {
  fileprivate subscript(i: Int) -> String { String(self[index(startIndex, offsetBy: i)]) }
}
