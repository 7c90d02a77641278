internal import TextAlgorithms

/// Makes a training example of a conversation.
///
/// Internal notes, system events, bots and automatic messages stay out; consecutive messages of a side
/// become one turn; what stands before the first customer's or after the last agent's turn is left out;
/// over the token limit whole exchanges go, oldest first.
package struct ExampleMaker {
  /// Tokens that a chat format spends on every message, and once on the whole example.
  static let tokensPerMessage = 3

  private let options: ConverseConfiguration

  package init(_ options: ConverseConfiguration) { self.options = options }

  /// The example, or the reason why there is none. `count` gives the tokens of a text.
  package func make(
    title: String?, messages: [Message], count: ([UInt8]) -> Int
  ) -> Result<TrainingExample, Refusal> {
    var turns = merge(messages)
    if turns.first?.role == .assistant { turns.removeFirst() }
    if turns.last?.role == .user { turns.removeLast() }
    guard !turns.isEmpty else {
      let hasCustomer = messages.contains { $0.role == .customer && !ASCIISpace.isAll($0.text) }
      return .failure(hasCustomer ? .noAgentTurn : .noCustomerTurn)
    }
    if let title, !title.isEmpty, !starts(turns[0].text, with: title) {
      turns[0].text = Array(title.utf8) + [0x0A, 0x0A] + turns[0].text
    }
    var system: [Turn] = []
    if let prompt = options.system { system = [Turn(role: .system, text: Array(prompt.utf8))] }
    var sizes = turns.map { count($0.text) + ExampleMaker.tokensPerMessage }
    let fixed =
      system.reduce(0) { $0 + count($1.text) + ExampleMaker.tokensPerMessage }
      + ExampleMaker.tokensPerMessage
    var total = fixed + sizes.reduce(0, +)
    var dropped = 0
    while total > options.maxTokens, turns.count > 2 {
      total -= sizes[0] + sizes[1]
      sizes.removeFirst(2)
      turns.removeFirst(2)
      dropped += 2
    }
    guard total <= options.maxTokens else { return .failure(.tooLong(tokens: total)) }
    mark(&turns)
    return .success(
      TrainingExample(turns: system + turns, tokens: total, droppedTurns: dropped))
  }

  private func merge(_ messages: [Message]) -> [Turn] {
    var turns: [Turn] = []
    for message in messages
    where message.visibility == .public && !message.isAutomatic && !ASCIISpace.isAll(message.text) {
      let role: Turn.Role
      switch message.role {
      case .customer: role = .user
      case .agent: role = .assistant
      case .bot, .system: continue
      }
      if turns.last?.role == role {
        turns[turns.count - 1].text += [0x0A, 0x0A] + message.text
      } else {
        turns.append(Turn(role: role, text: message.text))
      }
    }
    return turns
  }

  private func mark(_ turns: inout [Turn]) {
    for i in turns.indices where turns[i].role == .assistant {
      turns[i].isLearnt = options.learn == .agents || i == turns.count - 1
    }
  }

  private func starts(_ text: [UInt8], with title: String) -> Bool {
    text.starts(with: title.utf8)
  }
}
