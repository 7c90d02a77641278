import Testing

@testable import TextAlgorithms

@Suite struct ChunkedBodyTests {
  static func decode(_ bytes: [UInt8]) -> ChunkedBody.Decoded {
    bytes.withUnsafeBufferPointer { ChunkedBody.decode($0) }
  }

  static func chunked(_ content: [UInt8], seed: UInt64) -> [UInt8] {
    var random = SeededGenerator(seed: seed)
    var out: [UInt8] = []
    var rest = content[...]
    while !rest.isEmpty {
      let size = Int.random(in: 1...max(1, min(rest.count, 40)), using: &random)
      let hex = String(size, radix: 16, uppercase: Bool.random(using: &random))
      let note = Bool.random(using: &random) ? ";a=b" : ""
      out += Array("\(hex)\(note)\r\n".utf8) + rest.prefix(size) + [0x0D, 0x0A]
      rest = rest.dropFirst(size)
    }
    return out + Array("0\r\n\r\n".utf8)
  }

  @Test func `what was cut into chunks comes together again`() {
    var random = SeededGenerator(seed: 4)
    for seed in 0..<200 as Range<UInt64> {
      let content = (0..<Int.random(in: 0...300, using: &random)).map { _ in
        UInt8.random(in: 0...255, using: &random)
      }
      #expect(Self.decode(Self.chunked(content, seed: seed)) == .init(content: content))
    }
  }

  @Test func `a body cut anywhere gives a beginning of its content and says so`() {
    let content = Array("The quick brown fox jumps over the lazy dog".utf8)
    let body = Self.chunked(content, seed: 9)
    for end in 1..<(body.count - 5) {
      let decoded = Self.decode(Array(body[..<end]))
      #expect(decoded.isTruncated || decoded.isPlain || decoded.brokenAt != nil)
      if !decoded.isPlain { #expect(content.starts(with: decoded.content)) }
    }
  }

  @Test func `a body that isn't chunked stays, and a broken frame is told`() {
    #expect(
      Self.decode(Array("<html>".utf8)) == .init(content: Array("<html>".utf8), isPlain: true))
    let broken = Self.decode(Array("3\r\nabc\r\nzz\r\nabc".utf8))
    #expect(broken == .init(content: Array("abc".utf8), brokenAt: 8))
    #expect(Self.decode(Array("2\r\nabc\r\n0\r\n\r\n".utf8)).brokenAt == 5)
    #expect(Self.decode(Array("fffffffffffffff\r\nabc".utf8)).isTruncated)
  }
}
