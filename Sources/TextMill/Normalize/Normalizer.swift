internal import TextAlgorithms

/// Applies normalization steps in their configured order; one for each worker.
package struct Normalizer {
  /// How many texts went through and what each step did.
  package struct Counts: Equatable, Sendable {
    package var texts = 0
    /// Texts that came out different.
    package var changed = 0
    /// For each step, in order: the places it changed (lines for `encoding`, else characters or runs).
    package var changes: [Int]

    /// Adds another worker's counts of the same steps.
    package mutating func add(_ other: Counts) {
      texts += other.texts
      changed += other.changed
      for i in changes.indices { changes[i] += other.changes[i] }
    }
  }

  package let steps: [NormalizationStep]
  package private(set) var counts: Counts

  /// One step can make work for an earlier one (a mark goes, its neighbours compose), so the steps run
  /// until nothing changes. Each repeat shortens the text; texts outside tests need two.
  private static let roundLimit = 16

  package init(steps: [NormalizationStep] = NormalizationStep.defaults) {
    self.steps = steps
    counts = Counts(changes: [Int](repeating: 0, count: steps.count))
  }

  /// Normalizes valid UTF-8 in place and says whether anything changed. Idempotent.
  package mutating func normalize(_ text: inout [UInt8]) -> Bool {
    counts.texts += 1
    var didChange = false
    for _ in 0..<Normalizer.roundLimit {
      var round = 0
      for (i, step) in steps.enumerated() {
        let changes = Normalizer.apply(step, to: &text)
        counts.changes[i] += changes
        round += changes
      }
      if round == 0 { break }
      didChange = true
      if steps.count == 1 { break }
    }
    if didChange { counts.changed += 1 }
    return didChange
  }

  private static func apply(_ step: NormalizationStep, to text: inout [UInt8]) -> Int {
    switch step {
    case .encoding: MojibakeRepair.apply(&text)
    case .entities: CharacterReferences.apply(&text)
    case .nfc: CanonicalComposition.apply(&text)
    case .lineEnds: LineEnds.apply(&text)
    case .spaces: Spaces.apply(&text)
    case .invisible: InvisibleCharacters.apply(&text)
    }
  }
}
