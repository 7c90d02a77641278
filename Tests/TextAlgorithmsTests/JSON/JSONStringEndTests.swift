import Testing

@testable import TextAlgorithms

/// Strings of all lengths end where a look at each byte finds their end.
@Suite struct JSONStringEndTests {
  @Test(arguments: [1, 2, 3] as [UInt64])
  func `The scanner finds the end of a string and what can't stand in it`(seed: UInt64) {
    var generator = SeededGenerator(seed: seed)
    for _ in 0..<2000 {
      var text = (0..<Int.random(in: 0...300, using: &generator)).map { _ in
        UInt8.random(in: 0x61...0x7A, using: &generator)
      }
      if Bool.random(using: &generator), !text.isEmpty {
        text[Int.random(in: 0..<text.count, using: &generator)] =
          [0x22, 0x5C, 0x0A, 0xC3].randomElement(using: &generator)!
      }
      let behind = Int.random(in: 0...80, using: &generator)
      let line =
        Array("{\"k\":\"".utf8) + text + Array("\"".utf8)
        + [UInt8](repeating: 0x20, count: behind) + Array("}".utf8)
      let stop = text.firstIndex { $0 < 0x20 || $0 == 0x22 || $0 == 0x5C }
      line.withUnsafeBufferPointer { bytes in
        var scanner = JSONObjectScanner()
        var offset: Int?
        do throws(JSONError) { try scanner.scan(bytes) } catch { offset = error.offset }
        guard let stop else {
          let value = scanner.members.first?.value
          #expect(offset == nil)
          #expect(value == 5..<(7 + text.count))
          return
        }
        switch text[stop] {
        case 0x0A: #expect(offset == 6 + stop)
        // What follows is no comma, unless the quote stood last.
        case 0x22: #expect(offset == 7 + stop)
        default:
          let next = stop + 1 < text.count ? text[stop + 1] : 0x22
          let isEscape = Array("\"\\/bfnrt".utf8).contains(next)
          #expect(offset != nil || isEscape)
        }
      }
    }
  }
}
