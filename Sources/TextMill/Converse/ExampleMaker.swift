package import TextAlgorithms

/// Makes training examples of a conversation: one, or one for each answer of an agent.
///
/// Over the token limit whole exchanges go, oldest first; the system message never does.
package struct ExampleMaker {
  /// Tokens that a chat format spends on every message, and once on the whole example.
  static let tokensPerMessage = 3

  private let options: ConverseConfiguration
  private let prompt: SystemPrompt?

  package init(_ options: ConverseConfiguration) {
    self.options = options
    prompt = options.system.map { SystemPrompt($0) }
  }

  /// The examples, at least one, or the reason why there is none. `count` gives the tokens of a text.
  ///
  /// Of the answers that make examples of their own, those over the limit are left out.
  package func make(
    title: String?, messages: [Message], metadata: [JSONValue.Member] = [],
    count: ([UInt8]) -> Int
  ) -> Result<[TrainingExample], Refusal> {
    if let refusal = options.quality.refusal(
      messages, metadata, rating: Satisfaction.value(in: metadata, field: options.rating))
    {
      return .failure(refusal)
    }
    let conversation = ConversationTurns(messages, keepsBots: options.bots == .context)
    var items = conversation.items
    guard !items.isEmpty else {
      let hasCustomer = messages.contains { $0.role == .customer && !ASCIISpace.isAll($0.text) }
      return .failure(hasCustomer ? .noAgentTurn : .noCustomerTurn)
    }
    if items.count < options.quality.minTurns { return .failure(.fewTurns(turns: items.count)) }
    if let title, !title.isEmpty, !items[0].turn.text.starts(with: title.utf8) {
      items[0].turn.text = Array(title.utf8) + [0x0A, 0x0A] + items[0].turn.text
    }
    let system: Turn?
    do throws(SystemPrompt.Missing) {
      system = try systemTurn(metadata, opening: conversation.opening)
    } catch { return .failure(.missingVariable(name: error.name)) }
    return cut(items, system, metadata, count)
  }

  private func systemTurn(
    _ metadata: [JSONValue.Member], opening: [UInt8]
  ) throws(SystemPrompt.Missing) -> Turn? {
    guard let prompt else { return nil }
    var text = try prompt.text(metadata)
    if options.opening == .context, !opening.isEmpty { text += [0x0A, 0x0A] + opening }
    return Turn(role: .system, text: text)
  }

  /// Cuts the turns into examples within the limit. The first turn of an example only moves forward, so
  /// the work is linear in what is written.
  private func cut(
    _ items: [ConversationTurns.Item], _ system: Turn?, _ metadata: [JSONValue.Member],
    _ count: ([UInt8]) -> Int
  ) -> Result<[TrainingExample], Refusal> {
    let sizes = items.map { count($0.turn.text) + ExampleMaker.tokensPerMessage }
    let head = system.map { count($0.text) + ExampleMaker.tokensPerMessage } ?? 0
    let rating = Satisfaction.value(in: metadata, field: options.rating)
    var examples: [TrainingExample] = []
    var refusal = Refusal.noAgentTurn
    var start = 0
    var total = head + ExampleMaker.tokensPerMessage
    for end in stride(from: 1, to: items.count, by: 2) {
      total += sizes[end - 1] + sizes[end]
      let isLast = end == items.count - 1
      guard isLast || (options.examples == .agentTurn && !items[end].isBot) else { continue }
      while total > options.maxTokens, start < end - 1 {
        total -= sizes[start] + sizes[start + 1]
        start += 2
      }
      guard total <= options.maxTokens else {
        refusal = .tooLong(tokens: total)
        continue
      }
      var turns = items[start...end].map(\.turn)
      let words = mark(&turns, items[start...end])
      guard words >= options.quality.minWords else {
        refusal = .shortAnswer(words: words)
        continue
      }
      examples.append(
        TrainingExample(
          turns: (system.map { [$0] } ?? []) + turns, tokens: total, droppedTurns: start,
          number: options.examples == .agentTurn ? (end + 1) / 2 : nil,
          rejected: rejected(items[end], isLast: isLast, metadata), rating: rating))
    }
    return examples.isEmpty ? .failure(refusal) : .success(examples)
  }

  /// Marks the turns that are learnt; the words of the answers that could be.
  private func mark(
    _ turns: inout [Turn], _ items: ArraySlice<ConversationTurns.Item>
  ) -> Int {
    let onlyLast = options.learn != .agents || options.examples == .agentTurn
    var words = 0
    for (i, item) in items.enumerated() where item.turn.role == .assistant && !item.isBot {
      if onlyLast, i < turns.count - 1 { continue }
      turns[i].isLearnt = options.learn != .none
      if options.quality.minWords > 0 {
        words += turns[i].text.withUnsafeBufferPointer { WordScanner.measure($0).words }
      }
    }
    return words
  }

  /// The answer that was rejected for the one that was sent: the field's for the last, else the bot's.
  private func rejected(
    _ item: ConversationTurns.Item, isLast: Bool, _ metadata: [JSONValue.Member]
  ) -> [UInt8]? {
    var text: [UInt8]?
    if isLast, let name = options.rejected {
      text = metadata.last { $0.key == name }?.value.string.map { Array($0.utf8) }
    }
    if text == nil, options.botDrafts { text = item.draft }
    guard let text, !ASCIISpace.isAll(text), text != item.turn.text else { return nil }
    return text
  }
}
