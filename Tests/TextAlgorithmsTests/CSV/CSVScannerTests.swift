import Testing

@testable import TextAlgorithms

@Suite struct CSVScannerTests {
  /// A generator with a seed, so that a failure comes again.
  struct Seeded: RandomNumberGenerator {
    var state: UInt64
    mutating func next() -> UInt64 {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      let mixed = (state ^ state >> 30) &* 0xBF58_476D_1CE4_E5B9
      return mixed ^ mixed >> 27
    }
  }

  enum Item: Equatable {
    case row([String])
    case defect(CSVScanner.Defect)
  }

  /// All rows, with the bytes handed over in growing pieces of `step`.
  static func scan(_ text: [UInt8], delimiter: UInt8 = 0x2C, step: Int, limit: Int = 1 << 20)
    -> [Item]
  {
    var scanner = CSVScanner(delimiter: delimiter, quoteLimit: limit)
    var items: [Item] = []
    var start = 0
    var end = min(step, text.count)
    while start < text.count {
      let outcome = text[start..<end].withUnsafeBufferPointer {
        scanner.scanRow($0, from: 0, isFinal: end == text.count)
      }
      switch outcome {
      case .more: end = min(end + step, text.count)
      case .defect(let defect, _, let next):
        items.append(.defect(defect))
        start += next
        while text[start - 1] != 0x0A, start < text.count { start += 1 }
      case .row(let next):
        items.append(
          text[start..<end].withUnsafeBufferPointer { bytes in
            .row(
              scanner.cells.map {
                var out: [UInt8] = []
                CSVScanner.appendText(of: $0, in: bytes, to: &out)
                return String(decoding: out, as: UTF8.self)
              })
          })
        start += next
      }
      end = max(end, start)
      if end == start { end = min(end + step, text.count) }
    }
    return items
  }

  @Test(arguments: [UInt64(1), 2, 3, 4, 5, 6, 7, 8])
  func `what is written by the rules is read back, in pieces of any size`(seed: UInt64) {
    var random = Seeded(state: seed)
    let alphabet: [String] = ["a", "b", "\"", ",", "\n", "\r\n", "ü", " ", ";", ""]
    let delimiter: UInt8 = seed % 2 == 0 ? 0x2C : 0x3B
    var text = ""
    var expected: [Item] = []
    for _ in 0..<60 {
      let row = (0..<Int.random(in: 2...5, using: &random)).map { _ in
        (0..<Int.random(in: 0...6, using: &random)).map { _ in
          alphabet.randomElement(using: &random)!
        }.joined()
      }
      expected.append(.row(row))
      let cells = row.map { cell in
        // "\r\n" is one Character: what decides is bytes.
        let isPlain = cell.utf8.allSatisfy { ![0x22, 0x2C, 0x3B, 0x0A, 0x0D].contains($0) }
        if isPlain, Bool.random(using: &random) { return cell }
        return "\"" + cell.unicodeScalars.map { $0 == "\"" ? "\"\"" : String($0) }.joined() + "\""
      }
      text += cells.joined(separator: delimiter == 0x2C ? "," : ";")
      text += Bool.random(using: &random) ? "\r\n" : "\n"
    }
    for step in [1, 2, 3, 7, 64, 100_000] {
      #expect(Self.scan(Array(text.utf8), delimiter: delimiter, step: step) == expected)
    }
  }

  @Test func `an open quote costs its line and no more`() {
    let text = Array("a,b\n\"c,d\ne,f\ng,h\n".utf8)
    for step in [1, 4, 1_000] {
      #expect(
        Self.scan(text, step: step) == [
          .row(["a", "b"]), .defect(.unterminatedQuote), .row(["e", "f"]), .row(["g", "h"]),
        ])
    }
  }

  @Test func `a quoted cell over the limit is given up before the end of the text`() {
    let text = Array(("\"x\n" + String(repeating: "a,b\n", count: 100)).utf8)
    let items = Self.scan(text, step: 16, limit: 40)
    #expect(items.first == .defect(.unterminatedQuote))
    #expect(items.count == 101)
  }

  @Test func `text after a closing quote costs the line`() {
    let text = Array("\"a\"b,c\nd,e\n".utf8)
    #expect(Self.scan(text, step: 3) == [.defect(.textAfterQuote), .row(["d", "e"])])
  }

  @Test func `a quote inside a plain cell is text`() {
    #expect(Self.scan(Array("5\" pipe,x".utf8), step: 2) == [.row(["5\" pipe", "x"])])
  }

  @Test(arguments: [
    ("a;b,c;d", UInt8(0x3B)), ("a\tb\tc", 0x09), ("a|b", 0x7C), ("\"x;y;z\",b", 0x2C), ("a", 0x2C),
  ])
  func `the delimiter is found in the header`(text: String, expected: UInt8) {
    let found = Array(text.utf8).withUnsafeBufferPointer { CSVDelimiter.detect($0) }
    #expect(found == expected)
  }
}
