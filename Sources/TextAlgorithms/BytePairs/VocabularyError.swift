/// What is wrong with the text of a vocabulary, and on which line.
package struct VocabularyError: Error, Equatable, Sendable {
  /// 1-based; 0 when it concerns the whole.
  package let line: Int
  package let message: String

  init(_ message: String, line: Int = 0) {
    self.line = line
    self.message = message
  }
}
