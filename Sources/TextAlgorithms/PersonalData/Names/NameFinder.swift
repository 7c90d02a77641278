/// Finds people, addresses, places and companies by a model of words, beside what rules have found.
///
/// A gate names the places where one may stand, a screen those that are worth the model, which reads them with what is
/// around them. One instance per worker. Results depend on the text, the masks and the full names found since `forget`.
/// Linear.
package final class NameFinder {
  private let gate: NameGate
  private let screen: NameScreen
  let tokenizer: NameTokenizer
  private let table = NameTable()
  private let addressWords = AddressWords()
  let tagger: NameTagger
  /// The words of full names that the record has shown so far.
  private var learned: Set<UInt64> = []
  private var storage = Storage()
  /// Whether the model is asked wherever something may stand, instead of where the screen expects people or addresses.
  private let isThorough: Bool

  /// - Parameters:
  ///   - isThorough: For finding places and companies too, which the screen doesn't know.
  ///   - model: A file of weights, for measuring; nil for the program's own.
  package init(isThorough: Bool = false, model: [UInt8]? = nil) {
    self.isThorough = isThorough
    let words = NameWords()
    tokenizer = NameTokenizer(table: table, words: words)
    gate = NameGate(table: table, words: words, isThorough: isThorough)
    screen = NameScreen(tokenizer)
    tagger = NameTagger(model: model.flatMap { NameModel($0) } ?? .own)
  }

  /// Forgets the names of the record before.
  package func forget() { if !learned.isEmpty { learned.removeAll(keepingCapacity: true) } }

  /// Memory that is used again from text to text.
  private struct Storage {
    var places: [NamePlace] = []
    var windows: [NameWindow] = []
    var tokens: [NameToken] = []
  }

  /// What the model reads at once, as tokens, with what was found there.
  struct Block {
    var tokens: [NameToken]
    var spans: [NameSpan]

    func range(_ span: NameSpan) -> Range<Int> {
      tokens[span.tokens.lowerBound].start..<tokens[span.tokens.upperBound - 1].end
    }
  }

  /// What is found beside the masks, which are sorted and don't overlap; unsorted. `cues`: where words stand that may
  /// introduce names.
  func find(_ text: PersonalText, masks: [PersonalFinding], cues: [Int]) -> [PersonalFinding] {
    var out = JoinedNames.find(text, table)
    if !cues.isEmpty { out += IntroducedNames(tokenizer: tokenizer).find(text, cues: cues) }
    var storage = Storage()
    swap(&storage, &self.storage)
    defer { swap(&storage, &self.storage) }
    let isLow = look(text, masks, cues, isThorough: isThorough, &storage)
    if storage.windows.isEmpty, learned.isEmpty { return out }
    var blocks = storage.windows.map { read(text, $0, masks, isLow: isLow) }
    for block in blocks { learn(block) }
    if !learned.isEmpty { for i in blocks.indices { relabel(&blocks[i]) } }
    let first = out.count
    for block in blocks {
      for span in block.spans {
        out.append(PersonalFinding(kind: span.kind, range: block.range(span), detector: .model))
      }
    }
    if !learned.isEmpty { addRepeated(text, masks, besides: first, &storage, &out) }
    return out
  }

  /// Finds the places and the windows of a text; returns whether it has no capitals.
  private func look(
    _ text: PersonalText, _ masks: [PersonalFinding], _ cues: [Int], isThorough: Bool,
    _ storage: inout Storage
  ) -> Bool {
    storage.places.removeAll(keepingCapacity: true)
    storage.windows.removeAll(keepingCapacity: true)
    let isLow = gate.isLow(text)
    gate.find(text, masks: masks, cues: cues, isLow: isLow, into: &storage.places)
    let screen = screen
    for place in storage.places
    where place.isSeed
      && (isThorough || screen.passes(text, place, masks, isLow: isLow, &storage.tokens))
    {
      NameWindow.add(place, text, to: &storage.windows)
    }
    return isLow
  }

  /// The windows of a text as training sees them: around all places, whatever the screen says of them.
  func unscreened(
    _ text: PersonalText, _ masks: [PersonalFinding], _ cues: [Int]
  ) -> (windows: [NameWindow], places: [NamePlace], isLow: Bool) {
    var storage = Storage()
    let isLow = look(text, masks, cues, isThorough: true, &storage)
    return (storage.windows, storage.places.filter(\.isSeed), isLow)
  }

  /// The slots of the screen's features of a place.
  func screened(
    _ text: PersonalText, _ place: NamePlace, _ masks: [PersonalFinding], isLow: Bool
  ) -> [Int] {
    var out: [Int] = []
    var tokens: [NameToken] = []
    screen.features(text, place, masks, isLow: isLow, &tokens) { out.append($0) }
    return out
  }

  func read(
    _ text: PersonalText, _ window: NameWindow, _ masks: [PersonalFinding], isLow: Bool
  ) -> Block {
    let tokens = tokens(text, window.range, masks)
    let features = NameFeatures(tokens, cuts: window.cuts(text), isLow: isLow)
    let polish = NamePolish(tokens: tokens)
    var spans: [NameSpan] = []
    for stretch in NameTagger.stretches(tokens, in: window.core, isLow: isLow) {
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

  /// A company that has the name of someone is that person.
  private func relabel(_ block: inout Block) {
    for k in block.spans.indices
    where block.spans[k].kind == .organization && block.spans[k].tokens.count == 1 {
      let token = block.tokens[block.spans[k].tokens.lowerBound]
      if Self.isTelling(token), learned.contains(token.word) { block.spans[k].kind = .person }
    }
  }

  /// Adds the words of learned names that stand outside all findings from `first` on.
  private func addRepeated(
    _ text: PersonalText, _ masks: [PersonalFinding], besides first: Int,
    _ storage: inout Storage, _ out: inout [PersonalFinding]
  ) {
    let taken = out[first...].map(\.range).sorted { $0.lowerBound < $1.lowerBound }
    var next = 0
    /// Where what is taken ends, as ranges may overlap.
    var end = 0
    for place in storage.places where place.mayRepeat {
      while next < taken.count, taken[next].lowerBound < place.end {
        end = max(end, taken[next].upperBound)
        next += 1
      }
      guard place.start >= end else { continue }
      storage.tokens.removeAll(keepingCapacity: true)
      tokenizer.tokenize(
        text, place.start..<min(text.count, place.end &+ 64), masks: masks, into: &storage.tokens)
      if let token = storage.tokens.first, Self.isTelling(token), learned.contains(token.word) {
        out.append(
          PersonalFinding(kind: .person, range: token.start..<token.end, detector: .model))
      }
    }
  }

  func tokens(
    _ text: PersonalText, _ range: Range<Int>, _ masks: [PersonalFinding]
  ) -> [NameToken] {
    var tokens: [NameToken] = []
    tokenizer.tokenize(text, range, masks: masks, into: &tokens)
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
