internal import TextAlgorithms

/// The hashes of a text's n-grams of words; one for each worker.
final class GramHasher {
  private var shingler: Shingler

  init(length: Int) { shingler = Shingler(length: length, numbers: .keep) }

  /// In order, repeats included; of a text with fewer words one hash. Valid until the next call.
  func hashes(of text: [UInt8]) -> UnsafeBufferPointer<UInt64> {
    text.withUnsafeBufferPointer { shingler.shingles(of: $0) }
  }
}
