extension ExampleMaker {
  /// Why a conversation makes no example.
  package enum Refusal: Error, Equatable, Sendable {
    case noCustomerTurn
    case noAgentTurn
    /// Even the last exchange alone is over the limit.
    case tooLong(tokens: Int)

    /// The reason in rejects and ledgers.
    package var reason: String {
      switch self {
      case .noCustomerTurn: "no_customer_turn"
      case .noAgentTurn: "no_agent_turn"
      case .tooLong: "too_long"
      }
    }

    package var evidence: String? {
      if case .tooLong(let tokens) = self { return "\(tokens) tokens" }
      return nil
    }
  }
}
