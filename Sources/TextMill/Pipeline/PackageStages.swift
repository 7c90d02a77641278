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
      switch example(of: item.document, examples) {
      case .success(let example):
        item.example = example
        isWritten = true
        ledger.pass(source, .converse)
        ledger.tally("converse.tokens", example.tokens)
        ledger.tally("converse.dropped_turns", example.droppedTurns)
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

  private func example(
    of document: Document, _ maker: ExampleMaker
  ) -> Result<TrainingExample, Refused> {
    guard case .conversation(let messages) = document.body else {
      return .failure(Refused(reason: "no_conversation", evidence: document.kind.rawValue))
    }
    return maker.make(title: document.title, messages: messages) { text in
      text.withUnsafeBufferPointer { encoder?.count($0) ?? 0 }
    }.mapError { Refused(reason: $0.reason, evidence: $0.evidence) }
  }
}
