internal import TextAlgorithms

/// Leaves out texts that are too short or too long.
///
/// Words are `\w+` runs; in scripts without spaces two letters count as one word.
package struct LengthFilter: Equatable, Sendable {
  package var minWords: Int
  package var maxWords: Int?
  /// Unicode scalars.
  package var minCharacters: Int
  package var maxCharacters: Int?

  /// Every text passes by default.
  package init(
    minWords: Int = 0, maxWords: Int? = nil, minCharacters: Int = 0, maxCharacters: Int? = nil
  ) {
    self.minWords = minWords
    self.maxWords = maxWords
    self.minCharacters = minCharacters
    self.maxCharacters = maxCharacters
  }

  /// The verdict on a text.
  package func judge(_ subject: FilterSubject) -> FilterVerdict {
    let measure = subject.text.withUnsafeBufferPointer { WordScanner.measure($0) }
    if measure.words < minWords {
      return .reject(reason: "too_short", evidence: "\(measure.words) words, \(minWords) wanted")
    }
    if measure.characters < minCharacters {
      return .reject(
        reason: "too_short", evidence: "\(measure.characters) characters, \(minCharacters) wanted")
    }
    if let maxWords, measure.words > maxWords {
      return .reject(reason: "too_long", evidence: "\(measure.words) words, \(maxWords) allowed")
    }
    if let maxCharacters, measure.characters > maxCharacters {
      return .reject(
        reason: "too_long", evidence: "\(measure.characters) characters, \(maxCharacters) allowed")
    }
    return .keep
  }
}
