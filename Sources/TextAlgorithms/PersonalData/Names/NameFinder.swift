/// Finds people, addresses, places and companies in text by a model of words, beside what rules have found.
///
/// One instance per worker. Results depend on the text, the masks and the full names found since `forget`. Linear.
package final class NameFinder {
  let gate: NameGate
  private let table = NameTable()
  private let words = NameWords()
  private let addressWords = AddressWords()
  private let tagger: NameTagger
  /// The words of full names that the record has shown so far.
  private var learned: Set<UInt64> = []

  /// - Parameter model: A file of weights, for measuring; nil for the program's own.
  package init(model: [UInt8]? = nil) {
    gate = NameGate(table: table, words: words)
    tagger = NameTagger(model: model.flatMap { NameModel($0) } ?? .own)
  }

  /// Forgets the names of the record before.
  package func forget() { learned.removeAll(keepingCapacity: true) }

  /// A block of a text as tokens, with what was found in it.
  private struct Block {
    var tokens: [NameToken]
    var spans: [NameSpan]
  }

  /// What is found beside the masks, which are sorted and don't overlap; unsorted.
  func find(_ text: PersonalText, masks: [PersonalFinding]) -> [PersonalFinding] {
    var out: [PersonalFinding] = JoinedNames.find(text, table)
    let found = gate.blocks(text)
    let blocks = found.ranges.map { read(text, $0, masks, isLow: found.isLow) }
    for block in blocks { learn(block) }
    for block in blocks {
      let spans = learned.isEmpty ? block.spans : withLearned(block)
      for span in spans {
        let range =
          block.tokens[span.tokens.lowerBound].start..<block.tokens[span.tokens.upperBound - 1].end
        out.append(PersonalFinding(kind: span.kind, range: range, detector: .model))
      }
    }
    return out
  }

  private func read(
    _ text: PersonalText, _ range: Range<Int>, _ masks: [PersonalFinding], isLow: Bool
  ) -> Block {
    let tokens = tokens(text, range, masks)
    let features = NameFeatures(tokens, isLow: isLow)
    let polish = NamePolish(tokens: tokens)
    var spans: [NameSpan] = []
    for stretch in NameTagger.stretches(tokens, isLow: isLow) {
      let labels = tagger.labels(features, stretch)
      spans += NameSpan.read(labels, from: stretch.lowerBound).compactMap(polish.polished)
    }
    let grammar = AddressGrammar(words: addressWords, text: text, tokens: tokens)
    spans = AddressMerger(grammar: grammar).merge(spans)
    spans += EnumeratedNames(tokens: tokens).more(spans)
    return Block(tokens: tokens, spans: spans)
  }

  /// Keeps the words of full names: who was named in full is the same person elsewhere.
  private func learn(_ block: Block) {
    for span in block.spans where span.kind == .person {
      let parts = span.tokens.filter { block.tokens[$0].shape.isWord }
      // A pair of words that are no one's given name is as likely a brand or an article on sale.
      guard parts.count > 1, parts.allSatisfy({ block.tokens[$0].shape.isCapital }),
        parts.contains(where: { Self.isGiven(block.tokens[$0]) })
      else { continue }
      for i in parts where Self.isTelling(block.tokens[i]) { learned.insert(block.tokens[i].word) }
    }
  }

  /// Whether the word is a usual given name, and that above all.
  private static func isGiven(_ token: NameToken) -> Bool {
    token.given > 1 && token.given >= token.common
  }

  private static func isTelling(_ token: NameToken) -> Bool {
    token.end - token.start > 3 && token.shape.isCapital && token.common < 2 && token.place == 0
      && token.classes.isDisjoint(with: [.particle, .title])
  }

  private func withLearned(_ block: Block) -> [NameSpan] {
    var spans = block.spans
    for k in spans.indices where spans[k].kind == .organization && spans[k].tokens.count == 1 {
      let token = block.tokens[spans[k].tokens.lowerBound]
      if Self.isTelling(token), learned.contains(token.word) { spans[k].kind = .person }
    }
    var taken = [Bool](repeating: false, count: block.tokens.count)
    for span in spans { for i in span.tokens { taken[i] = true } }
    var i = 0
    while i < taken.count {
      let token = block.tokens[i]
      if !taken[i], Self.isTelling(token), learned.contains(token.word) {
        spans.append(NameSpan(kind: .person, tokens: i..<(i + 1)))
      }
      i += 1
    }
    return spans
  }

  func tokens(
    _ text: PersonalText, _ block: Range<Int>, _ masks: [PersonalFinding]
  ) -> [NameToken] {
    var tokens: [NameToken] = []
    NameTokenizer(table: table, words: words).tokenize(text, block, masks: masks, into: &tokens)
    if NounCapitals.writes(tokens) {
      for i in tokens.indices where tokens[i].shape == .title { tokens[i].shape = .noun }
    }
    return tokens
  }

  /// Whether the model sees a mask in place of what rules found.
  package static func masked(_ kind: PersonalDataKind) -> Bool {
    switch kind {
    case .orderNumber, .trackingNumber, .dateOfBirth, .address, .location, .organization: false
    default: true
    }
  }
}
