package import TextAlgorithms

/// The stages of the package pass for one worker: tokens, training example, chunks.
struct PackageStages {
  private let configuration: Configuration
  private let encoder: BytePairEncoder?
  private let examples: ExampleMaker?
  private var chunker: Chunker?

  init(_ configuration: Configuration, encoder: BytePairEncoder?) {
    self.configuration = configuration
    self.encoder = encoder
    examples = configuration.converse.map { ExampleMaker($0) }
    if let options = configuration.chunk, let encoder {
      chunker = Chunker(options, encoder: encoder)
    }
  }

  /// Fills in what the writers need; a rejection for each dataset that the document can't enter.
  mutating func package(
    _ item: inout PackagedDocument, source: Int, ledger: inout Ledger
  ) -> [Rejection] {
    var rejections: [Rejection] = []
    var isWritten = configuration.write.documents != nil
    if let encoder, configuration.write.documents != nil {
      let tokens = item.text.withUnsafeBufferPointer { encoder.count($0) }
      item.tokens = tokens
      ledger.tally("tokenize.tokens", tokens)
    }
    if let examples {
      switch makeExamples(of: item.document, examples, &ledger) {
      case .success(let made):
        item.examples = made
        isWritten = true
        ledger.pass(source, .converse)
        if made.first?.number != nil { ledger.tally("converse.examples", made.count) }
        ledger.tally("converse.tokens", made.reduce(0) { $0 + $1.tokens })
        ledger.tally("converse.dropped_turns", made.reduce(0) { $0 + $1.droppedTurns })
        // The report's table of splits.
        let language = item.document.language ?? "unknown"
        ledger.tally("split.\(item.split.rawValue).\(language)", made.count)
      case .failure(let refusal):
        rejections.append(
          ledger.reject(
            item.document, .converse, source: source, reason: refusal.reason,
            evidence: refusal.evidence))
      }
    }
    if chunker != nil {
      item.chunks = chunker?.chunks(of: item.text, documentID: item.document.id) ?? []
      if item.chunks.isEmpty {
        rejections.append(
          ledger.reject(item.document, .chunk, source: source, reason: "no_text", evidence: nil))
      } else {
        isWritten = true
        ledger.pass(source, .chunk)
        ledger.tally("chunk.chunks", item.chunks.count)
        ledger.tally("chunk.tokens", item.chunks.reduce(0) { $0 + $1.tokens })
      }
    }
    ledger.tally("write.documents", isWritten ? 1 : 0)
    return rejections
  }

  private struct Refused: Error {
    var reason: String
    var evidence: String?
  }

  /// The examples of a document that some target takes.
  private func makeExamples(
    of document: Document, _ maker: ExampleMaker, _ ledger: inout Ledger
  ) -> Result<[TrainingExample], Refused> {
    guard case .conversation(let messages) = document.body else {
      return .failure(Refused(reason: "no_conversation", evidence: document.kind.rawValue))
    }
    let made = maker.make(
      title: document.title, messages: messages, metadata: document.metadata
    ) { text in
      text.withUnsafeBufferPointer { encoder?.count($0) ?? 0 }
    }
    switch made {
    case .failure(let refusal):
      return .failure(Refused(reason: refusal.reason, evidence: refusal.evidence))
    case .success(let examples):
      var refused: String?
      let targets = configuration.write.training?.targets ?? []
      let taken = examples.filter { example in
        let refusals = targets.map { TrainingRow.refusal(of: example, for: $0) }
        for (target, refusal) in zip(targets, refusals) {
          guard let refusal, targets.count > 1 || examples.count > 1 else { continue }
          ledger.tally("write.\(target.rawValue).\(refusal)")
        }
        refused = refused ?? refusals.first ?? nil
        return refusals.contains { $0 == nil }
      }
      if taken.isEmpty { return .failure(Refused(reason: refused ?? "no_target", evidence: nil)) }
      return .success(taken)
    }
  }
}
