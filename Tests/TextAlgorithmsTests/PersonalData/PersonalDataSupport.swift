@testable import TextAlgorithms

/// A seeded generator: the same numbers in each run.
struct SplitMix: RandomNumberGenerator {
  private var state: UInt64

  init(seed: UInt64) { state = seed }

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var z = state
    z = (z ^ z >> 30) &* 0xBF58_476D_1CE4_E5B9
    z = (z ^ z >> 27) &* 0x94D0_49BB_1331_11EB
    return z ^ z >> 31
  }
}

/// What a scanner without a telephone library finds, as `kind:text`.
func found(
  _ text: String, kinds: [PersonalDataKind] = PersonalDataKind.allCases, known: [String] = [],
  oracle: @escaping PhoneOracle = { _, _ in false }
) -> [String] {
  let scanner = PersonalDataScanner(kinds: kinds, oracle: oracle)
  for (i, value) in known.enumerated() { scanner.add(Array(value.utf8), identity: i) }
  let bytes = Array(text.utf8)
  return bytes.withUnsafeBufferPointer { scanner.scan($0) }.map { finding in
    "\(finding.kind.name):\(String(decoding: bytes[finding.range], as: UTF8.self))"
  }
}
