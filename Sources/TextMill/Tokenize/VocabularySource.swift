/// Where a tokenizer's vocabulary comes from.
package enum VocabularySource: Equatable, Sendable {
  /// The vocabulary that is part of the binary.
  case embedded
  /// A `.tiktoken` file.
  case file(String)
}
