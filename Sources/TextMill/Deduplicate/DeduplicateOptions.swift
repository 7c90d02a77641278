package import TextAlgorithms

/// What counts as a duplicate, and which of the duplicates stays.
package struct DeduplicateOptions: Equatable, Sendable {
  /// Which of two duplicates stays: the caller turns this into priorities.
  package enum Keep: String, Sendable, CaseIterable {
    case newest, longest, resolved
    case sourceOrder = "source_order"
  }

  /// Near duplicates: word shingles, banding, and verification by the true similarity.
  package struct Near: Equatable, Sendable {
    /// Jaccard similarity of the shingle sets from which a document is a duplicate: 0.1…1.
    package var similarity = 0.8
    /// Words in a shingle: 1…32.
    package var ngram = 5
    /// Bands of the sketch; bands · rows is at most 4096.
    package var bands = 14
    /// Slots in a band.
    package var rows = 8
    /// True: the similarity of the texts decides. False: the estimate of the sketches.
    package var verify = true
    package var numbers = Shingler.Numbers.keep

    package init() {}
  }

  /// Blocks that stand in many documents: shop notices, macros, signatures.
  package struct RepeatedBlocks: Equatable, Sendable {
    /// What becomes of them.
    package enum Action: String, Sendable, CaseIterable {
      /// They go from every document.
      case strip
      /// They stay in `cap` documents, those with the smallest keys.
      case cap
    }

    /// The share of a site's documents from which a block is a repeated one: 0.0001…1.
    package var minShare = 0.02
    /// The fewest documents that make a block a repeated one, however small the site.
    package var minDocuments = 10
    /// Blocks of fewer words always stay.
    package var minWords = 4
    package var action = Action.strip
    package var cap = 20

    package init() {}

    /// In how many documents a repeated block stays.
    package var keptDocuments: Int { action == .cap ? cap : 0 }
  }

  /// Texts with the same bytes are duplicates.
  package var exact = true
  /// nil: only exact duplicates.
  package var near: Near? = Near()
  package var keep = Keep.newest
  /// nil: blocks aren't counted.
  package var repeatedBlocks: RepeatedBlocks?

  package init() {}

  /// Throws a usage error that names the first value out of its range.
  package func validate() throws(TextMillError) {
    guard let near else { return }
    func check(_ holds: Bool, _ name: String, _ range: String) throws(TextMillError) {
      if !holds {
        throw TextMillError(
          .usage, "deduplicate.near.\(name) is out of range", remedy: "Give \(range).")
      }
    }
    try check(
      near.similarity >= 0.1 && near.similarity <= 1, "similarity", "a number from 0.1 to 1")
    try check((1...32).contains(near.ngram), "ngram", "a number from 1 to 32")
    try check((1...256).contains(near.bands), "bands", "a number from 1 to 256")
    try check((1...64).contains(near.rows), "rows", "a number from 1 to 64")
    try check(near.bands * near.rows <= 4096, "bands", "bands × rows of at most 4096")
  }

  /// A number that is equal for options whose sketches can be compared.
  var sketchFingerprint: UInt64 {
    guard let near else { return 1 }
    let shape = UInt64(near.ngram) << 32 | UInt64(near.bands) << 16 | UInt64(near.rows) << 8
    let reach = UInt64(BandScheme.reach(similarity: near.similarity)) << 48
    return reach | shape | UInt64(near.numbers.rawValue) << 2 | (near.similarity > 0.5 ? 2 : 0) | 1
  }
}
