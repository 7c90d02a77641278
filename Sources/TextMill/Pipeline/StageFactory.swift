package import TextAlgorithms

/// Makes the stages of a run from its configuration; each worker gets its own.
struct StageFactory: Sendable {
  let configuration: Configuration
  /// nil: nothing counts tokens.
  let tokenizer: Tokenizer?
  /// nil: nothing is held against evaluation texts.
  let evaluation: EvaluationIndex?
  /// nil: no document has to stay in test.
  let frozen: FrozenDocuments?
  /// What the targets of training data take.
  let limits: TargetLimits

  /// Loads what stages share: the vocabulary, evaluation texts, earlier test documents, limits.
  init(_ configuration: Configuration) throws {
    self.configuration = configuration
    evaluation = try configuration.decontaminate.map { try EvaluationIndex($0) }
    frozen = try configuration.split?.frozen.map { try FrozenDocuments($0) }
    limits = try TargetLimits(file: configuration.write.training?.limits)
    if let options = configuration.tokenize {
      tokenizer = try Tokenizer(
        vocabulary: options.vocabulary.map { .file($0) } ?? .embedded, pattern: options.pattern)
    } else {
      tokenizer = nil
    }
  }

  /// SHA-256 of the vocabulary, which the fingerprint covers.
  var vocabularyHash: String? { tokenizer?.sha256 }

  /// The contents of files that the configuration names, which the fingerprint covers.
  var sums: [JSONValue.Member] {
    let sums = [
      ("vocabulary_sha256", vocabularyHash), ("evaluation_sha256", evaluation?.sha256),
      ("frozen_sha256", frozen?.sha256),
    ]
    return sums.compactMap { name, sum in sum.map { .init(key: name, value: .string($0)) } }
  }

  func makePrepareStages() -> PrepareStages {
    PrepareStages(configuration, evaluation: evaluation)
  }

  func makePackageStages() -> PackageStages {
    PackageStages(configuration, encoder: tokenizer?.makeEncoder())
  }
}
