package import TextAlgorithms

/// Leaves out texts that repeat themselves, by Gopher's rules and limits (Rae et al. 2021, table A1).
package struct RepetitionFilter: Equatable, Sendable {
  package var maxDuplicateLines = 0.30
  package var maxDuplicateLineCharacters = 0.20
  package var maxDuplicateParagraphs = 0.30
  package var maxDuplicateParagraphCharacters = 0.20
  /// n = 2, 3, 4.
  package var maxTopNGrams = [0.20, 0.18, 0.16]
  /// n = 5 … 10.
  package var maxDuplicateNGrams = [0.15, 0.14, 0.13, 0.12, 0.11, 0.10]
  /// Texts with fewer words aren't judged: in a ticket of two lines one repeated greeting is a
  /// quarter of the text.
  package var minWords = 50

  package init() {}

  /// The verdict on a text; `counter` is working memory that calls share.
  package func judge(_ subject: FilterSubject, counter: inout RepetitionCounter) -> FilterVerdict {
    judge(subject.text.withUnsafeBufferPointer { counter.measure($0) })
  }

  func judge(_ measure: RepetitionMeasure) -> FilterVerdict {
    if measure.words < minWords { return .keep }
    let rules: [(name: String, figure: Double, limit: Double)] =
      [
        ("duplicate_lines", measure.duplicateLines, maxDuplicateLines),
        (
          "duplicate_line_characters", measure.duplicateLineCharacters,
          maxDuplicateLineCharacters
        ),
        ("duplicate_paragraphs", measure.duplicateParagraphs, maxDuplicateParagraphs),
        (
          "duplicate_paragraph_characters", measure.duplicateParagraphCharacters,
          maxDuplicateParagraphCharacters
        ),
      ]
      + zip(measure.topNGrams, maxTopNGrams).enumerated().map {
        ("top_\($0.offset + 2)_gram", $0.element.0, $0.element.1)
      }
      + zip(measure.duplicateNGrams, maxDuplicateNGrams).enumerated().map {
        ("duplicate_\($0.offset + 5)_grams", $0.element.0, $0.element.1)
      }
    for rule in rules where rule.figure > rule.limit {
      return .reject(
        reason: "repetition",
        evidence: "\(rule.name) \(Self.text(rule.figure)) over \(Self.text(rule.limit))")
    }
    return .keep
  }

  /// Three decimals, the same everywhere.
  private static func text(_ share: Double) -> String {
    let thousandths = Int((share * 1000).rounded())
    let fraction = String(thousandths % 1000)
    return "\(thousandths / 1000)." + String(repeating: "0", count: 3 - fraction.count) + fraction
  }
}
