/// The rule that cuts text into pieces before byte pairs merge.
package enum SplitPattern: String, CaseIterable, Sendable {
  /// Of cl100k_base.
  case cl100k
  /// Of o200k_base; the default for vocabularies that aren't known.
  case o200k
  /// Of gpt2, r50k_base and p50k_base.
  case gpt2

  /// The pattern of a published vocabulary, known by its name or its number of tokens; else nil.
  package static func known(name: String, tokenCount: Int) -> SplitPattern? {
    switch name {
    case "cl100k_base", "cl100k": return .cl100k
    case "o200k_base", "o200k": return .o200k
    case "gpt2", "r50k_base", "p50k_base", "p50k_edit", "p50k", "r50k": return .gpt2
    default: break
    }
    switch tokenCount {
    case 100_256: return .cl100k
    case 199_998: return .o200k
    case 50_256, 50_280: return .gpt2
    default: return nil
    }
  }

  /// Calls `body` with each piece of `text`, in order. Linear.
  package func forEachPiece(
    _ text: UnsafeBufferPointer<UInt8>, _ body: (UnsafeBufferPointer<UInt8>) -> Void
  ) {
    switch self {
    case .cl100k: SplitPattern.pieces(CL100KSplitter.self, text, body)
    case .o200k: SplitPattern.pieces(O200KSplitter.self, text, body)
    case .gpt2: SplitPattern.pieces(GPT2Splitter.self, text, body)
    }
  }

  @inline(__always)
  private static func pieces<Splitter: PieceSplitter>(
    _ splitter: Splitter.Type, _ text: UnsafeBufferPointer<UInt8>,
    _ body: (UnsafeBufferPointer<UInt8>) -> Void
  ) {
    guard let base = text.baseAddress else { return }
    let classes = CharacterClasses()
    var start = 0
    while start < text.count {
      let end = splitter.pieceEnd(classes, base, from: start, to: text.count)
      body(UnsafeBufferPointer(start: base + start, count: end &- start))
      start = end
    }
  }
}
