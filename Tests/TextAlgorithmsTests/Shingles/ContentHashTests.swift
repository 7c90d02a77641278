import Testing

@testable import TextAlgorithms

@Suite struct ContentHashTests {
  static func hash(_ bytes: [UInt8]) -> ContentHash {
    bytes.withUnsafeBufferPointer { ContentHash(of: $0) }
  }

  @Test func `a changed, added or moved byte changes both halves`() {
    var random = SeededGenerator(seed: 5)
    for length in 0..<200 {
      let bytes = (0..<length).map { _ in UInt8.random(in: 0...255, using: &random) }
      let hash = Self.hash(bytes)
      #expect(hash == Self.hash(bytes))
      var others = [bytes + [0], [0] + bytes]
      for at in bytes.indices {
        var other = bytes
        other[at] ^= 1 << UInt8.random(in: 0...7, using: &random)
        others.append(other)
      }
      for other in others where other != bytes {
        #expect(Self.hash(other).high != hash.high)
        #expect(Self.hash(other).low != hash.low)
      }
    }
  }

  @Test func `zeros of every length differ`() {
    let hashes = (0..<2000).map { Self.hash(Array(repeating: 0, count: $0)) }
    #expect(Set(hashes).count == hashes.count)
  }

  @Test func `bits are spread evenly`() {
    var ones = [Int](repeating: 0, count: 128)
    let rounds = 4000
    for i in 0..<rounds {
      let hash = Self.hash(Array("ticket \(i)".utf8))
      for bit in 0..<64 {
        ones[bit] += Int(hash.low >> UInt64(bit) & 1)
        ones[64 + bit] += Int(hash.high >> UInt64(bit) & 1)
      }
    }
    // Six standard deviations.
    #expect(ones.allSatisfy { abs($0 - rounds / 2) < 190 })
  }
}
