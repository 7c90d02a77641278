/// How much of a text repeats other parts of it, by the measures of Gopher (Rae et al. 2021, table A1).
package struct RepetitionMeasure: Equatable, Sendable {
  /// Words as `WordScanner` finds them, units of unspaced scripts each counted as one.
  package var words = 0
  /// Lines that stand earlier in the text, as a share of the lines that aren't blank.
  package var duplicateLines = 0.0
  /// The bytes of those lines, as a share of the bytes of all lines.
  package var duplicateLineCharacters = 0.0
  /// Paragraphs (parted by blank lines) that stand earlier, as a share of all.
  package var duplicateParagraphs = 0.0
  package var duplicateParagraphCharacters = 0.0
  /// For n = 2, 3, 4: the bytes of the most frequent n-gram in all its places, as a share of the bytes of
  /// all words; 0 when none comes twice. Overlapping places count each.
  package var topNGrams = [0.0, 0.0, 0.0]
  /// For n = 5 … 10: the bytes of n-grams seen before (each word counted once), as a share of the bytes
  /// of all words.
  package var duplicateNGrams = [0.0, 0.0, 0.0, 0.0, 0.0, 0.0]
}
