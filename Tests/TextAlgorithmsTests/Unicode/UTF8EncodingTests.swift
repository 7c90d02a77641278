import Testing

@testable import TextAlgorithms

@Suite struct UTF8EncodingTests {
  static func firstInvalid(_ bytes: [UInt8]) -> Int? {
    bytes.withUnsafeBufferPointer { UTF8Encoding.firstInvalid($0) }
  }

  /// The same by the standard library: the length of the longest prefix that is valid.
  static func reference(_ bytes: [UInt8]) -> Int? {
    var decoder = UTF8()
    var iterator = bytes.makeIterator()
    var offset = 0
    while true {
      switch decoder.decode(&iterator) {
      case .scalarValue(let scalar): offset += UTF8.width(scalar)
      case .emptyInput: return nil
      case .error: return offset
      }
    }
  }

  @Test func `The first invalid byte is where the standard library sees it`() {
    var random = SeededGenerator(seed: 91)
    for _ in 0..<3_000 {
      var bytes: [UInt8] = []
      while random.next() % 6 != 0 {
        switch random.next() % 3 {
        case 0: bytes += [UInt8](repeating: 0x61, count: Int.random(in: 0...40, using: &random))
        case 1: bytes += Array("éß注文👍\u{7FF}\u{FFFF}".utf8)
        default: bytes += Array(RandomText.make(&random).utf8)
        }
      }
      #expect(Self.firstInvalid(bytes) == nil)
      guard !bytes.isEmpty else { continue }
      let place = Int.random(in: 0..<bytes.count, using: &random)
      bytes[place] = UInt8.random(in: 0x80...0xFF, using: &random)
      if random.next() % 4 == 0 { bytes.removeLast() }
      #expect(Self.firstInvalid(bytes) == Self.reference(bytes))
    }
  }

  @Test func `Repaired text is valid and counts its repairs`() {
    var random = SeededGenerator(seed: 92)
    for _ in 0..<500 {
      let bytes = (0..<40).map { _ in UInt8.random(in: 0x20...0xFF, using: &random) }
      let (text, repairs) = bytes.withUnsafeBufferPointer { UTF8Encoding.repaired($0) }
      #expect(Self.firstInvalid(text) == nil)
      #expect((repairs > 0) == (Self.firstInvalid(bytes) != nil))
    }
  }
}
