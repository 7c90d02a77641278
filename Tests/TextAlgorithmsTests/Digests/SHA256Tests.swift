import Testing

@testable import TextAlgorithms

@Suite struct SHA256Tests {
  @Test func `Published digests come out`() {
    func digits(_ text: String) -> String { SHA256.hexadecimal(SHA256.hash(Array(text.utf8))) }
    #expect(
      digits("abc") == "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad")
    #expect(digits("") == "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855")
  }

  @Test func `A message in pieces has the hash of the whole, again and again`() {
    var random = SeededGenerator(seed: 95)
    let hash = SHA256()
    for _ in 0..<50 {
      var message: [UInt8] = []
      while random.next() % 5 != 0 {
        let piece = (0..<Int.random(in: 0...90, using: &random)).map { UInt8($0) }
        hash.update(piece)
        message += piece
      }
      #expect(hash.finish() == SHA256.hash(message))
    }
  }
}
