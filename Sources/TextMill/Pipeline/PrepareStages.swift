package import TextAlgorithms

/// The stages of the prepare pass for one worker, in the order of the data.
///
/// A stage is a pure function of the document; what it leaves out is a rejection, and every document is
/// in the books of every stage that it reached.
struct PrepareStages {
  private let configuration: Configuration
  private var extractor: DocumentExtractor
  private var trimmer: ReplyTrimmer?
  private var normalizer: Normalizer?
  private let redactor: Redactor?
  private var filters: FilterChain?
  private let decontaminator: Decontaminator?
  private var tallies: [String: Int] = [:]

  init(_ configuration: Configuration, evaluation: EvaluationIndex?) {
    self.configuration = configuration
    var pages = PageExtractor.Options()
    pages.parser = configuration.sources.first?.parser ?? pages.parser
    extractor = DocumentExtractor(
      keepsInternalNotes: configuration.sources.first?.internalNotes == .keep, pages: pages)
    trimmer = configuration.trimReply.map { ReplyTrimmer(options: $0.trimmer) }
    normalizer = configuration.normalize.map { Normalizer(steps: $0) }
    redactor = configuration.redact.map { Redactor($0.options) }
    filters = configuration.filter.map { FilterChain(rules: $0) }
    decontaminator = configuration.decontaminate.flatMap { options in
      evaluation.map { Decontaminator($0, options: options) }
    }
  }

  /// Runs a document through all stages; a rejection when one of them leaves it out.
  mutating func prepare(
    _ document: inout Document, source: Int, ledger: inout Ledger
  ) -> Rejection? {
    if let refusal = extractor.extract(&document) {
      return ledger.reject(
        document, .extract, source: source, reason: refusal.rawValue, evidence: nil)
    }
    ledger.pass(source, .extract)
    if trimmer != nil {
      trimReplies(&document)
      ledger.pass(source, .trimReply)
    }
    if normalizer != nil {
      eachText(&document) { text in _ = normalizer?.normalize(&text) }
      ledger.pass(source, .normalize)
    }
    if let redactor {
      redactor.begin(identities(of: document))
      eachText(&document) { text in _ = redactor.redact(&text) }
      for i in document.metadata.indices {
        document.metadata[i].value = document.metadata[i].value.mapStrings { value in
          var bytes = Array(value.utf8)
          return redactor.redact(&bytes).isEmpty ? value : String(decoding: bytes, as: UTF8.self)
        }
      }
      ledger.pass(source, .redact)
    }
    if filters != nil {
      if let refusal = judge(&document) {
        return ledger.reject(
          document, .filter, source: source, reason: refusal.reason, evidence: refusal.evidence)
      }
      ledger.pass(source, .filter)
    }
    if let decontaminator {
      let title = document.title.map { [Array($0.utf8)] } ?? []
      if let evidence = decontaminator.evidence(in: document.texts + title) {
        return ledger.reject(
          document, .decontaminate, source: source, reason: "contaminated", evidence: evidence)
      }
      ledger.pass(source, .decontaminate)
    }
    return nil
  }

  /// A reason and what proves it.
  private typealias Refusal = (reason: String, evidence: String?)

  // MARK: trim_reply

  private mutating func trimReplies(_ document: inout Document) {
    guard case .conversation(var messages) = document.body else { return }
    for i in messages.indices {
      guard let result = trimmer?.trim(messages[i].text), !result.removed.isEmpty else { continue }
      messages[i].text = result.text
      for span in result.removed { tally("trim_reply.\(span.kind.rawValue)", 1) }
    }
    document.body = .conversation(messages)
  }

  // MARK: normalize, redact

  /// Whom the document itself names: in its fields, and as the authors of its messages.
  private func identities(of document: Document) -> Identities {
    guard configuration.redact?.knownIdentities == true else { return Identities() }
    var known = document.identities
    guard case .conversation(let messages) = document.body else { return known }
    for message in messages {
      guard let author = message.author, !author.isEmpty else { continue }
      switch message.role {
      case .customer where !known.customer.contains(author): known.customer.append(author)
      case .agent where !known.agent.contains(author): known.agent.append(author)
      default: break
      }
    }
    return known
  }

  /// Applies a change to the title and to every text of a document.
  private func eachText(_ document: inout Document, _ change: (inout [UInt8]) -> Void) {
    if let title = document.title {
      var bytes = Array(title.utf8)
      change(&bytes)
      document.title = String(decoding: bytes, as: UTF8.self)
    }
    switch document.body {
    case .text(var text):
      document.body = .text([])
      change(&text)
      document.body = .text(text)
    case .conversation(var messages):
      document.body = .text([])
      for i in messages.indices { change(&messages[i].text) }
      document.body = .conversation(messages)
    case .page: break
    }
  }

  // MARK: filter

  private mutating func judge(_ document: inout Document) -> Refusal? {
    markAutomatic(&document)
    var subject = FilterSubject(
      title: document.title.map { Array($0.utf8) } ?? [], text: document.text,
      language: document.language)
    if case .conversation(let messages) = document.body {
      subject.automaticMessages = messages.map(\.isAutomatic)
    }
    subject.tags = (document.metadata.last { $0.key == "tags" }?.value.array ?? [])
      .compactMap { $0.string.map { Array($0.utf8) } }
    subject.isSpam = document.metadata.last { $0.key == "spam" }?.value.bool == true
    let verdict = filters?.judge(&subject) ?? .keep
    document.language = subject.language ?? document.language
    if case .reject(let reason, let evidence) = verdict { return (reason, evidence) }
    return nil
  }

  /// Marks the messages inside a conversation that programs wrote, so that nobody learns them.
  private mutating func markAutomatic(_ document: inout Document) {
    guard filters?.judgesMessages == true, case .conversation(var messages) = document.body,
      messages.count > 1
    else { return }
    for i in messages.indices
    where !messages[i].isAutomatic && filters?.isAutomatic(messages[i].text) == true {
      messages[i].isAutomatic = true
      tally("filter.automatic_message", 1)
    }
    document.body = .conversation(messages)
  }

  // MARK: tallies

  private mutating func tally(_ name: String, _ count: Int) {
    if count > 0 { tallies[name, default: 0] += count }
  }

  /// Adds what was counted since the last call to a part's books.
  mutating func takeTallies(into ledger: inout Ledger) {
    for (name, count) in tallies { ledger.tally(name, count) }
    tallies = [:]
    let extracted = extractor.takeCounts()
    if extracted.repairedBlocks > 0 {
      ledger.tally("extract.repaired_json_ld", extracted.repairedBlocks)
    }
    if extracted.overruledEncodings > 0 {
      ledger.tally("extract.encoding_overruled", extracted.overruledEncodings)
    }
    if extracted.internalNotes > 0 {
      ledger.tally("extract.internal_notes", extracted.internalNotes)
    }
    if let normalizer {
      for (step, count) in zip(normalizer.steps, normalizer.counts.changes) {
        ledger.tally("normalize.\(step.rawValue)", count)
      }
      self.normalizer = Normalizer(steps: normalizer.steps)
    }
    if let redactor {
      for (name, count) in redactor.takeCounts().lines { ledger.tally("redact.\(name)", count) }
    }
  }
}
