/// `converse`: how conversations become training examples.
package struct ConverseConfiguration: Sendable, Equatable {
  /// Which answers a model learns. `last` and `last_agent` mean the same.
  package enum Learn: String, CaseIterable, Sendable {
    case agents, last
    case lastAgent = "last_agent"
    case none
  }

  /// What becomes of what agents wrote before the customer's first message.
  package enum Opening: String, CaseIterable, Sendable {
    case drop
    /// It stands at the end of the system message, so that the first turn is the customer's.
    case context
  }

  /// What becomes of what bots wrote.
  package enum Bots: String, CaseIterable, Sendable {
    case leaveOut = "leave_out"
    /// Turns of the assistant that aren't learnt.
    case context
  }

  /// What one example is made of.
  package enum Examples: String, CaseIterable, Sendable {
    case conversation
    /// One example for each turn of an agent, with all turns before it.
    case agentTurn = "agent_turn"
  }

  /// What a conversation must be like to make an example.
  package struct Quality: Sendable, Equatable {
    /// Its status says that it was solved.
    package var solved = false
    /// It is rated, 1 to 5, and not below this.
    package var minRating: Double?
    /// A person answered, not only bots and macros.
    package var humanAgent = false
    /// Words in the answers that are learnt.
    package var minWords = 0
    /// Turns of customers and agents.
    package var minTurns = 0
  }

  /// The system message with its variables filled in; `{{name}}` that is left is a metadata field.
  package var system: String?
  package var learn = Learn.agents
  package var opening = Opening.drop
  package var bots = Bots.leaveOut
  package var examples = Examples.conversation
  package var maxTokens = 4096
  package var quality = Quality()
  /// The metadata field of the rating; nil: the first of the usual ones.
  package var rating: String?
  /// The metadata field of an answer that was rejected for the one that was sent.
  package var rejected: String?
  /// Whether a bot's answer that an agent's followed is a rejected one.
  package var botDrafts = true

  /// Whether some of the assistant's turns may not be learnt.
  package var hasUnlearntTurns: Bool {
    learn != .agents || bots == .context || examples == .agentTurn
  }
}
