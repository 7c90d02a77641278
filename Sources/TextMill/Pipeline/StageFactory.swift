/// Makes the stages of a run from its configuration; each worker gets its own.
struct StageFactory: Sendable {
  let configuration: Configuration
  /// nil: nothing counts tokens.
  let tokenizer: Tokenizer?

  /// Loads what stages share: the vocabulary.
  init(_ configuration: Configuration) throws(TextMillError) {
    self.configuration = configuration
    if let options = configuration.tokenize {
      tokenizer = try Tokenizer(
        vocabulary: options.vocabulary.map { .file($0) } ?? .embedded, pattern: options.pattern)
    } else {
      tokenizer = nil
    }
  }

  /// SHA-256 of the vocabulary, which the fingerprint covers.
  var vocabularyHash: String? { tokenizer?.sha256 }

  func makePrepareStages() -> PrepareStages { PrepareStages(configuration) }

  func makePackageStages() -> PackageStages {
    PackageStages(configuration, encoder: tokenizer?.makeEncoder())
  }
}
