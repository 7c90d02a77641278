import Testing

@testable import TextAlgorithms

@Suite struct LinePlacesTests {
  @Test(arguments: [1, 2, 3, 4] as [UInt64])
  func `Line ends are found where a plain search finds them`(seed: UInt64) {
    var generator = SeededGenerator(seed: seed)
    for _ in 0..<300 {
      let rarity = Int.random(in: 1...100, using: &generator)
      let text = (0..<Int.random(in: 0...2000, using: &generator)).map { _ -> UInt8 in
        Int.random(in: 0..<rarity, using: &generator) == 0
          ? 0x0A : UInt8.random(in: 0...255, using: &generator)
      }
      let found = text.withUnsafeBufferPointer(LinePlaces.ends)
      #expect(found == text.indices.filter { text[$0] == 0x0A })
    }
  }
}
