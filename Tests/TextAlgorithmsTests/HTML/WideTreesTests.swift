import CTables
import Testing

@testable import TextAlgorithms

@Suite struct WideTreesTests {
  static let plain = DecisionTrees(tm_page_model()!, size: tm_page_model_size())

  /// The sum of the leaves that a walk from node to node reaches.
  static func walk(_ trees: Range<Int>, _ row: ArraySlice<Float>) -> Float {
    trees.reduce(0) { sum, tree in
      let nodes = plain.nodes(of: tree)
      var node = 0
      while nodes[node].right != 0 {
        let isLeft = row[row.startIndex + Int(nodes[node].column)] <= nodes[node].value
        node += isLeft ? 1 : Int(nodes[node].right)
      }
      return sum + nodes[node].value
    }
  }

  @Test(arguments: [1, 2, 15, 16, 17, 40])
  func `rows side by side reach the leaves of a walk, in any order and number`(count: Int) {
    var random = SeededGenerator(seed: UInt64(count))
    let wide = WideTrees(Self.plain)
    let width = PageFeatures.width
    let odd: [Float] = [.nan, .infinity, -.infinity, 0, -0.0, .greatestFiniteMagnitude]
    let rows = (0..<count * width).map { _ in
      Int.random(in: 0..<20, using: &random) == 0
        ? odd.randomElement(using: &random)! : Float.random(in: -1...8, using: &random)
    }
    for trees in [0..<1, 0..<wide.count, 7..<93, 5..<5] {
      let open = (0..<count).filter { _ in Bool.random(using: &random) }.shuffled(using: &random)
      var sums = [Float](repeating: 0.5, count: count)
      wide.add(trees, rows, width: width, open: open, to: &sums)
      for row in 0..<count {
        let walked = Self.walk(trees, rows[row * width..<(row + 1) * width])
        #expect(sums[row] == (open.contains(row) ? 0.5 + walked : 0.5))
      }
    }
  }

  @Test func `collapsing leaves the same text as one byte after the other`() {
    var random = SeededGenerator(seed: 3)
    let pieces: [[UInt8]] = [
      [0x20], [0x20, 0x20], [0x0A], [0x7F], [0xC2, 0xA0], [0xC2, 0xA3], [0xC2], Array("word".utf8),
      Array("größe".utf8), Array(repeating: 0x61, count: 61), [0x00],
    ]
    for _ in 0..<2000 {
      let text = (0..<Int.random(in: 0...12, using: &random)).flatMap { _ in
        pieces.randomElement(using: &random)!
      }
      let from = Int.random(in: 0...text.count, using: &random)
      var out: [UInt8] = []
      out.appendCollapsed(text, from..<text.count)
      var expected: [UInt8] = []
      var i = from
      while i < text.count {
        let isWide = text[i] == 0xC2 && i + 1 < text.count && text[i + 1] == 0xA0
        if text[i] <= 0x20 || text[i] == 0x7F || isWide {
          if let last = expected.last, last != 0x20 { expected.append(0x20) }
        } else {
          expected.append(text[i])
        }
        i += isWide ? 2 : 1
      }
      #expect(out == expected)
    }
  }
}
