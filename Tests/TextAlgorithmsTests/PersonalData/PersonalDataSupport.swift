@testable import TextAlgorithms

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
