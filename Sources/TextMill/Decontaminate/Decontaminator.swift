package import TextAlgorithms

/// Finds documents that repeat evaluation texts, by runs of words that both hold; one for each worker.
///
/// Words are compared in lower case, without what stands between them. The evidence names the evaluation
/// text's line, the place of the words in the document, and their hash: never the words.
package struct Decontaminator {
  private let index: EvaluationIndex
  private let hashers: [GramHasher]
  private let minMatches: Int

  package init(_ index: EvaluationIndex, options: DecontaminateConfiguration) {
    self.index = index
    hashers = index.grams.map { GramHasher(length: $0.length) }
    minMatches = options.minMatches
  }

  /// What proves that a document of these texts is contaminated; nil when it isn't.
  ///
  /// Linear in the texts, times the number of lengths of n-grams: six at most for 13 words.
  package func evidence(in texts: [[UInt8]]) -> String? {
    var found: Set<UInt64> = []
    var first: String?
    for (grams, hasher) in zip(index.grams, hashers) {
      for (number, text) in texts.enumerated() {
        for (position, hash) in hasher.hashes(of: text).enumerated() {
          guard let line = grams.line(of: hash), found.insert(hash).inserted else { continue }
          if first == nil {
            let place = index.place(of: line)
            let digits = SHA256.hexadecimal(withUnsafeBytes(of: hash.bigEndian, Array.init))
            first =
              "\(place.file):\(place.line), \(grams.length) words from word \(position + 1) of text "
              + "\(number + 1), n-gram \(digits)"
          }
          if found.count >= minMatches { return first }
        }
      }
    }
    return nil
  }
}
