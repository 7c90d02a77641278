/// A generator whose numbers depend on its seed alone (SplitMix64).
struct SeededGenerator: RandomNumberGenerator {
  private var state: UInt64

  init(seed: UInt64) { state = seed }

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var z = state
    z = (z ^ z >> 30) &* 0xBF58_476D_1CE4_E5B9
    z = (z ^ z >> 27) &* 0x94D0_49BB_1331_11EB
    return z ^ z >> 31
  }

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
