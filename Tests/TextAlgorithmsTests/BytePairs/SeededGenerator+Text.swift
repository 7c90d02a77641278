extension SeededGenerator {
  /// Text of up to `length` scalars, of few kinds so that runs and edges occur often.
  mutating func text(length: Int) -> String {
    let kinds: [ClosedRange<UInt32>] = [
      0x61...0x66, 0x41...0x46, 0x20...0x20, 0x20...0x2F, 0x30...0x39, 0x09...0x0D, 0x27...0x27,
      0xA0...0x17F, 0x300...0x310, 0x3040...0x30FF, 0x4E00...0x4E20, 0x1F600...0x1F610,
      0x0...0x10FFFF,
    ]
    var text = String.UnicodeScalarView()
    for _ in 0..<Int.random(in: 0...length, using: &self) {
      let kind = kinds.randomElement(using: &self)!
      if let scalar = Unicode.Scalar(UInt32.random(in: kind, using: &self)) { text.append(scalar) }
    }
    return String(text)
  }
}
